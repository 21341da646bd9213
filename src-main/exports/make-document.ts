import { Refused } from '#core/commands/definition.ts';
import { type DocumentFormat, type DocumentKind, FORMATS_OF } from '#core/minutes/documents.ts';
import type { DocumentOptions } from '#core/minutes/options.ts';
import type { Meeting } from '#core/model/meeting.ts';
import type { Settings } from '#core/model/settings.ts';
import { documentHtml } from '../documents/document-html.tsx';
import type { Host } from '../host/port.ts';

/** Everything that a document is made of; nothing of it changes while it is being made. */
export interface DocumentSource {
  readonly document: DocumentKind;
  readonly meeting: Meeting;
  readonly settings: Settings;
  readonly options: DocumentOptions;
  /** Whose sheet; `null` for the other documents. */
  readonly agencyId: string | null;
}

/**
 * Whether there can be such a document at all.
 * @throws Refused `badMessage`, or `unknownAgency`
 */
function checkSource({ document, meeting, agencyId }: DocumentSource): void {
  if ((document === 'agencySheet') !== (agencyId !== null)) throw new Refused('badMessage');
  if (agencyId !== null && meeting.agencies[agencyId] === undefined) throw new Refused('unknownAgency');
}

/** The page of a document, for the preview as for the paper. */
export function documentPage(source: DocumentSource): string {
  checkSource(source);
  const { document, meeting, settings, options, agencyId } = source;
  if (document === 'ledger') throw new Refused('badMessage');
  return documentHtml({ document, meeting, letterhead: settings.letterhead, emblem: null, options, agencyId });
}

/** A document as plain text. @throws Refused `badMessage` for one that is had in other formats only */
export function documentText(source: DocumentSource): string {
  checkSource(source);
  throw new Refused('badMessage');
}

/** The bytes of a document's file. @throws Refused `badMessage` for a format in which it is not to be had */
export async function documentBytes(
  source: DocumentSource,
  format: DocumentFormat,
  host: Pick<Host, 'printPdf'>,
): Promise<Uint8Array> {
  if (!FORMATS_OF[source.document].includes(format)) throw new Refused('badMessage');
  switch (format) {
    case 'pdf':
      return host.printPdf(documentPage(source));
    case 'txt':
      return new TextEncoder().encode(documentText(source));
    case 'docx':
    case 'xlsx':
    case 'csv':
      throw new Refused('badMessage');
    default:
      return format satisfies never;
  }
}
