import { z } from 'zod';

/**
 * The documents that can be exported. `agencySheet` ("Lembar arahan") is for one agency; `ledger` contains the times of
 * all turns.
 */
export const DOCUMENT_KINDS = ['minutes', 'followUps', 'attendance', 'rundown', 'agencySheet', 'ledger'] as const;
export const DocumentKind = z.enum(DOCUMENT_KINDS);
export type DocumentKind = z.infer<typeof DocumentKind>;

export const FORMATS = ['pdf', 'docx', 'xlsx', 'csv', 'txt'] as const;
export const DocumentFormat = z.enum(FORMATS);
export type DocumentFormat = z.infer<typeof DocumentFormat>;

/** The formats in which each document is available; the first is the usual one. */
export const FORMATS_OF: Readonly<Record<DocumentKind, readonly DocumentFormat[]>> = {
  minutes: ['pdf', 'docx', 'txt'],
  followUps: ['pdf', 'xlsx', 'csv'],
  attendance: ['pdf'],
  rundown: ['pdf'],
  agencySheet: ['pdf', 'txt'],
  ledger: ['xlsx', 'csv'],
};

/** What a text is for. message: for a messenger, without internal notes. panelMessage: with them, only on request. */
export const TEXT_PURPOSES = ['file', 'message', 'panelMessage'] as const;
export const TextPurpose = z.enum(TEXT_PURPOSES);
export type TextPurpose = z.infer<typeof TextPurpose>;

/** The user's own lists, in the settings, and the formats in which they are exported and read again. */
export const LISTS = ['agencies', 'leaders'] as const;
export type ListKind = (typeof LISTS)[number];
export const LIST_FORMATS = ['xlsx', 'csv'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];
