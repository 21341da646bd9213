import type { Table } from 'docx';
import type { Attendance } from '#core/minutes/attendance.ts';
import type { DocumentHead } from '#core/minutes/head.ts';
import type { MinutesAttendee, MinutesFollowUp, MinutesProblem } from '#core/minutes/minutes.ts';
import type { PrintedChart } from '#core/minutes/printed-charts.ts';
import type { Rundown } from '#core/minutes/rundown.ts';
import type { Sheet } from '#core/model/sheet.ts';
import { formatDate } from '#core/text/format.ts';
import { FIGURES, figureTexts } from '../../documents/chart-figures.ts';
import { cameText, inChargeNames, spanText } from '../../documents/labels.ts';
import { dueText, problemRemarkText, problemStatusText, raisedText, remarkText } from '../../documents/matter-words.ts';
import type { DocumentTexts } from '../../documents/texts.ts';
import { attendeeOffice, citeText, inChargeText, lengthText, nameText, type Paper } from '../../documents/words.ts';
import { type GridColumn, grid, isShort, paragraph } from './parts.ts';
import { STYLE } from './styles.ts';

const columnsOf = (columns: readonly (readonly [string, number | null])[]): GridColumn[] =>
  columns.map(([name, width]) => ({ name, width }));

/** A sheet's targets and their expected change. */
export function targetsGrid({ targets }: Sheet, t: DocumentTexts, width: number): Table {
  return grid(
    targets.map(({ indicator, unit, target, achieved, change }) => ({
      cells: [indicator, { centre: unit }, { centre: target }, { centre: achieved }, change],
      whole: isShort(indicator, unit, target, achieved, change),
    })),
    {
      width,
      columns: columnsOf([
        [t('fields:sheet.indicator'), 46],
        [t('fields:sheet.unit'), 20],
        [t('fields:sheet.target'), 20],
        [t('fields:sheet.achieved'), 20],
        [t('fields:sheet.change'), null],
      ]),
    },
  );
}

/** The follow-up matrix (docs/domain/records.md#the-follow-up-matrix). */
export function matrixGrid(rows: readonly MinutesFollowUp[], paper: Paper<DocumentHead>, width: number): Table {
  const { doc, t } = paper;
  const day = (date: string | null): string => (date === null ? t('nothing') : formatDate(date, doc.locale));
  return grid(
    rows.map((row, index) => ({
      cells: [
        { centre: String(index + 1) },
        [paragraph(row.what, { style: STYLE.cell }), paragraph(citeText(row.cite, paper), { style: STYLE.cite })],
        row.plan || t('nothing'),
        inChargeNames(row, t),
        dueText(row, paper) || t('nothing'),
        t(`domain:followUpStatus.${row.status}`),
        remarkText(row, paper) || t('nothing'),
        day(row.doneOn),
      ],
      whole: isShort(row.what, row.plan, remarkText(row, paper)),
    })),
    {
      width,
      columns: columnsOf([
        [t('fields:number'), 10],
        [t('followUp.what'), 52],
        [t('followUp.plan'), 37],
        [t('fields:inCharge'), 27],
        [t('followUp.due'), 23],
        [t('fields:status'), 27],
        [t('fields:remark'), null],
        [t('followUp.doneOn'), 23],
      ]),
    },
  );
}

/** The recurring problems. */
export function problemsGrid(rows: readonly MinutesProblem[], paper: Paper<DocumentHead>, width: number): Table {
  const { doc, t } = paper;
  return grid(
    rows.map((row, index) => ({
      cells: [
        { centre: String(index + 1) },
        row.agency || t('nothing'),
        row.text,
        formatDate(row.since, doc.locale),
        { centre: raisedText(row, paper) || t('nothing') },
        problemStatusText(row, paper),
        problemRemarkText(row, paper) || t('nothing'),
      ],
      whole: isShort(row.text, row.remark, row.evidence),
    })),
    {
      width,
      columns: columnsOf([
        [t('fields:number'), 10],
        [doc.term, 48],
        [t('problem.text'), null],
        [t('problem.since'), 24],
        [t('problem.raised'), 20],
        [t('fields:status'), 30],
        [t('fields:remark'), 50],
      ]),
    },
  );
}

/** The attendance list; its last column is empty for ink. */
export function attendanceGrid(
  attendance: readonly MinutesAttendee[],
  form: Attendance['form'],
  paper: Paper<DocumentHead>,
  width: number,
): Table {
  const { t } = paper;
  return grid(
    attendance.map((attendee, index) => ({
      cells: [
        { centre: String(index + 1) },
        attendee.name,
        attendeeOffice(attendee, t),
        { centre: cameText(attendee, form, paper) },
        '',
      ],
      whole: true,
    })),
    {
      width,
      rowHeight: 8.5,
      columns: columnsOf([
        [t('fields:number'), 11],
        [t('fields:name'), 50],
        [t('attendance.office'), null],
        [t('fields:time'), 19],
        [t('attendance.initials'), 26],
      ]),
    },
  );
}

/** The agenda as planned. */
export function rundownGrid(rundown: Rundown, t: DocumentTexts, width: number): Table {
  return grid(
    rundown.rows.map((row, index) => ({
      cells: [
        { centre: String(index + 1) },
        { centre: spanText(row, { doc: rundown, t }) },
        { centre: row.length === 0 ? t('nothing') : lengthText(row.length, t) },
        nameText(row, t),
        inChargeText(row, t),
      ],
      whole: true,
    })),
    {
      width,
      columns: columnsOf([
        [t('fields:number'), 11],
        [t('fields:time'), 28],
        [t('rundown.length'), 22],
        [t('fields:item'), 54],
        [t('fields:inCharge'), null],
      ]),
    },
  );
}

/** Planned and actual times of a day. */
export function figuresGrid(chart: PrintedChart, paper: Paper<DocumentHead>, width: number): Table {
  return grid(
    chart.rows.map((row) => {
      const [name = '', ...figures] = figureTexts(row, chart, paper);
      return { cells: [name, ...figures.map((text) => ({ centre: text }))], whole: true };
    }),
    {
      width,
      columns: FIGURES.map(([key], index) => ({
        name: paper.t(`chart.${key}`),
        width: [null, 24, 24, 20, 20, 28][index] ?? null,
      })),
    },
  );
}
