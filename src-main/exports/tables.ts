import { type BoardPaper, eachOnce } from '#core/minutes/board-paper.ts';
import type { FollowUpMatrix } from '#core/minutes/follow-up-rows.ts';
import type { DocumentHead } from '#core/minutes/head.ts';
import type { Ledger } from '#core/minutes/ledger.ts';
import { MINUTE } from '#core/time/units.ts';
import { inChargeNames } from '../documents/labels.ts';
import { remarkText, saidText } from '../documents/matter-words.ts';
import { type DocumentTexts, documentTexts } from '../documents/texts.ts';
import { citeText, nameText } from '../documents/words.ts';
import type { Cell, Column, Table } from './table.ts';

const column = (name: string, width: number, align: Column['align'] = 'left'): Column => ({ name, width, align });

/**
 * The sheet's name and what its pages say: a draft until the meeting is closed. No row says so, since rows are sorted and
 * calculated with; a CSV file has nothing else, and is the same (docs/decisions/0016-exports.md#decision).
 */
const titled = ({ unfinished }: DocumentHead, name: string, t: DocumentTexts): Pick<Table, 'name' | 'mark'> =>
  unfinished ? { name: t('table.draft', { name }), mark: t('unfinishedMark') } : { name, mark: '' };

const dateCell = (date: string | null): Cell => (date === null ? null : { date });

/** @param further columns after the due date */
const followUpColumns = (t: DocumentTexts, further: Table['columns'] = []): Table['columns'] => [
  column(t('fields:number'), 6, 'center'),
  column(t('followUp.what'), 48),
  column(t('table.cite'), 26),
  column(t('followUp.plan'), 36),
  column(t('fields:inCharge'), 22),
  column(t('followUp.due'), 17),
  ...further,
  column(t('fields:status'), 20),
  column(t('fields:remark'), 36),
  column(t('followUp.doneOn'), 17),
];

/**
 * The follow-up matrix for sorting and filtering (docs/domain/records.md#the-follow-up-matrix), with a column for the
 * author.
 */
export function followUpTable(doc: FollowUpMatrix): Table {
  const t = documentTexts(doc.locale);
  return {
    ...titled(doc, t('table.followUps'), t),
    locale: doc.locale,
    zone: doc.zone,
    columns: [...followUpColumns(t)],
    rows: doc.followUps.map((row, index) => [
      index + 1,
      row.what,
      citeText(row.cite, { doc, t }),
      row.plan,
      row.inCharge.length === 0 ? null : inChargeNames(row, t),
      dateCell(row.due),
      t(`domain:followUpStatus.${row.status}`),
      remarkText(row, { doc, t }),
      dateCell(row.doneOn),
    ]),
  };
}

/** The times of all turns, for calculation. Added and removed minutes are numbers: no program shows a negative time. */
export function ledgerTable(doc: Ledger): Table {
  const t = documentTexts(doc.locale);
  const { zone } = doc;
  return {
    ...titled(doc, t('table.ledger'), t),
    locale: doc.locale,
    zone,
    columns: [
      column(t('fields:number'), 6, 'center'),
      column(t('fields:item'), 44),
      column(t('fields:status'), 18),
      column(t('table.plannedStart', { zone }), 20),
      column(t('table.planned'), 11, 'right'),
      column(t('table.start', { zone }), 20),
      column(t('table.end', { zone }), 20),
      column(t('fields:length'), 11, 'right'),
      column(t('table.added'), 12, 'right'),
      column(t('table.over'), 11, 'right'),
      column(t('table.pauses'), 9, 'right'),
      column(t('table.paused'), 11, 'right'),
    ],
    rows: doc.rows.map((row, index) => [
      index + 1,
      nameText(row, t),
      t(`domain:itemStatus.${row.status}`),
      row.plannedStart === null ? null : { moment: row.plannedStart },
      { length: row.planned },
      row.start === null ? null : { moment: row.start },
      row.end === null ? null : { moment: row.end },
      // A turn that did not begin has no times, which an average must not count as zero.
      ...(row.start === null
        ? [null, null, null, null, null]
        : [
            { length: row.spent },
            Math.round((row.added / MINUTE) * 100) / 100,
            { length: row.over },
            row.pauses,
            { length: row.paused },
          ]),
    ]),
  };
}

/** The board for sorting and filtering: each follow-up once, whatever the grouping. */
export function boardTable(doc: BoardPaper): Table {
  const t = documentTexts(doc.locale);
  const paper = { doc, t };
  return {
    name: t('table.followUps'),
    mark: '',
    locale: doc.locale,
    zone: doc.zone,
    columns: [...followUpColumns(t, [column(t('board.standing'), 18), column(t('table.lateBy'), 11, 'right')])],
    rows: eachOnce(doc.groups).map((row, index) => [
      index + 1,
      row.what,
      citeText(row.cite, paper),
      row.plan,
      row.inCharge.length === 0 ? null : inChargeNames({ inCharge: row.inCharge, forAll: '' }, t),
      dateCell(row.due),
      t(`domain:standing.${row.standing}`),
      row.lateBy === 0 ? null : row.lateBy,
      t(`domain:followUpStatus.${row.status}`),
      saidText(row, paper),
      dateCell(row.doneOn),
    ]),
  };
}
