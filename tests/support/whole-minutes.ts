import { DEFAULT_OPTIONS } from '#core/model/export-options.ts';

/** What a window requests to see the minutes, with the usual parts. */
export const WHOLE_MINUTES = { document: 'minutes', options: DEFAULT_OPTIONS, agencyId: null } as const;

/** And to get them as PDF, without replacing a file. */
export const WHOLE_MINUTES_PDF = { ...WHOLE_MINUTES, format: 'pdf', overwrite: false } as const;
