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

/** A block in three parts, so that the names of blocks side by side stand on one line. */
type Block = readonly [above: Paragraph[], name: Paragraph[], below: Paragraph[]];

const emptyPart = (): Paragraph[] => [new Paragraph({ style: STYLE.signature })];
const EMPTY = (): Block => [emptyPart(), emptyPart(), emptyPart()];

/** The name bold, and underlined by the older pattern (docs/domain/papers.md#signature). */
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

/** Blocks side by side; their style keeps the rows on one page. */
const sideBySide = (widths: readonly number[], blocks: readonly Block[]): Table =>
  plainTable(
    widths,
    ([0, 1, 2] as const).map((part) => ({ cells: blocks.map((block) => block[part]), whole: true })),
  );

/**
 * How the paper ends: the sentences and the blocks of signature, which are kept together, so that a signature never stands
 * alone on a page.
 * @param width of the text, in millimetres
 */
export function end(paper: Paper<Minutes>, width: number): (Paragraph | Table)[] {
  const { doc, t } = paper;
  const summary = followUpSummary(doc, t);
  const [first, second, third] = orderedSignatures(doc).map((signature) => blockOf(signature, paper));
  const kept = { keepNext: true, keepLines: true, spacing: { before: 200 } };
  const half = width / 2;
  const side = (width - BLOCK) / 2;
  const row =
    second === undefined
      ? sideBySide([width - BLOCK, BLOCK], [EMPTY(), first ?? EMPTY()])
      : sideBySide([half, half], [first ?? EMPTY(), second]);
  return [
    ...(summary === '' ? [] : [paragraph(summary, kept)]),
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
