import { createInstance, type TFunction } from 'i18next';
import type { Locale } from '#core/text/format.ts';
import { INTERPOLATION, NUMBERS } from '#core/text/interpolation.ts';
import domainId from '#locales/id/domain.json';
import projectorId from '#locales/id/projector.json';

const NAMESPACES = ['projector', 'domain'] as const;
/** Looks up the projector's words, and those of `domain:`. */
export type Text = TFunction<typeof NAMESPACES>;

const words = createInstance().use(NUMBERS);
void words.init({
  resources: { id: { projector: projectorId, domain: domainId } },
  lng: 'id',
  fallbackLng: 'id',
  ns: NAMESPACES,
  defaultNS: 'projector',
  initAsync: false,
  interpolation: INTERPOLATION,
});

const TEXTS: Record<Locale, Text> = {
  id: words.getFixedT('id', NAMESPACES),
  en: words.getFixedT('en', NAMESPACES),
};

/** The words of a language. The language is part of the view, so a change is painted with the view, not after it. */
export const textIn = (locale: Locale): Text => TEXTS[locale];

const spoken = new Set<Locale>(['id']);

/** Whether the words of a language are here. */
export const speaks = (locale: Locale): boolean => spoken.has(locale);

/** Loads the words of a language. If they cannot be loaded, the Indonesian ones stand in for them. */
export async function learn(locale: Locale): Promise<void> {
  if (spoken.has(locale)) return;
  try {
    const { default: english } = await import('./english-projector.ts');
    for (const namespace of NAMESPACES) words.addResourceBundle(locale, namespace, english[namespace]);
  } catch (error) {
    console.error('ekspose: the English words of the projector could not be loaded', error);
  }
  spoken.add(locale);
}
