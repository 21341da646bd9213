import {
  AlignmentType,
  BorderStyle,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
} from 'docx';
import type { Locale } from '#core/text/format.ts';
import type { DocumentTexts } from '../../documents/texts.ts';

/** Our paragraph styles besides Word's own; an editor can change the look of all notes in one place. */
export const STYLE = {
  kopGovernment: 'kopGovernment',
  kopOffice: 'kopOffice',
  kopLine: 'kopLine',
  underTitle: 'underTitle',
  mark: 'mark',
  noteKind: 'noteKind',
  fact: 'fact',
  factName: 'factName',
  cell: 'cell',
  cellHead: 'cellHead',
  cite: 'cite',
  tableTitle: 'tableTitle',
  signature: 'signature',
} as const;
export const GRID_STYLE = 'grid';

export const DASHES = 'dashes';
export const NUMBERS = 'numbers';

/** Line height follows the content: otherwise LibreOffice treats a height as exact, and crops images. */
const AUTO = { lineRule: LineRuleType.AUTO };

const pt = (points: number): number => points * 20;
const half = (points: number): number => points * 2;

/** Where the text of a dashed line begins. */
export const DASH_INDENT = pt(12);

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/**
 * The styles that the library cannot describe: the base of all others, and the ruled table with thin borders and a grey
 * bold first row. The others are added to these.
 */
export function tableStyles(t: DocumentTexts): string {
  const line = 'w:val="single" w:sz="4" w:space="0" w:color="000000"';
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} ${line}/>`).join('');
  const margin = (side: string, twips: number) => `<w:${side} w:w="${twips}" w:type="dxa"/>`;
  const margins = (across: number, along: number) =>
    [margin('top', along), margin('left', across), margin('bottom', along), margin('right', across)].join('');
  return (
    `<?xml version="1.0" encoding="UTF-8"?><w:styles ${NAMESPACE}>` +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>' +
    `<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>${margins(108, 0)}</w:tblCellMar></w:tblPr></w:style>` +
    `<w:style w:type="table" w:customStyle="1" w:styleId="${GRID_STYLE}"><w:name w:val="${t('style.grid')}"/><w:basedOn w:val="TableNormal"/>` +
    `<w:uiPriority w:val="59"/><w:qFormat/><w:tblPr><w:tblBorders>${sides}</w:tblBorders><w:tblCellMar>${margins(80, 50)}</w:tblCellMar></w:tblPr>` +
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="ECECEC"/><w:vAlign w:val="center"/></w:tcPr></w:tblStylePr>' +
    '</w:style></w:styles>'
  );
}

/** Arial 12 (docs/domain/papers.md#page); every computer has it or a face of the same widths. */
export function documentStyles(locale: Locale, t: DocumentTexts): IStylesOptions {
  const own = (id: keyof typeof STYLE, run: object, paragraph: object, basedOn = 'Normal') => ({
    id,
    name: t(`style.${id}`),
    basedOn,
    quickFormat: true,
    run,
    paragraph,
  });
  const heading = (size: number, before: number, after: number) => ({
    run: { font: 'Arial', size: half(size), bold: true, color: '000000' },
    paragraph: { spacing: { before: pt(before), after: pt(after) }, keepNext: true, keepLines: true },
  });
  const item = heading(12, 13, 4);
  return {
    default: {
      document: {
        run: {
          font: 'Arial',
          size: half(12),
          language: { value: locale === 'id' ? 'id-ID' : 'en-GB' },
        },
        paragraph: { spacing: { ...AUTO, line: 288, before: 0, after: 0 } },
      },
      title: {
        run: { font: 'Arial', size: half(14), bold: true, color: '000000', characterSpacing: 22 },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: pt(16) }, keepNext: true },
      },
      heading1: heading(12, 16, 6),
      heading2: item,
      heading3: item,
      listParagraph: { run: {}, paragraph: {} },
    },
    paragraphStyles: [
      own(
        STYLE.kopGovernment,
        { size: half(13) },
        { alignment: AlignmentType.CENTER, spacing: { ...AUTO, line: 264 } },
      ),
      own(
        STYLE.kopOffice,
        { size: half(16), bold: true },
        { alignment: AlignmentType.CENTER, spacing: { ...AUTO, line: 264 } },
      ),
      own(STYLE.kopLine, { size: half(9.5) }, { alignment: AlignmentType.CENTER, spacing: { ...AUTO, line: 264 } }),
      own(STYLE.underTitle, {}, { alignment: AlignmentType.CENTER }),
      own(
        STYLE.mark,
        { size: half(10), italics: true },
        { alignment: AlignmentType.CENTER, spacing: { before: pt(3) } },
      ),
      own(STYLE.noteKind, { bold: true }, { spacing: { before: pt(7) }, keepNext: true }),
      own(STYLE.fact, { size: half(11) }, { spacing: { ...AUTO, line: 276 } }),
      own(STYLE.factName, { bold: true }, {}, STYLE.fact),
      own(STYLE.cell, { size: half(10) }, { spacing: { ...AUTO, line: 264 } }),
      own(STYLE.cellHead, { bold: true }, { alignment: AlignmentType.CENTER, keepNext: true }, STYLE.cell),
      own(STYLE.cite, { size: half(9), italics: true }, { spacing: { before: pt(2), ...AUTO, line: 252 } }, STYLE.cell),
      own(
        STYLE.tableTitle,
        { size: half(11), bold: true },
        { spacing: { before: pt(8), after: pt(3) }, keepNext: true },
      ),
      own(STYLE.signature, {}, { alignment: AlignmentType.CENTER, keepNext: true, keepLines: true }),
    ],
  };
}

/** Rule below the heading of an item. */
export const ITEM_RULE = { bottom: { style: BorderStyle.SINGLE, size: 6, space: 2, color: '000000' } };

/** Dashed and numbered lists; a list that restarts at 1 gets its own instance. */
export const NUMBERING: INumberingOptions = {
  config: [
    {
      reference: DASHES,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '\u2013',
          alignment: AlignmentType.LEFT,
          style: { run: { font: 'Arial' }, paragraph: { indent: { left: DASH_INDENT, hanging: DASH_INDENT } } },
        },
      ],
    },
    {
      reference: NUMBERS,
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: '%1.',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: pt(22), hanging: pt(22) } } },
        },
      ],
    },
  ],
};
