import { createInstance, type TFunction } from 'i18next';
import type { Locale } from '#core/text/format.ts';
import { INTERPOLATION, NUMBERS } from '#core/text/interpolation.ts';
import enDomain from '#locales/en/domain.json';
import enErrors from '#locales/en/errors.json';
import enMain from '#locales/en/main.json';
import idDomain from '#locales/id/domain.json';
import idErrors from '#locales/id/errors.json';
import idMain from '#locales/id/main.json';

/** The texts of the main process itself: window titles, dialogs, lines in the terminal. */
export function mainTexts(locale: Locale): TFunction<['main', 'errors', 'domain']> {
  const texts = createInstance().use(NUMBERS);
  // Resources are passed inline, so initialisation is complete when this returns.
  void texts.init({
    lng: locale,
    fallbackLng: 'id',
    ns: ['main', 'errors', 'domain'],
    defaultNS: 'main',
    initAsync: false,
    interpolation: INTERPOLATION,
    resources: {
      id: { main: idMain, errors: idErrors, domain: idDomain },
      en: { main: enMain, errors: enErrors, domain: enDomain },
    },
  });
  return texts.getFixedT(locale, ['main', 'errors', 'domain']);
}
