import type { DocumentHead } from '#core/minutes/head.ts';
import type { MinutesFollowUp, MinutesNote, MinutesProblem, NotesOfKind } from '#core/minutes/minutes.ts';
import { formatDate } from '#core/text/format.ts';
import { type Field, inChargeNames } from '../../documents/labels.ts';
import { dueText, problemRemarkText, problemStatusText, raisedText, remarkText } from '../../documents/matter-words.ts';
import type { DocumentTexts } from '../../documents/texts.ts';
import { typedLines } from '../../documents/typed-lines.ts';
import { citeText, type NoteRemarks, noteRemarks, type Paper, speakerText } from '../../documents/words.ts';

/**
 * How a plain text marks its headings. `file`: for a text editor and for Word. `messenger`: for WhatsApp, where bold
 * text is between asterisks; compact, since it is read on a phone.
 */
export type Manner = 'file' | 'messenger';

/** The user's text on one line. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Further lines are indented, so that the next point is visible. */
export const hanging = (text: string, indent = '  '): string => text.trim().replace(/\n\s*/g, `\n${indent}`);

/** An asterisk inside would end the bold text. */
const bold = (text: string): string => `*${oneLine(text.replaceAll('*', ''))}*`;

export function titleLines(text: string, manner: Manner): string[] {
  const title = oneLine(text);
  return manner === 'messenger' ? [bold(title)] : [title, '='.repeat(Math.min(60, [...title].length))];
}

/** A heading, preceded by an empty line. */
export function headingLines(text: string, manner: Manner): string[] {
  const heading = oneLine(text);
  return manner === 'messenger' ? ['', bold(heading)] : ['', heading, '-'.repeat(Math.min(60, [...heading].length))];
}

export const smallHeading = (text: string, manner: Manner): string[] => [
  '',
  manner === 'messenger' ? bold(text) : oneLine(text),
];

/** "Hari/Tanggal: Senin, 17 Mei 2021"; further lines are below the first, a list is below its name. */
export function fieldLines({ name, lines, numbered }: Field): string[] {
  if (!numbered) return [`${name}: ${hanging(lines.join('\n'))}`];
  return [`${name}:`, ...listLines({ lines, numbered }).map((line) => `  ${line}`)];
}

/** "Visi dan misi: …"; with several lines each is a point below the name. */
export function namedText(name: string, text: string): string[] {
  const lines = typedLines(text);
  if (lines.length <= 1) return [`${name}: ${text.trim()}`];
  return [`${name}:`, ...lines.map((line) => (line.isNumbered ? `  ${line.text}` : `  - ${line.text}`))];
}

export const listLines = ({ lines, numbered }: Pick<Field, 'lines' | 'numbered'>): string[] =>
  lines.map((line, index) => (numbered ? `${index + 1}. ${hanging(line, '   ')}` : hanging(line)));

/** What was said, and for whom besides the presenter. */
export const noteText = (note: Pick<MinutesNote, 'text'> & NoteRemarks, t: DocumentTexts): string =>
  `${note.text} ${noteRemarks(note, t)}`.trimEnd();

/** "- Bupati (arahan): …", one line per note. */
export const noteLines = (groups: readonly NotesOfKind[], t: DocumentTexts): string[] =>
  groups.flatMap(({ kind, notes }) =>
    notes.map((note) => {
      const by = t('plain.by', { speaker: speakerText(note.speaker, t), kind: t(`domain:noteKind.${kind}`) });
      return `- ${by} ${hanging(noteText(note, t))}`;
    }),
  );

/**
 * A follow-up with its known details below what is to be done: one line each in a file; all on one line for a
 * messenger, with the author only if it came from an earlier meeting.
 */
export function followUpLines(rows: readonly MinutesFollowUp[], paper: Paper<DocumentHead>, manner: Manner): string[] {
  const { doc, t } = paper;
  const day = (date: string | null): string => (date === null ? '' : formatDate(date, doc.locale));
  return rows.flatMap((row, index) => {
    const whole = manner === 'file';
    const facts: readonly (readonly [string, string])[] = [
      [t('table.cite'), whole || row.cite.carried ? citeText(row.cite, paper) : ''],
      [t('followUp.plan'), row.plan.trim()],
      [t('fields:inCharge'), row.inCharge.length === 0 ? '' : inChargeNames(row, t)],
      [t('followUp.due'), dueText(row, paper).replaceAll('\n', ' ')],
      [t('fields:status'), t(`domain:followUpStatus.${row.status}`)],
      [t('fields:remark'), remarkText(row, paper)],
      [t('followUp.doneOn'), day(row.doneOn)],
    ];
    return pointLines(index, row.what, facts, manner);
  });
}

/** A numbered point with its known details. */
export function pointLines(
  index: number,
  text: string,
  facts: readonly (readonly [name: string, text: string])[],
  manner: Manner,
): string[] {
  const known = facts.filter(([, fact]) => fact !== '').map(([name, fact]) => `${name}: ${hanging(fact, '   ')}`);
  return [
    `${index + 1}. ${hanging(text, '   ')}`,
    ...(manner === 'file' ? known : [known.join('; ')]).map((line) => `   ${line}`),
  ];
}

/** Recurring problems with their known details, as follow-ups have them. */
export const problemLines = (
  rows: readonly MinutesProblem[],
  paper: Paper<Pick<DocumentHead, 'locale' | 'term'>>,
  manner: Manner,
): string[] =>
  rows.flatMap((row, index) =>
    pointLines(
      index,
      row.text,
      [
        [paper.doc.term, row.agency],
        [paper.t('problem.since'), formatDate(row.since, paper.doc.locale)],
        [paper.t('problem.raised'), raisedText(row, paper)],
        [paper.t('fields:status'), problemStatusText(row, paper)],
        [paper.t('fields:remark'), problemRemarkText(row, paper)],
      ],
      manner,
    ),
  );

/** Lines as a text: no trailing spaces, no two consecutive empty lines, none at the beginning. */
export const textOfLines = (lines: readonly string[]): string =>
  `${lines
    .join('\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
