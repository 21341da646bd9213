import type { TFunction } from 'i18next';
import { useLanguage } from './language.tsx';

const NAMESPACES = ['forms', 'fields', 'domain', 'errors'] as const;
export type Words = TFunction<typeof NAMESPACES>;

/** The words of the forms, with those of the domain and the refusals as `domain:` and `errors:`. */
export const useWords = (): Words => useLanguage().lookup(NAMESPACES);
