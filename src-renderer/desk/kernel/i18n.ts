import { createInstance, type i18n, type TFunction } from 'i18next';
import type { Locale } from '#core/text/format.ts';
import { INTERPOLATION, NUMBERS } from '#core/text/interpolation.ts';
import aria from '#locales/id/aria.json';
import desk from '#locales/id/desk.ts';
import domain from '#locales/id/domain.json';
import errors from '#locales/id/errors.json';
import fields from '#locales/id/fields.json';
import kit from '#locales/id/kit.json';
import { useLanguage } from '#renderer/kit/language.tsx';

const NAMESPACES = ['desk', 'domain', 'errors', 'fields', 'kit'] as const;
const INDONESIAN = { aria, desk, domain, errors, fields, kit };

/** Translates the desk's own keys bare, and the shared ones as `domain:…`, `errors:…`. */
export type DeskT = TFunction<typeof NAMESPACES>;

export const useT = (): DeskT => useLanguage().lookup(NAMESPACES);

/** The same outside React; it follows the language. */
export const deskT = (instance: i18n): DeskT => instance.getFixedT(null, NAMESPACES);

/** The desk's words in Indonesian, which are always there. */
export function deskI18n(): i18n {
  const instance = createInstance().use(NUMBERS);
  void instance.init({
    lng: 'id',
    fallbackLng: 'id',
    defaultNS: 'domain',
    ns: Object.keys(INDONESIAN),
    resources: { id: INDONESIAN },
    interpolation: INTERPOLATION,
    initAsync: false,
  });
  return instance;
}

/**
 * Goes over to a language, when its words are there.
 * @param wanted asked again after they are loaded: it may be another one by then
 * @throws if they cannot be loaded
 */
export async function speak(instance: i18n, wanted: () => Locale): Promise<void> {
  if (wanted() === 'en' && !instance.hasResourceBundle('en', 'desk')) {
    const { default: words } = await import('./english-words.ts');
    for (const [namespace, all] of Object.entries(words)) instance.addResourceBundle('en', namespace, all);
  }
  if (instance.language !== wanted()) await instance.changeLanguage(wanted());
}
