import { AlignmentType, Paragraph, type Table } from 'docx';
import type { Minutes, Signature } from '#core/minutes/minutes.ts';
import { followUpSummary, orderedSignatures, signatureLines } from '../../documents/labels.ts';
import { problemSummary } from '../../documents/matter-words.ts';
import type { Paper } from '../../documents/words.ts';
import { paragraph, plainTable, runs } from './parts.ts';
import { STYLE } from './styles.ts';

/** Space for a name to be written by hand. */
const BLANK = '.'.repeat(40);
/** Width of a signature block, in millimetres, and space for the signature itself, in twips. */
const BLOCK = 80;
const INK = 1360;

/** A block in three parts, so that the names of adjacent blocks are on one line. */
type Block = readonly [above: Paragraph[], name: Paragraph[], below: Paragraph[]];

const emptyPart = (): Paragraph[] => [new Paragraph({ style: STYLE.signature })];
const EMPTY = (): Block => [emptyPart(), emptyPart(), emptyPart()];

/** The name is bold, and underlined in the older pattern (docs/domain/papers.md#signature). */
function blockOf(signature: Signature, { doc, t }: Paper<Minutes>): Block {
  const { above, name, below } = signatureLines(signature, doc, t);
  const bold = { bold: true, ...(doc.pattern === 'older' && name !== '' ? { underline: {} } : {}) };
  const lines = (texts: readonly string[]): Paragraph[] =>
    texts.length === 0 ? emptyPart() : texts.map((line) => paragraph(line, { style: STYLE.signature }));
  return [
    lines(above),
    [new Paragraph({ style: STYLE.signature, spacing: { before: INK }, children: runs(name || BLANK, bold) })],
    lines(below),
  ];
}

/** Adjacent blocks; their style keeps the rows on one page. */
const sideBySide = (widths: readonly number[], blocks: readonly Block[]): Table =>
  plainTable(
    widths,
    ([0, 1, 2] as const).map((part) => ({ cells: blocks.map((block) => block[part]), whole: true })),
  );

/**
 * The end of a document: the closing sentences and the signature blocks, kept together so that a signature is never
 * alone on a page.
 * @param width of the text, in millimetres
 */
export function end(paper: Paper<Minutes>, width: number): (Paragraph | Table)[] {
  const { doc, t } = paper;
  const summaries = [followUpSummary(doc, t), problemSummary(doc, paper)].filter((text) => text !== '');
  const [first, second, third] = orderedSignatures(doc).map((signature) => blockOf(signature, paper));
  const kept = { keepNext: true, keepLines: true, spacing: { before: 200 } };
  const half = width / 2;
  const side = (width - BLOCK) / 2;
  const row =
    second === undefined
      ? sideBySide([width - BLOCK, BLOCK], [EMPTY(), first ?? EMPTY()])
      : sideBySide([half, half], [first ?? EMPTY(), second]);
  return [
    ...summaries.map((text) => paragraph(text, kept)),
    paragraph(t('end.line'), { ...kept, spacing: { before: 120, after: 280 } }),
    row,
    ...(third === undefined
      ? []
      : [
          paragraph('', { style: STYLE.signature, alignment: AlignmentType.CENTER }),
          sideBySide([side, BLOCK, side], [EMPTY(), third, EMPTY()]),
        ]),
  ];
}
