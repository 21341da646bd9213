import type { ReminderPaper } from '#core/minutes/board-paper.ts';
import { formatDate } from '#core/text/format.ts';
import { reminderFields, reminderIntro, standingText, statusText } from '../../documents/board-words.ts';
import { raisedText } from '../../documents/matter-words.ts';
import { citeText, type Paper } from '../../documents/words.ts';
import { fieldLines, headingLines, pointLines, textOfLines, titleLines } from './lines.ts';

/** A reminder for a messenger: what was ordered and until when, and what is a problem; no remarks, which others wrote. */
export function reminderText(paper: Paper<ReminderPaper>): string {
  const { doc, t } = paper;
  const facts = (row: ReminderPaper['followUps'][number]): [string, string][] => [
    [t('table.cite'), citeText(row.cite, paper)],
    [t('followUp.due'), row.due === null ? '' : formatDate(row.due, doc.locale)],
    [
      t('fields:status'),
      row.lateBy > 0 ? `${standingText(row, t)}, ${statusText(row, paper)}` : statusText(row, paper),
    ],
  ];
  return textOfLines([
    ...titleLines(t('file.reminder'), 'messenger'),
    ...(doc.sample ? [t('sampleMark')] : []),
    ...reminderFields(paper).flatMap(fieldLines),
    '',
    reminderIntro(doc, t),
    '',
    ...doc.followUps.flatMap((row, index) => pointLines(index, row.what, facts(row), 'messenger')),
    ...(doc.problems.length === 0 ? [] : headingLines(t('reminder.problems'), 'messenger')),
    ...doc.problems.flatMap((row, index) =>
      pointLines(
        index,
        row.text,
        [
          [t('problem.since'), formatDate(row.since, doc.locale)],
          [t('problem.raised'), raisedText(row, paper)],
        ],
        'messenger',
      ),
    ),
    ...(doc.followUps.length + doc.problems.length === 0 ? [] : ['', t('reminder.end')]),
  ]);
}
