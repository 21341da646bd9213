import { AlignmentType, Paragraph, type Table } from 'docx';
import type { Minutes, Signature } from '#core/minutes/minutes.ts';
import { followUpSummary, orderedSignatures, signatureLines } from '../../documents/labels.ts';
import type { Paper } from '../../documents/words.ts';
import { paragraph, plainTable, runs } from './parts.ts';
import { STYLE } from './styles.ts';

/** Room for a name to be written by hand. */
const BLANK = '.'.repeat(40);
/** Width of a block of signature, in millimetres, and room for the signature itself, in twips. */
const BLOCK = 80;
const INK = 1360;

/** One block: the lines of it stay together, the name bold, and underlined by the older pattern (domain.md §5). */
function block(signature: Signature, { doc, t }: Paper<Minutes>): Paragraph[] {
  const { above, name, below } = signatureLines(signature, doc, t);
  const bold = { bold: true, ...(doc.pattern === 'older' && name !== '' ? { underline: {} } : {}) };
  const lines = [
    ...above.map((line) => paragraph(line, { style: STYLE.signature })),
    new Paragraph({ style: STYLE.signature, spacing: { before: INK }, children: runs(name || BLANK, bold) }),
    ...below.map((line) => paragraph(line, { style: STYLE.signature })),
  ];
  return lines;
}

/**
 * How the paper ends: the sentences and the blocks of signature, which are kept together, so that a signature never stands
 * alone on a page.
 * @param width of the text, in millimetres
 */
export function end(paper: Paper<Minutes>, width: number): (Paragraph | Table)[] {
  const { doc, t } = paper;
  const summary = followUpSummary(doc, t);
  const [first, second, third] = orderedSignatures(doc).map((signature) => block(signature, paper));
  const kept = { keepNext: true, keepLines: true, spacing: { before: 200 } };
  const none = () => [new Paragraph({ style: STYLE.signature })];
  const half = width / 2;
  const side = (width - BLOCK) / 2;
  const rows =
    second === undefined
      ? [plainTable([width - BLOCK, BLOCK], [{ cells: [none(), first ?? none()], whole: true }])]
      : [plainTable([half, half], [{ cells: [first ?? none(), second], whole: true }])];
  return [
    ...(summary === '' ? [] : [paragraph(summary, kept)]),
    paragraph(t('end.line'), { ...kept, spacing: { before: 120, after: 280 } }),
    ...rows,
    ...(third === undefined
      ? []
      : [
          paragraph('', { style: STYLE.signature, alignment: AlignmentType.CENTER }),
          plainTable([side, BLOCK, side], [{ cells: [none(), third, none()], whole: true }]),
        ]),
  ];
}
