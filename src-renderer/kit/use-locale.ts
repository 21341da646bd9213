import type { Locale } from '#core/text/format.ts';
import { useLanguage } from './language.tsx';

/** The language of the desk, for dates and numbers. */
export const useLocale = (): Locale => useLanguage().locale;
