import { z } from 'zod';

/** What can leave the room. `agencySheet` ("Lembar arahan") is one agency's; `ledger` the times of all turns. */
export const DOCUMENT_KINDS = ['minutes', 'followUps', 'attendance', 'rundown', 'agencySheet', 'ledger'] as const;
export const DocumentKind = z.enum(DOCUMENT_KINDS);
export type DocumentKind = z.infer<typeof DocumentKind>;

export const FORMATS = ['pdf', 'docx', 'xlsx', 'csv', 'txt'] as const;
export const DocumentFormat = z.enum(FORMATS);
export type DocumentFormat = z.infer<typeof DocumentFormat>;

/** In which formats each document is to be had; the first is the usual one. */
export const FORMATS_OF: Readonly<Record<DocumentKind, readonly DocumentFormat[]>> = {
  minutes: ['pdf', 'docx', 'txt'],
  followUps: ['pdf', 'xlsx', 'csv'],
  attendance: ['pdf'],
  rundown: ['pdf'],
  agencySheet: ['pdf', 'txt'],
  ledger: ['xlsx', 'csv'],
};

/** What a text is for. message: for a messenger, without internal notes. panelMessage: with them, where that was asked for. */
export const TEXT_PURPOSES = ['file', 'message', 'panelMessage'] as const;
export const TextPurpose = z.enum(TEXT_PURPOSES);
export type TextPurpose = z.infer<typeof TextPurpose>;
