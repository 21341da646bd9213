import { DEFAULT_OPTIONS } from '#core/model/export-options.ts';

/** What a window asks for to see the NOTULA, with everything that is usual. */
export const WHOLE_MINUTES = { document: 'minutes', options: DEFAULT_OPTIONS, agencyId: null } as const;

/** And to have it as PDF, without replacing a file. */
export const WHOLE_MINUTES_PDF = { ...WHOLE_MINUTES, format: 'pdf', overwrite: false } as const;
