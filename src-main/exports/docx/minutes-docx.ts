import {
  AlignmentType,
  Document,
  Header,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import type { Minutes } from '#core/minutes/minutes.ts';
import type { DocumentOptions } from '#core/model/export-options.ts';
import type { Letterhead } from '#core/model/kop.ts';
import { formatLongDate } from '#core/text/format.ts';
import {
  type Field,
  headFields,
  headingText,
  leadershipFields,
  participantLines,
  sectionText,
} from '../../documents/labels.ts';
import type { EmblemImage } from '../../documents/letterhead.tsx';
import { documentTexts } from '../../documents/texts.ts';
import type { Paper } from '../../documents/words.ts';
import { kop } from './letterhead.ts';
import { pageSetup, textWidth } from './page-setup.ts';
import { type ListMaker, listMaker, paragraph, plainTable } from './parts.ts';
import { proceedings } from './proceedings.ts';
import { end } from './signature-block.ts';
import { documentStyles, NUMBERING, STYLE, tableStyles } from './styles.ts';
import { attendanceGrid, figuresGrid, matrixGrid, problemsGrid, rundownGrid } from './tables.ts';

type Part = Paragraph | Table;

export interface MinutesDocx {
  readonly minutes: Minutes;
  readonly options: DocumentOptions;
  readonly letterhead: Letterhead;
  readonly emblem: EmblemImage | null;
}

const FIELD_COLUMNS = [40, 5];

function fieldsTable(fields: readonly Field[], lists: ListMaker, width: number): Table {
  const [name = 0, colon = 0] = FIELD_COLUMNS;
  return plainTable(
    [name, colon, width - name - colon],
    fields.map((field) => ({
      cells: [[paragraph(field.name)], [paragraph(':')], lists.lines(field)],
      whole: false,
    })),
  );
}

const section = (text: string): Paragraph => paragraph(text, { heading: HeadingLevel.HEADING_1 });

/** "- 2 -" at the top of every page but the first (docs/domain/papers.md#page). */
const pageNumber = (): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ size: 22, children: ['- ', PageNumber.CURRENT, ' -'] })],
      }),
    ],
  });

/** From the letterhead to the end of the proceedings. */
function body(paper: Paper<Minutes>, { options, letterhead, emblem }: MinutesDocx): Part[] {
  const { doc, t } = paper;
  const lists = listMaker();
  const width = textWidth(options.paper, false);
  return [
    ...kop({ letterhead, preset: options.kop, emblem, width }),
    paragraph(headingText(doc, t), { heading: HeadingLevel.TITLE }),
    ...(doc.number === '' ? [] : [paragraph(t('number', { number: doc.number }), { style: STYLE.underTitle })]),
    ...(doc.sample ? [paragraph(t('sampleMark'), { style: STYLE.mark })] : []),
    ...(doc.unfinished ? [paragraph(t('unfinishedMark'), { style: STYLE.mark })] : []),
    paragraph(''),
    fieldsTable(headFields(paper), lists, width),
    section(sectionText(doc, 'leadership', t)),
    fieldsTable(leadershipFields(paper), lists, width),
    section(sectionText(doc, 'participants', t)),
    ...lists.lines(participantLines(paper)),
    section(sectionText(doc, 'proceedings', t)),
    ...proceedings({ paper, lists, width }),
  ];
}

/** The follow-up matrix and the recurring problems. */
function mattersPart(paper: Paper<Minutes>, width: number): Part[] {
  const { doc, t } = paper;
  const title = (text: string): Paragraph => paragraph(text, { style: STYLE.tableTitle });
  const matrix = [
    section(t('section.followUpsAttachment')),
    title(t('followUp.caption')),
    matrixGrid(doc.followUps, paper, width),
  ];
  const problems = [
    section(t('section.problemsAttachment')),
    title(t('problem.caption')),
    problemsGrid(doc.problems, paper, width),
  ];
  return [...(doc.followUps.length > 0 ? matrix : []), ...(doc.problems.length > 0 ? problems : [])];
}

/** The attached lists, each on a new page. */
function attachments(paper: Paper<Minutes>, { options }: MinutesDocx): Part[][] {
  const { doc, t } = paper;
  const width = textWidth(options.paper, false);
  return [
    ...(doc.attachment === 'none'
      ? []
      : [
          [
            section(t('section.attachment')),
            paragraph(t('title.attendance', { title: doc.title, date: formatLongDate(doc.date, doc.locale) }), {
              style: STYLE.tableTitle,
            }),
            attendanceGrid(doc.attendance, doc.attachment, paper, width),
          ],
        ]),
    ...(doc.rundown === null
      ? []
      : [
          [
            section(t('section.rundownAttachment')),
            paragraph(t('rundown.caption', { title: doc.title }), { style: STYLE.tableTitle }),
            rundownGrid(doc.rundown, t, width),
          ],
        ]),
    ...doc.charts.map((chart) => {
      const date = formatLongDate(chart.day, doc.locale);
      return [
        section(t('chart.heading', { date })),
        paragraph(t('chart.caption', { date }), { style: STYLE.tableTitle }),
        figuresGrid(chart, paper, width),
      ];
    }),
  ];
}

/** The minutes for editing in Word: the same words as on the page, with real styles and tables. */
export async function minutesDocx(given: MinutesDocx): Promise<Uint8Array> {
  const { minutes, options } = given;
  const t = documentTexts(minutes.locale);
  const paper: Paper<Minutes> = { doc: minutes, t };
  const portraitWidth = textWidth(options.paper, false);
  const landscapeWidth = textWidth(options.paper, true);
  const sections: { readonly landscape: boolean; readonly children: Part[] }[] = [
    { landscape: false, children: [...body(paper, given), ...end(paper, portraitWidth)] },
  ];
  const matters = mattersPart(paper, landscapeWidth);
  if (matters.length > 0) sections.push({ landscape: true, children: matters });
  for (const children of attachments(paper, given)) sections.push({ landscape: false, children });
  const document = new Document({
    title: t('title.minutes', { title: minutes.title, date: formatLongDate(minutes.date, minutes.locale) }),
    creator: 'Ekspose',
    lastModifiedBy: 'Ekspose',
    externalStyles: tableStyles(t),
    styles: documentStyles(minutes.locale, t),
    numbering: NUMBERING,
    sections: sections.map(
      ({ landscape, children }, index): ISectionOptions => ({
        properties: { page: pageSetup(options.paper, landscape), titlePage: index === 0 },
        headers: {
          default: pageNumber(),
          ...(index === 0 ? { first: new Header({ children: [new Paragraph({})] }) } : {}),
        },
        children,
      }),
    ),
  });
  return Packer.toBuffer(document);
}
