import { DEFAULT_OPTIONS, type DocumentOptions } from '#core/model/export-options.ts';
import type { Letterhead } from '#core/model/kop.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { type DocumentRequest, documentHtml } from '#main/documents/document-html.tsx';

export const NO_LETTERHEAD: Letterhead = { government: '', office: '', lines: [] };

/** The usual options with some of them changed; of `include` only the given ones. */
export const optionsWith = (
  changed: Partial<Omit<DocumentOptions, 'include'>> = {},
  include: Partial<DocumentOptions['include']> = {},
): DocumentOptions => ({ ...DEFAULT_OPTIONS, ...changed, include: { ...DEFAULT_OPTIONS.include, ...include } });

/** A document as its page: the minutes with the usual options and no letterhead, unless given otherwise. */
export const pageOf = (meeting: Meeting, request: Partial<Omit<DocumentRequest, 'meeting'>> = {}): string =>
  documentHtml({
    document: 'minutes',
    letterhead: NO_LETTERHEAD,
    emblem: null,
    options: DEFAULT_OPTIONS,
    agencyId: null,
    ...request,
    meeting,
  });
