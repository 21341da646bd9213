import { Refused } from '#core/commands/definition.ts';
import { agencySheetOf } from '#core/minutes/agency-sheet.ts';
import { type DocumentFormat, FORMATS_OF } from '#core/minutes/documents.ts';
import { followUpsOf } from '#core/minutes/follow-up-rows.ts';
import { ledgerOf } from '#core/minutes/ledger.ts';
import { minutesOf } from '#core/minutes/minutes-of.ts';
import { documentHtml, letterheadFor } from '../documents/document-html.tsx';
import { documentTexts } from '../documents/texts.ts';
import { csvBytes } from './csv.ts';
import { minutesDocx } from './docx/minutes-docx.ts';
import { checkSource, type DocumentSource } from './source.ts';
import type { Table } from './table.ts';
import { followUpTable, ledgerTable } from './tables.ts';
import { agencySheetText } from './text/agency-text.ts';
import type { Manner } from './text/lines.ts';
import { minutesText } from './text/minutes-text.ts';
import { xlsxBytes } from './xlsx.ts';

/** The page of a document, for the preview as for the paper. @throws Refused `badMessage` for one that is no page */
export function documentPage(source: DocumentSource, catchwords: readonly string[] = []): string {
  checkSource(source);
  const { document } = source;
  if (document === 'ledger') throw new Refused('badMessage');
  return documentHtml({ ...source, document, catchwords });
}

/** A document as plain text. @throws Refused `badMessage` for one that is had in other formats only */
export function documentText(source: DocumentSource, manner: Manner): string {
  checkSource(source);
  const { document, meeting, options, agencyId } = source;
  const t = documentTexts(meeting.locale);
  if (document === 'minutes') return minutesText({ doc: minutesOf(meeting, options), t }, manner);
  const doc = agencyId === null ? null : agencySheetOf(meeting, agencyId, options);
  if (doc === null) throw new Refused('badMessage');
  return agencySheetText({ doc, t }, manner);
}

function documentTable({ document, meeting, options }: DocumentSource): Table {
  if (document === 'followUps') return followUpTable(followUpsOf(meeting, options));
  if (document === 'ledger') return ledgerTable(ledgerOf(meeting));
  throw new Refused('badMessage');
}

/** With the mark and the line ends by which programs on Windows know a text for what it is. */
const textBytes = (text: string): Uint8Array => new TextEncoder().encode(`\uFEFF${text.replaceAll('\n', '\r\n')}`);

/**
 * The bytes of a document's file that is not printed.
 * @throws Refused `badMessage` for a format in which it is not to be had
 */
export async function documentFile(
  source: DocumentSource,
  format: Exclude<DocumentFormat, 'pdf'>,
): Promise<Uint8Array> {
  checkSource(source);
  const { document, meeting, letterhead, options } = source;
  if (!FORMATS_OF[document].includes(format)) throw new Refused('badMessage');
  switch (format) {
    case 'txt':
      return textBytes(documentText(source, 'file'));
    case 'xlsx':
      return xlsxBytes(documentTable(source));
    case 'csv':
      return csvBytes(documentTable(source));
    case 'docx':
      return minutesDocx({
        ...source,
        minutes: minutesOf(meeting, options),
        letterhead: letterheadFor(meeting, letterhead),
      });
    default:
      return format satisfies never;
  }
}
