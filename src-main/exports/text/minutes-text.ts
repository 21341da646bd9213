import type { Decision, ItemContent, Minutes } from '#core/minutes/minutes.ts';
import { olderParts } from '#core/minutes/parts.ts';
import type { PrintedChart, PrintedRow } from '#core/minutes/printed-charts.ts';
import { formatLongDate, inUnit } from '#core/text/format.ts';
import { FIGURES, figureTexts } from '../../documents/chart-figures.ts';
import {
  cameText,
  closingText,
  followUpSummary,
  headFields,
  headingText,
  leadershipFields,
  openingText,
  orderedSignatures,
  participantLines,
  sectionText,
  signatureLines,
  spanText,
} from '../../documents/labels.ts';
import { problemSummary } from '../../documents/matter-words.ts';
import { sheetLines } from '../../documents/sheet-words.ts';
import type { DocumentTexts } from '../../documents/texts.ts';
import {
  attendeeOffice,
  decisionsHeading,
  decisionsText,
  inChargeText,
  itemTimeText,
  nameText,
  type Paper,
  presenterText,
  slidesText,
  speakerText,
} from '../../documents/words.ts';
import {
  fieldLines,
  followUpLines,
  hanging,
  headingLines,
  listLines,
  namedText,
  noteLines,
  noteText,
  problemLines,
  smallHeading,
  textOfLines,
  titleLines,
} from './lines.ts';

type MinutesPaper = Paper<Minutes>;

/** The agency's sheet: "Visi dan misi: …", one line per target. */
function sheetText(item: ItemContent, { doc, t }: MinutesPaper): string[] {
  if (item.sheet === null) return [];
  const targets = item.sheet.targets.map(({ indicator, unit, target, achieved, change }) => {
    const facts: readonly (readonly [string, string])[] = [
      [t('fields:sheet.target'), inUnit(target, unit)],
      [t('fields:sheet.achieved'), inUnit(achieved, unit)],
      [t('fields:sheet.unit'), target === '' && achieved === '' ? unit : ''],
      [t('fields:sheet.change'), change],
    ];
    const known = facts.filter(([, text]) => text !== '').map(([name, text]) => `${name}: ${text}`);
    return `  - ${[indicator, ...known].join('; ')}`;
  });
  return [
    ...sheetLines(item.sheet, { t, locale: doc.locale }).flatMap(([name, text]) => namedText(name, text)),
    ...(targets.length === 0 ? [] : [`${t('sheet.targets')}:`, ...targets]),
  ];
}

/** What was written about an item. */
function contentLines(item: ItemContent, facts: readonly string[], paper: MinutesPaper): string[] {
  const { t } = paper;
  return [
    ...facts,
    ...(item.slides === null ? [] : [`${t('fields:slides')}: ${slidesText(item.slides, t)}`]),
    ...sheetText(item, paper),
    ...noteLines(item.notes, t),
    ...(item.decisions.length === 0 ? [] : [decisionsText(item.decisions, paper)]),
  ];
}

function itemLines(items: Minutes['items'], prefix: string, paper: MinutesPaper): string[] {
  const { t } = paper;
  return items.flatMap((item, index) => {
    const presenter = presenterText(item.presenter, t);
    const facts = [
      ...(presenter === '' ? [] : [`${t('fields:presenter')}: ${presenter}`]),
      ...(item.time === null ? [] : [`${t('fields:time')}: ${itemTimeText(item.time, paper)}`]),
    ];
    const heading = smallHeading(`${prefix}${index + 1}. ${nameText(item, t)}`, 'file');
    return [...heading, ...contentLines(item, facts, paper)];
  });
}

function missedLines(paper: MinutesPaper): string[] {
  const { doc, t } = paper;
  if (doc.notPresented.length === 0) return [];
  return [
    ...smallHeading(t('notPresented.heading'), 'file'),
    ...doc.notPresented.flatMap((item) => [
      `- ${nameText(item, t)}: ${t(`notPresented.${item.why}`)}`,
      ...contentLines(item, [], paper).map((line) => `  ${line.replaceAll('\n', '\n  ')}`),
    ]),
  ];
}

const decisionLines = (decisions: readonly Decision[], t: DocumentTexts): string[] =>
  decisions.map((decision, index) => {
    const by = `(${speakerText(decision.speaker, t)}, ${nameText(decision.item, t)})`;
    return `${index + 1}. ${hanging(`${noteText(decision, t)} ${by}`, '   ')}`;
  });

function proceedings(paper: MinutesPaper): string[] {
  const { doc, t } = paper;
  const closing = closingText(paper);
  if (doc.pattern === 'newer') {
    return [
      openingText(paper),
      ...itemLines(doc.items, '', paper),
      ...missedLines(paper),
      ...(doc.decisions.length === 0
        ? []
        : [...smallHeading(decisionsHeading(doc, t), 'file'), ...decisionLines(doc.decisions, t)]),
      ...(closing === '' ? [] : ['', closing]),
    ];
  }
  const { opening, discussion } = olderParts(doc);
  return [
    ...smallHeading(`1. ${t('older.opening')}`, 'file'),
    openingText(paper),
    ...itemLines(opening, '1.', paper),
    ...smallHeading(`2. ${t('older.discussion')}`, 'file'),
    ...itemLines(discussion, '2.', paper),
    ...missedLines(paper),
    ...smallHeading(`3. ${decisionsHeading(doc, t)}`, 'file'),
    ...(doc.decisions.length === 0 ? [t('nothing')] : decisionLines(doc.decisions, t)),
    ...(closing === '' ? [] : ['', closing]),
  ];
}

/** "Dinas Kesehatan: Rencana 08.30–08.42; Pelaksanaan …". */
function figuresText(row: PrintedRow, chart: PrintedChart, paper: MinutesPaper): string {
  const [name = '', ...figures] = figureTexts(row, chart, paper);
  const named = FIGURES.slice(1).map(([key], index) => `${paper.t(`chart.${key}`)}: ${figures[index] ?? ''}`);
  return `- ${name}. ${named.join('; ')}`;
}

/** The end: the signatures, then the attached lists. */
function ending(paper: MinutesPaper): string[] {
  const { doc, t } = paper;
  const { attachment, rundown } = doc;
  const summaries = [followUpSummary(doc, t), problemSummary(doc, paper)].filter((text) => text !== '');
  const attendance = doc.attendance.map((attendee) => {
    const office = attendeeOffice(attendee, t);
    const came = attachment === 'none' ? '' : cameText(attendee, attachment, paper);
    return [attendee.name, office, came].filter((part) => part !== '').join(', ');
  });
  const planned = (rundown?.rows ?? []).map((row) => {
    const inCharge = inChargeText(row, t);
    const by = inCharge === t('nothing') ? '' : ` (${inCharge})`;
    return `${spanText(row, paper)} ${nameText(row, t)}${by}`;
  });
  return [
    ...(summaries.length === 0 ? [] : ['', ...summaries]),
    '',
    t('end.line'),
    ...orderedSignatures(doc).flatMap((signature) => {
      const { above, name, below } = signatureLines(signature, doc, t);
      return ['', ...above, '', '', name || '.'.repeat(40), ...below];
    }),
    ...(doc.followUps.length === 0
      ? []
      : [...headingLines(t('section.followUpsAttachment'), 'file'), ...followUpLines(doc.followUps, paper, 'file')]),
    ...(doc.problems.length === 0
      ? []
      : [...headingLines(t('section.problemsAttachment'), 'file'), ...problemLines(doc.problems, paper, 'file')]),
    ...(attachment === 'none'
      ? []
      : [...headingLines(t('section.attachment'), 'file'), ...listLines({ lines: attendance, numbered: true })]),
    ...(rundown === null
      ? []
      : [...headingLines(t('section.rundownAttachment'), 'file'), ...listLines({ lines: planned, numbered: true })]),
    ...doc.charts.flatMap((chart) => [
      ...headingLines(t('chart.heading', { date: formatLongDate(chart.day, doc.locale) }), 'file'),
      ...chart.rows.map((row) => figuresText(row, chart, paper)),
    ]),
  ];
}

/** The minutes as plain text, without what the export leaves out and without private notes. */
export function minutesText(paper: MinutesPaper): string {
  const { doc, t } = paper;
  return textOfLines([
    ...titleLines(headingText(doc, t), 'file'),
    ...(doc.number === '' ? [] : [t('number', { number: doc.number })]),
    ...(doc.sample ? [t('sampleMark')] : []),
    ...(doc.unfinished ? [t('unfinishedMark')] : []),
    '',
    ...headFields(paper).flatMap(fieldLines),
    ...headingLines(sectionText(doc, 'leadership', t), 'file'),
    ...leadershipFields(paper).flatMap(fieldLines),
    ...headingLines(sectionText(doc, 'participants', t), 'file'),
    ...listLines(participantLines(paper)),
    ...headingLines(sectionText(doc, 'proceedings', t), 'file'),
    ...proceedings(paper),
    ...ending(paper),
  ]);
}
