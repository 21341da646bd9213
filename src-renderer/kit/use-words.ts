import type { TFunction } from 'i18next';
import { useLanguage } from './language.tsx';

const NAMESPACES = ['kit', 'fields', 'domain', 'errors'] as const;
export type Words = TFunction<typeof NAMESPACES>;

/** The words of the kit's own components, with those of the domain and the refusals as `domain:` and `errors:`. */
export const useWords = (): Words => useLanguage().lookup(NAMESPACES);
