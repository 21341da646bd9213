import { createInstance, type i18n, type TFunction } from 'i18next';
import type { Locale } from '#core/text/format.ts';
import enAria from '#locales/en/aria.json';
import enDesk from '#locales/en/desk.ts';
import enDomain from '#locales/en/domain.json';
import enErrors from '#locales/en/errors.json';
import enFields from '#locales/en/fields.json';
import enKit from '#locales/en/kit.json';
import idAria from '#locales/id/aria.json';
import idDesk from '#locales/id/desk.ts';
import idDomain from '#locales/id/domain.json';
import idErrors from '#locales/id/errors.json';
import idFields from '#locales/id/fields.json';
import idKit from '#locales/id/kit.json';
import { useLanguage } from '#renderer/kit/language.tsx';

const NAMESPACES = ['desk', 'domain', 'errors', 'fields', 'kit'] as const;
const ALL = [...NAMESPACES, 'aria'] as const;

/** Translates the desk's own keys bare, and the shared ones as `domain:…`, `errors:…`. */
export type DeskT = TFunction<typeof NAMESPACES>;

export const useT = (): DeskT => useLanguage().lookup(NAMESPACES);

/** The same outside React; it follows the language. */
export const deskT = (instance: i18n): DeskT => instance.getFixedT(null, NAMESPACES);

/** The desk's words in both languages, bundled: nothing is fetched, so switching the language is immediate. */
export function deskI18n(locale: Locale): i18n {
  const instance = createInstance();
  void instance.init({
    lng: locale,
    fallbackLng: 'id',
    defaultNS: 'domain',
    ns: ALL,
    resources: {
      id: { domain: idDomain, errors: idErrors, desk: idDesk, fields: idFields, kit: idKit, aria: idAria },
      en: { domain: enDomain, errors: enErrors, desk: enDesk, fields: enFields, kit: enKit, aria: enAria },
    },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return instance;
}
