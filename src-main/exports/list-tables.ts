import { actingIn } from '#core/import/leader-words.ts';
import type { ListFormat, ListKind } from '#core/minutes/documents.ts';
import { printable } from '#core/minutes/printable.ts';
import type { Settings } from '#core/model/settings.ts';
import { statusIn } from '#core/text/office.ts';
import { documentTexts } from '../documents/texts.ts';
import { csvBytes } from './csv.ts';
import type { Column, Table } from './table.ts';
import { xlsxBytes } from './xlsx.ts';

/** The lists of the settings, and in which language they are written. */
export type Lists = Pick<Settings, 'agencies' | 'leaders' | 'locale' | 'defaults'>;

const column = (name: string, width: number, align: Column['align'] = 'left'): Column => ({ name, width, align });

/**
 * A list of the settings under the column names by which `readAgencies` and `readLeaders` recognise it, so that the
 * file can be corrected in a spreadsheet and read again.
 */
export function listTable({ agencies, leaders, locale, defaults }: Lists, list: ListKind): Table {
  const t = documentTexts(locale);
  const number = column(t('fields:number'), 6, 'center');
  const head = { mark: '', locale, zone: defaults.zone };
  switch (list) {
    case 'agencies':
      return {
        ...head,
        name: t('table.agencies'),
        columns: [number, column(t('fields:agency'), 60), column(t('fields:short'), 18), column(t('fields:head'), 26)],
        rows: agencies.map((agency, index) => [index + 1, ...[agency.name, agency.short, agency.head].map(printable)]),
      };
    case 'leaders':
      return {
        ...head,
        name: t('table.leaders'),
        columns: [
          number,
          column(t('fields:leader'), 40),
          column(t('fields:name'), 34),
          column(t('fields:status'), 9),
          column(t('fields:office'), 40),
          column(t('fields:rank'), 28),
          column(t('fields:nip'), 24),
        ],
        rows: leaders.map(({ role, name, office, rank, nip }, index) => [
          index + 1,
          t(`domain:role.${role}`),
          printable(name),
          actingIn(statusIn(office) ?? ''),
          ...[office, rank, nip].map(printable),
        ]),
      };
    default:
      return list satisfies never;
  }
}

/** The bytes of a list's file. */
export async function listFile(lists: Lists, list: ListKind, format: ListFormat): Promise<Uint8Array> {
  const table = listTable(lists, list);
  return format === 'csv' ? csvBytes(table) : xlsxBytes(table);
}
