import type { StandingCounts } from '#core/archive/board.ts';
import {
  type ArchivePaper,
  type BoardPaper,
  type BoardPaperRow,
  type GroupName,
  type ReminderPaper,
  totalOf,
} from '#core/minutes/board-paper.ts';
import { formatDate, formatLongDate } from '#core/text/format.ts';
import { officeAt } from '#core/text/office.ts';
import type { Field } from './labels.ts';
import type { DocumentTexts } from './texts.ts';
import type { Paper } from './words.ts';

const field = (name: string, text: string): Field => ({ name, lines: [text], numbered: false });

/** "12 tindak lanjut: 3 terlambat, …". */
export const countsText = (counts: StandingCounts, t: DocumentTexts): string =>
  t('board.counts', { all: totalOf(counts), ...counts });

/** The agency, or the leader by role. */
export function groupText(name: GroupName, t: DocumentTexts): string {
  if ('agency' in name) return name.agency === '' ? t('board.noAgency') : name.agency;
  return name.leader === null ? t('board.noLeader') : t(`domain:role.${name.leader}`);
}

/** What was asked for: "Dinas Kesehatan; Bupati; Terlambat; yang memuat kata …". */
function filterText({ filter }: BoardPaper, t: DocumentTexts): string {
  const { agency, leader, standing, text } = filter;
  const said = [
    agency ?? '',
    leader === null ? '' : t(`domain:role.${leader}`),
    standing === null ? '' : t(`domain:standing.${standing}`),
    text.trim() === '' ? '' : t('board.words', { text: text.trim() }),
  ].filter((one) => one !== '');
  return said.length === 0 ? t('board.all') : said.join('; ');
}

export const boardFields = ({ doc, t }: Paper<BoardPaper>): Field[] => [
  field(t('board.day'), formatLongDate(doc.today, doc.locale)),
  field(t('board.contains'), filterText(doc, t)),
  field(t('board.count'), countsText(doc.counts, t)),
];

export const reminderFields = ({ doc, t }: Paper<ReminderPaper>): Field[] => [
  field(t('agencySheet.agency'), doc.agency.head === '' ? doc.agency.name : officeAt(doc.agency.head, doc.agency.name)),
  field(t('board.day'), formatLongDate(doc.today, doc.locale)),
];

/** "Mohon perhatian atas 5 tindak lanjut …; 2 di antaranya lewat tenggat." */
export function reminderIntro({ followUps }: ReminderPaper, t: DocumentTexts): string {
  const late = followUps.filter(({ standing }) => standing === 'late').length;
  if (followUps.length === 0) return t('reminder.none');
  return t(late === 0 ? 'reminder.intro' : 'reminder.introLate', { count: followUps.length, late });
}

/** "Terlambat 14 hari", "Sesuai rencana". */
export const standingText = ({ standing, lateBy }: BoardPaperRow, t: DocumentTexts): string =>
  lateBy > 0 ? t('board.lateBy', { count: lateBy }) : t(`domain:standing.${standing}`);

/** "sedang dalam proses", "selesai 12 Mei 2021". */
export function statusText({ status, doneOn }: BoardPaperRow, { doc, t }: Paper<ArchivePaper>): string {
  const name = t(`domain:followUpStatus.${status}`);
  return status === 'done' && doneOn !== null ? `${name} ${formatDate(doneOn, doc.locale)}` : name;
}

/** The title of a paper, for its window and its file's properties. */
export function paperTitle(paper: ArchivePaper, t: DocumentTexts): string {
  const date = formatLongDate(paper.today, paper.locale);
  return paper.document === 'board'
    ? t('title.board', { date })
    : t('title.reminder', { agency: paper.agency.name, date });
}
