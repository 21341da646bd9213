import { createInstance, type TFunction } from 'i18next';
import type { Locale } from '#core/text/format.ts';
import domainEn from '#locales/en/domain.json';
import projectorEn from '#locales/en/projector.json';
import domainId from '#locales/id/domain.json';
import projectorId from '#locales/id/projector.json';

const NAMESPACES = ['projector', 'domain'] as const;
/** Looks up the projector's words, and those of `domain:`. */
export type Text = TFunction<typeof NAMESPACES>;

const words = createInstance();
void words.init({
  resources: {
    id: { projector: projectorId, domain: domainId },
    en: { projector: projectorEn, domain: domainEn },
  },
  lng: 'id',
  fallbackLng: 'id',
  ns: NAMESPACES,
  defaultNS: 'projector',
  initAsync: false,
  // React writes text as text; escaping here would show entities.
  interpolation: { escapeValue: false },
});

const TEXTS: Record<Locale, Text> = {
  id: words.getFixedT('id', NAMESPACES),
  en: words.getFixedT('en', NAMESPACES),
};

/** The words of a language. The language is part of the view, so a change is painted with the view, not after it. */
export const textIn = (locale: Locale): Text => TEXTS[locale];
