import { HeadingLevel, Paragraph, type Table, type TextRun } from 'docx';
import type { Decision, ItemContent, Minutes, MinutesItem, NotesOfKind } from '#core/minutes/minutes.ts';
import { olderParts } from '#core/minutes/parts.ts';
import { closingHeading, closingText, openingText } from '../../documents/labels.ts';
import { sheetLines } from '../../documents/sheet-words.ts';
import type { DocumentTexts } from '../../documents/texts.ts';
import {
  decisionsHeading,
  decisionsText,
  itemTimeText,
  kindHeading,
  type NoteRemarks,
  nameText,
  noteRemarks,
  type Paper,
  presenterText,
  slidesText,
  speakerText,
} from '../../documents/words.ts';
import { isShort, type ListMaker, paragraph, plainTable, runs, textOf } from './parts.ts';
import { DASHES, ITEM_RULE, STYLE } from './styles.ts';
import { targetsGrid } from './tables.ts';

type Part = Paragraph | Table;

/** What the parts of the proceedings need. */
export interface Writer {
  readonly paper: Paper<Minutes>;
  readonly lists: ListMaker;
  /** Width of the text, in millimetres. */
  readonly width: number;
}

const NAME_COLUMN = 36;

type Level = typeof HeadingLevel.HEADING_2 | typeof HeadingLevel.HEADING_3;
const itemHeading = (text: string, heading: Level): Paragraph => paragraph(text, { heading, border: ITEM_RULE });

function remarkRuns(note: NoteRemarks, t: DocumentTexts): TextRun[] {
  const text = noteRemarks(note, t);
  return text === '' ? [] : runs(` ${text}`);
}

function notes(groups: readonly NotesOfKind[], { paper: { t } }: Writer): Part[] {
  return groups.flatMap((group) => [
    paragraph(kindHeading(group, t), { style: STYLE.noteKind }),
    ...group.notes.map(
      ({ speaker, text, ...remarks }) =>
        new Paragraph({
          numbering: { reference: DASHES, level: 0 },
          spacing: { before: 40 },
          children: [
            ...runs(`${t('note.speaker', { speaker: speakerText(speaker, t) })} `, { bold: true }),
            ...runs(text),
            ...remarkRuns(remarks, t),
          ],
        }),
    ),
  ]);
}

/** What was written about an item, whether it took place or not, below its own rows. */
function content(item: ItemContent, rows: readonly (readonly [string, string])[], writer: Writer): Part[] {
  const { paper, width } = writer;
  const { doc, t } = paper;
  const slides = item.slides === null ? [] : [[t('fields:slides'), slidesText(item.slides, t)] as const];
  const all = [...rows, ...slides, ...(item.sheet === null ? [] : sheetLines(item.sheet, { t, locale: doc.locale }))];
  const below = [
    ...(item.sheet === null || item.sheet.targets.length === 0
      ? []
      : [paragraph(t('sheet.targets'), { style: STYLE.tableTitle }), targetsGrid(item.sheet, t, width)]),
    ...notes(item.notes, writer),
    ...(item.decisions.length === 0
      ? []
      : [paragraph(decisionsText(item.decisions, paper), { spacing: { before: 100 } })]),
  ];
  const table = all.map(([name, text], index) => {
    // Who presented and when stand on the page of what was said first.
    const keepNext = index < rows.length && (index + 1 < all.length || below.length > 0);
    return {
      cells: [[paragraph(name, { style: STYLE.factName, keepNext })], textOf(text, { style: STYLE.fact, keepNext })],
      whole: isShort(text),
    };
  });
  return [...(table.length === 0 ? [] : [plainTable([NAME_COLUMN, width - NAME_COLUMN], table)]), ...below];
}

function items(list: readonly MinutesItem[], prefix: string, level: Level, writer: Writer): Part[] {
  const { paper } = writer;
  const { t } = paper;
  return list.flatMap((item, index) => {
    const facts: (readonly [string, string])[] = [
      [t('fields:presenter'), presenterText(item.presenter, t)],
      [t('fields:time'), item.time === null ? '' : itemTimeText(item.time, paper)],
    ];
    return [
      itemHeading(`${prefix}${index + 1}. ${nameText(item, t)}`, level),
      ...content(
        item,
        facts.filter(([, text]) => text !== ''),
        writer,
      ),
    ];
  });
}

/** Items that did not take place: why, and what was written about them. */
function missed(heading: string, level: Level, writer: Writer): Part[] {
  const { doc, t } = writer.paper;
  if (doc.notPresented.length === 0) return [];
  return [
    itemHeading(heading, level),
    ...doc.notPresented.flatMap((item) => {
      const written = content(item, [], writer);
      const name = new Paragraph({
        spacing: { before: 80 },
        keepNext: written.length > 0,
        children: [...runs(nameText(item, t), { bold: true }), ...runs(`: ${t(`notPresented.${item.why}`)}`)],
      });
      return [name, ...written];
    }),
  ];
}

function decisions(taken: readonly Decision[], { paper: { t }, lists }: Writer): Part[] {
  const list = lists.numbered();
  return taken.map(
    ({ text, speaker, item, ...remarks }) =>
      new Paragraph({
        ...list,
        spacing: { before: 80 },
        children: [
          ...runs(text),
          ...remarkRuns(remarks, t),
          ...runs(` (${speakerText(speaker, t)}, ${nameText(item, t)})`, { italics: true }),
        ],
      }),
  );
}

/**
 * The proceedings in the newer pattern: numbered continuously, with decisions and closing at the end
 * (docs/domain/papers.md#order-of-the-minutes).
 */
function newer(writer: Writer): Part[] {
  const { paper } = writer;
  const { doc, t } = paper;
  const closing = closingText(paper);
  let last = doc.items.length;
  const next = (name: string): string => {
    last += 1;
    return `${last}. ${name}`;
  };
  const level = HeadingLevel.HEADING_2;
  return [
    paragraph(openingText(paper)),
    ...items(doc.items, '', level, writer),
    ...(doc.notPresented.length === 0 ? [] : missed(next(t('notPresented.heading')), level, writer)),
    ...(doc.decisions.length === 0
      ? []
      : [itemHeading(next(decisionsHeading(doc, t)), level), ...decisions(doc.decisions, writer)]),
    ...(closing === ''
      ? []
      : [itemHeading(next(closingHeading(paper)), level), paragraph(closing, { keepNext: true })]),
  ];
}

/** The proceedings in the older pattern: three fixed headings. */
function older(writer: Writer): Part[] {
  const { paper } = writer;
  const { doc, t } = paper;
  const { opening, discussion } = olderParts(doc);
  const closing = closingText(paper);
  const heading = (n: number, name: string) => paragraph(`${n}. ${name}`, { heading: HeadingLevel.HEADING_2 });
  const level = HeadingLevel.HEADING_3;
  const nothing = paragraph(t('nothing'));
  return [
    heading(1, t('older.opening')),
    paragraph(openingText(paper)),
    ...items(opening, '1.', level, writer),
    heading(2, t('older.discussion')),
    ...(discussion.length + doc.notPresented.length === 0 ? [nothing] : []),
    ...items(discussion, '2.', level, writer),
    ...missed(`2.${discussion.length + 1}. ${t('notPresented.heading')}`, level, writer),
    heading(3, decisionsHeading(doc, t)),
    ...(doc.decisions.length === 0 ? [nothing] : decisions(doc.decisions, writer)),
    ...(closing === '' ? [] : [paragraph(closing, { keepNext: true, spacing: { before: 160 } })]),
  ];
}

/** What took place, in its real order, and what did not. */
export const proceedings = (writer: Writer): Part[] =>
  writer.paper.doc.pattern === 'older' ? older(writer) : newer(writer);
