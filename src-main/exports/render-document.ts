import { agencySheetOf } from '#core/minutes/agency-sheet.ts';
import { type DocumentFormat, FORMATS_OF, type TextPurpose } from '#core/minutes/documents.ts';
import { followUpsOf } from '#core/minutes/follow-up-rows.ts';
import { ledgerOf } from '#core/minutes/ledger.ts';
import { minutesOf } from '#core/minutes/minutes-of.ts';
import { messageOptions } from '#core/model/export-options.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { documentHtml, letterheadFor } from '../documents/document-html.tsx';
import { checkSource, type DocumentSource } from '../documents/document-source.ts';
import { documentTexts } from '../documents/texts.ts';
import { csvBytes } from './csv.ts';
import { minutesDocx } from './docx/minutes-docx.ts';
import type { Table } from './table.ts';
import { followUpTable, ledgerTable } from './tables.ts';
import { agencySheetText } from './text/agency-text.ts';
import { minutesText } from './text/minutes-text.ts';
import { summaryText } from './text/summary-text.ts';
import { xlsxBytes } from './xlsx.ts';

/** The page of a document, for preview and paper. @throws Refused `badMessage` if it is not a page */
export function documentPage(source: DocumentSource, catchwords: readonly string[] = []): string {
  checkSource(source);
  const { document } = source;
  if (document === 'ledger') throw new Refused('badMessage');
  return documentHtml({ ...source, document, catchwords });
}

/**
 * A document as plain text. For a messenger it is short, and its notes are those of `messageOptions`, whatever the
 * document's options include.
 * @throws Refused `badMessage` if it is available only in other formats
 */
export function documentText(source: DocumentSource, purpose: TextPurpose): string {
  checkSource(source);
  const { document, meeting, agencyId } = source;
  const t = documentTexts(meeting.locale);
  const options = purpose === 'file' ? source.options : messageOptions(purpose === 'panelMessage');
  if (document === 'minutes') {
    const paper = { doc: minutesOf(meeting, options), t };
    return purpose === 'file' ? minutesText(paper) : summaryText(paper);
  }
  const doc = agencyId === null ? null : agencySheetOf(meeting, agencyId, options);
  if (doc === null) throw new Refused('badMessage');
  return agencySheetText({ doc, t }, purpose === 'file' ? 'file' : 'messenger');
}

function documentTable({ document, meeting, options }: DocumentSource): Table {
  if (document === 'followUps') return followUpTable(followUpsOf(meeting, options));
  if (document === 'ledger') return ledgerTable(ledgerOf(meeting));
  throw new Refused('badMessage');
}

/** With the byte-order mark and line ends by which programs on Windows recognise text. */
const textBytes = (text: string): Uint8Array => new TextEncoder().encode(`\uFEFF${text.replaceAll('\n', '\r\n')}`);

/**
 * The bytes of a document's file that is not printed.
 * @throws Refused `badMessage` for a format in which it is not available
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
