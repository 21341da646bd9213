import type { Minutes, MinutesFollowUp, MinutesNote } from '#core/minutes/minutes.ts';
import { formatDate, formatLongDate } from '#core/text/format.ts';
import { inChargeNames } from '../../documents/labels.ts';
import { nameText, type Paper, speakerText } from '../../documents/words.ts';
import { hanging, headingLines, noteText, oneLine, textOfLines, titleLines } from './lines.ts';

/** A heading with its lines, or nothing. */
const part = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [...headingLines(heading, 'messenger'), ...lines];

/**
 * The results of a meeting, short enough for a messenger: decisions and directives, who is to do what until when, and
 * the other follow-ups. The minutes that it is built from decide which notes are in it.
 */
export function summaryText({ doc, t }: Paper<Minutes>): string {
  const duties = doc.followUps.filter(({ cite }) => !cite.carried);
  const untilText = ({ status, due }: MinutesFollowUp): string => {
    if (status === 'done') return t('domain:followUpStatus.done');
    return due === null ? '' : t('plain.until', { date: formatDate(due, doc.locale) });
  };
  const factsOf = (row: MinutesFollowUp): string =>
    [row.inCharge.length === 0 ? '' : inChargeNames(row, t), untilText(row)].filter((fact) => fact !== '').join('; ');
  const said = (note: MinutesNote, where: string): string => {
    const facts = duties.filter(({ what }) => what === note.text).map(factsOf);
    return hanging([`${noteText(note, t)} (${speakerText(note.speaker, t)}, ${where})`, ...facts].join('\n'), '   ');
  };
  const items = [...doc.items, ...doc.notPresented];
  const orders = items.flatMap((item) =>
    item.notes
      .filter(({ kind }) => kind === 'directive')
      .flatMap(({ notes }) => notes.map((note) => ({ note, where: nameText(item, t) }))),
  );
  const decisions = doc.decisions.map((note) => said(note, nameText(note.item, t)));
  const directives = orders.map(({ note, where }) => said(note, where));
  const told = new Set([...doc.decisions, ...orders.map(({ note }) => note)].map(({ text }) => text));
  const others = duties
    .filter(({ what }) => !told.has(what))
    .map((row) => hanging([row.what, factsOf(row)].join('\n'), '   '));
  const numbered = (lines: readonly string[]): string[] => lines.map((line, index) => `${index + 1}. ${line}`);
  const nothing = decisions.length + directives.length + others.length === 0;
  return textOfLines([
    ...titleLines(t('plain.summary', { title: oneLine(doc.title) }), 'messenger'),
    [formatLongDate(doc.date, doc.locale), doc.place].filter((one) => one !== '').join(', '),
    ...(doc.sample ? [t('sampleMark')] : []),
    ...(doc.unfinished ? [t('unfinishedMark')] : []),
    ...(nothing ? ['', t('plain.nothing')] : []),
    ...part(t('section.decisions'), numbered(decisions)),
    ...part(t('plain.directives'), numbered(directives)),
    ...part(t('fields:followUps'), numbered(others)),
  ]);
}
