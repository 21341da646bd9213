import { createInstance, type TFunction } from 'i18next';
import type { Locale } from '#core/text/format.ts';
import { INTERPOLATION, NUMBERS } from '#core/text/interpolation.ts';
import enDomain from '#locales/en/domain.json';
import enFields from '#locales/en/fields.json';
import enMinutes from '#locales/en/minutes.json';
import idDomain from '#locales/id/domain.json';
import idFields from '#locales/id/fields.json';
import idMinutes from '#locales/id/minutes.json';

export type DocumentTexts = TFunction<['minutes', 'fields', 'domain']>;

/** The words of the documents, in the document's language, which may differ from the screen's. */
export function documentTexts(locale: Locale): DocumentTexts {
  const texts = createInstance().use(NUMBERS);
  // Resources are passed inline, so initialisation is complete when this returns.
  void texts.init({
    lng: locale,
    fallbackLng: 'id',
    ns: ['minutes', 'fields', 'domain'],
    defaultNS: 'minutes',
    initAsync: false,
    interpolation: INTERPOLATION,
    resources: {
      id: { minutes: idMinutes, fields: idFields, domain: idDomain },
      en: { minutes: enMinutes, fields: enFields, domain: enDomain },
    },
  });
  return texts.getFixedT(locale, ['minutes', 'fields', 'domain']);
}
