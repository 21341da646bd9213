import { useTranslation } from 'react-i18next';

/** The words of the forms, with those of the domain and the refusals as `domain:` and `errors:`. */
export const useWords = () => useTranslation(['forms', 'domain', 'errors']).t;
export type Words = ReturnType<typeof useWords>;
