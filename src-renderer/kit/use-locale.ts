import { useTranslation } from 'react-i18next';
import type { Locale } from '#core/text/format.ts';

/** The language of the desk, for dates and numbers. */
export const useLocale = (): Locale => (useTranslation().i18n.language === 'en' ? 'en' : 'id');
