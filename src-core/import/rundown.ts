import type { ItemKind } from '../model/agenda-item.ts';
import { parseClockTime, parseDuration } from '../time/clock-text.ts';
import type { Duration } from '../time/units.ts';
import type { ClockTime } from '../time/zone.ts';
import { PASTE_MAX, PASTE_ROWS_MAX } from './agency-list.ts';
import { isWholeAgency } from './agency-words.ts';
import { cleanCell, isNumberCell, saysNothing, withoutNumber } from './cell.ts';
import { type Columns, type FieldPatterns, findHeader, NUMBER_COLUMN, shareOf, widthOf } from './columns.ts';
import type { KnownAgencies, KnownAgency } from './known-agencies.ts';
import { readLengths } from './rundown-lengths.ts';
import { readTable, rowKeys, type TableRow } from './table.ts';

export type RundownDoubt = 'newAgency' | 'noLength' | 'length' | 'lengthUnit' | 'order';

/** An item of a rundown as it was read. */
export interface RundownRow {
  /** Stays the same for a row when the surrounding text changes. */
  readonly key: string;
  readonly line: number;
  readonly kind: ItemKind;
  /** The agency whose turn it is; `null` for other items. */
  readonly agency: KnownAgency | null;
  readonly title: string;
  readonly inCharge: string;
  readonly start: ClockTime | null;
  readonly planned: Duration | null;
  readonly doubts: readonly RundownDoubt[];
}

export interface RundownReading {
  readonly rows: readonly RundownRow[];
  readonly left: readonly {
    readonly key: string;
    readonly line: number;
    readonly text: string;
    readonly why: 'header' | 'caption';
  }[];
  readonly isTooLarge: boolean;
}

type Field = 'number' | 'time' | 'length' | 'title' | 'inCharge';
const PATTERNS: FieldPatterns<Field> = {
  number: NUMBER_COLUMN,
  time: /^(?:waktu|pukul|jam|time)(?: pelaksanaan)?$/,
  length: /^(?:durasi|lama|menit|alokasi(?: waktu)?|duration|length|minutes)$/,
  title:
    /^(?:acara|mata acara|susunan acara|nama acara|kegiatan|uraian(?: kegiatan| acara)?|agenda|item|materi|activity)$/,
  inCharge:
    /^(?:penanggung jawab|pj|pic|petugas|pelaksana|penyaji|pemapar|narasumber|oleh|pengisi(?: acara)?|in charge|person in charge|by|speaker)$/,
};

const CLOCK = String.raw`(?:pukul|pkl\.?|jam)?\s*\d{1,2}[.:]\d{2}(?:[.:]00)?`;
const SPAN = new RegExp(
  `^(${CLOCK})(?:\\s*(?:wib|wita|wit))?(?:\\s*(?:-|–|—|s\\.?\\s?/?\\s?d\\.?|sampai|hingga|to|until)\\s*(${CLOCK}|selesai|end|finish))?(?:\\s*(?:wib|wita|wit))?\\.?`,
  'i',
);
const LENGTH = /\(?\s*(\d{1,3}(?:[.:,]\d{1,2})?\s*(?:menit|mnt|jam|minutes?|mins?|['’′]))\s*\)?$/i;

/** The kind of an item, by the first of these words in its title. */
const KINDS: readonly (readonly [ItemKind, RegExp])[] = [
  ['closingRemarks', /arahan (?:penutup|akhir)|closing remarks/i],
  ['anthem', /indonesia raya|lagu kebangsaan|national anthem/i],
  ['prayer', /\bdo['’]?a\b|prayer/i],
  ['qa', /tanya jawab|diskusi|q\s?&\s?a|discussion|questions/i],
  ['break', /ishoma|istirahat|rehat|makan siang|coffee|\bbreak\b|lunch|s[hb]?alat|sholat/i],
  ['report', /laporan|\breport\b/i],
  ['remarks', /arahan|sambutan|remarks|address/i],
  ['closing', /penutup|closing/i],
  ['opening', /pembuka|opening/i],
];
const PRESENTS =
  /^(?:paparan|pemaparan|ekspose|presentasi|penyampaian|giliran|presentation(?: of| by)?)\s*(?:oleh|dari)?\s*:?\s*/i;

interface Span {
  readonly start: ClockTime | null;
  readonly end: ClockTime | null;
  readonly rest: string;
}

/** The time or time range at the beginning of a text. */
function spanOf(text: string): Span {
  const match = SPAN.exec(text);
  if (match === null) return { start: null, end: null, rest: text };
  const clock = (part: string | undefined): ClockTime | null =>
    parseClockTime((part ?? '').replace(/([.:]\d{2})[.:]00$/, '$1'));
  const rest = text.slice(match[0].length).replace(/^[\s:;,–—-]+/, '');
  return { start: clock(match[1]), end: clock(match[2]), rest };
}

const minutesOf = (time: ClockTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const isTime = (cell: string): boolean => spanOf(cell).start !== null;
const isLength = (cell: string): boolean => /[a-z'’′]/i.test(cell) && parseDuration(cell) !== null;

function guessed(rows: readonly TableRow[]): Columns<Field> {
  const columns: Columns<Field> = {};
  for (let column = 0; column < widthOf(rows); column += 1) {
    const most = (test: (cell: string) => boolean): boolean => shareOf(rows, column, test) >= 0.6;
    if (columns.time === undefined && most((cell) => isTime(cell) && spanOf(cell).rest === '')) columns.time = column;
    else if (columns.length === undefined && most(isLength)) columns.length = column;
    else if (columns.number === undefined && columns.title === undefined && widthOf(rows) > 1 && most(isNumberCell))
      columns.number = column;
    else if (columns.title === undefined) columns.title = column;
    else columns.inCharge ??= column;
  }
  return columns;
}

/** A part of a day, as a workbook stores a time or a length: 0.354166666666667 for 08:30. */
const DAY_PART = /^0[.,]\d+$/;
const DAY_MINUTES = 24 * 60;

const minutesIn = (cell: string): number => Math.round(Number(cell.replace(',', '.')) * DAY_MINUTES);

/** The time in a column of times. */
function timeOfDay(cell: string): string {
  if (cell !== '0' && !DAY_PART.test(cell)) return cell;
  const minutes = minutesIn(cell);
  const two = (count: number): string => String(count).padStart(2, '0');
  return minutes < DAY_MINUTES ? `${two(Math.floor(minutes / 60))}.${two(minutes % 60)}` : cell;
}

/** The length in a column of lengths; "0,5" is what somebody wrote. */
const lengthOfDay = (cell: string): string =>
  DAY_PART.test(cell) && cell.length > '0.00'.length && minutesIn(cell) > 0 ? `${minutesIn(cell)} menit` : cell;

/** Whether there is a row of column names among these. */
export const hasRundownHeader = (rows: readonly TableRow[]): boolean => findHeader(rows, PATTERNS, ['title']) !== null;

/** The kind of an item with this title; an agency if the title names one. */
function kindOf(
  title: string,
  known: KnownAgencies,
): Pick<RundownRow, 'kind' | 'agency'> & { readonly isNew: boolean } {
  const bare = title.replace(PRESENTS, '');
  const agency = known.byName(bare) ?? known.byShort(bare);
  if (agency !== null) return { kind: 'agency', agency, isNew: false };
  if (isWholeAgency(bare)) return { kind: 'agency', agency: { name: bare, short: '', head: '' }, isNew: true };
  const found = KINDS.flatMap(([kind, words], rank) => {
    const at = title.search(words);
    return at === -1 ? [] : [{ kind, at: rank === 0 ? -1 : at }];
  }).toSorted((a, b) => a.at - b.at)[0];
  return { kind: found?.kind ?? 'other', agency: null, isNew: false };
}

/**
 * Reads a rundown as printed: time or time range, length, item, person in charge, in columns or on one line.
 * "08.00–08.10" is a time. A missing length follows from the times, and they say whether "00:10" is ten minutes.
 * @param known the agencies whose turns it may name
 */
export function readRundown(text: string, known: KnownAgencies): RundownReading {
  const table = text.length > PASTE_MAX ? null : readTable(text);
  if (table === null || table.rows.length > PASTE_ROWS_MAX) return { rows: [], left: [], isTooLarge: true };
  const cleaned = table.rows
    .map(({ line, cells }) => ({ line, cells: cells.map((cell) => cleanCell(cell).replaceAll('\n', ' ')) }))
    .filter(({ cells }) => !cells.every(saysNothing));
  const header = findHeader(cleaned, PATTERNS, ['title']);
  const columns = header?.columns ?? guessed(cleaned);
  const body = cleaned.slice((header?.index ?? -1) + 1);
  const left: RundownReading['left'][number][] = cleaned
    .slice(0, (header?.index ?? -1) + 1)
    .map(({ line, cells }, index) => ({
      key: `left${line}`,
      line,
      text: cells.filter(Boolean).join(' · '),
      why: index === header?.index ? 'header' : 'caption',
    }));
  const read = body.flatMap(({ line, cells }) => {
    const cell = (column: number | undefined): string => (column === undefined ? '' : (cells[column] ?? ''));
    const timed = spanOf(timeOfDay(cell(columns.time)));
    // On one line the number precedes the time, and the time precedes the item.
    const whole = cell(columns.title);
    const inline =
      timed.start === null
        ? spanOf(isTime(whole) ? whole : withoutNumber(whole).text)
        : { ...timed, rest: withoutNumber(whole).text };
    const lengthAtEnd = columns.length === undefined ? LENGTH.exec(inline.rest) : null;
    const title = (lengthAtEnd === null ? inline.rest : inline.rest.slice(0, lengthAtEnd.index)).trim();
    const written = cells.filter(Boolean).join(' · ');
    if (!/\p{L}/u.test(title)) {
      left.push({ key: `left${line}`, line, text: written, why: 'caption' });
      return [];
    }
    const inColumn = lengthOfDay(cell(columns.length));
    const given = inColumn === '' ? (lengthAtEnd?.[1] ?? '') : inColumn;
    return [
      {
        line,
        written,
        title,
        inCharge: cell(columns.inCharge),
        start: inline.start,
        end: inline.end,
        given,
      },
    ];
  });
  const timed = read.map(({ start, end, given }, index) => {
    const until = end ?? read[index + 1]?.start ?? null;
    const span = start === null || until === null ? null : minutesOf(until) - minutesOf(start);
    return { given, span, hasEnd: end !== null };
  });
  const lengths = readLengths(timed);
  const keyOf = rowKeys();
  const rows = read.map(({ line, written, title, inCharge, start }, index): RundownRow => {
    const span = timed[index]?.span ?? null;
    const { planned = null, doubt = null } = lengths[index] ?? {};
    const { kind, agency, isNew } = kindOf(title, known);
    const doubts: RundownDoubt[] = [
      ...(isNew ? (['newAgency'] as const) : []),
      ...(planned === null ? (['noLength'] as const) : []),
      ...(doubt === null ? [] : [doubt]),
      ...(span !== null && span < 0 ? (['order'] as const) : []),
    ];
    return {
      key: keyOf(written),
      line,
      kind,
      agency,
      title: title.slice(0, 300),
      inCharge: inCharge.slice(0, 300),
      start,
      planned,
      doubts,
    };
  });
  return { rows, left, isTooLarge: false };
}
