import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { Meeting } from '#core/model/meeting.ts';
import { documentFile } from '#main/exports/render-document.ts';
import { closedRoom, sourceOf } from '../../../support/export-source.ts';
import { textIn } from '../../../support/unzip.ts';

async function rowsOf(document: 'followUps' | 'ledger'): Promise<unknown[][]> {
  const source = sourceOf(closedRoom().meeting(), { document });
  const bytes = await documentFile(source, 'xlsx');
  const [sheet] = await readXlsxFile(Buffer.from(bytes));
  return sheet?.data ?? [];
}
async function csvOf(document: 'followUps' | 'ledger'): Promise<string[]> {
  const source = sourceOf(closedRoom().meeting(), { document });
  const bytes = await documentFile(source, 'csv');
  return new TextDecoder().decode(bytes).trimEnd().split('\r\n');
}

/** "0:12:18" of what a reader takes for a time of day on the first day that Excel knows. */
const lengthOf = (cell: unknown): number => (cell as Date).getTime() - Date.UTC(1899, 11, 30);

describe('the follow-ups as a table', () => {
  it('has a row for each that may be exported, and none of a private note', async () => {
    const [header, ...rows] = await rowsOf('followUps');
    expect(header).toEqual([
      'No.',
      'Arahan/Keputusan',
      'Sumber',
      'Rencana tindak lanjut',
      'Penanggung jawab',
      'Tenggat',
      'Status',
      'Keterangan',
      'Tanggal selesai',
    ]);
    expect(rows).toEqual([
      [
        1,
        'tampil',
        'Arahan Bupati pada Rakor 17 Mei 2021',
        'rencana',
        'PUPR dan Dinkes',
        new Date('2021-05-31T00:00:00Z'),
        'belum ditindaklanjuti',
        'ket',
        null,
      ],
    ]);
    expect((await csvOf('followUps'))[1]).toBe(
      '1;tampil;Arahan Bupati pada Rakor 17 Mei 2021;rencana;PUPR dan Dinkes;2021-05-31;belum ditindaklanjuti;ket;',
    );
  });
});

describe('the times of the turns as a table', () => {
  it('has every item with its times, lengths and pauses', async () => {
    const [header = [], ...rows] = await rowsOf('ledger');
    expect(header.slice(5, 7)).toEqual(['Mulai (WITA)', 'Selesai (WITA)']);
    const meeting = closedRoom().meeting();
    expect(rows).toHaveLength(meeting.agenda.order.length);
    const health = rows.find(([, name]) => name === 'Dinas Kesehatan') ?? [];
    expect(health[2]).toBe('selesai');
    expect(health[5]).toEqual(new Date('2021-05-17T08:30:00Z'));
    expect(health[6]).toEqual(new Date('2021-05-17T08:44:00Z'));
    expect([health[4], health[7], health[9], health[11]].map(lengthOf)).toEqual([
      12 * 60_000,
      12 * 60_000,
      60_000,
      2 * 60_000,
    ]);
    expect([health[8], health[10]]).toEqual([-1, 1]);
  });

  it('leaves the times of what did not begin empty', async () => {
    const rows = await rowsOf('ledger');
    const skipped = rows.find(([, name]) => name === 'Kecamatan Satui') ?? [];
    expect(skipped[2]).toBe('dilewati');
    expect(skipped.slice(5)).toEqual(Array(7).fill(null));
    expect((await csvOf('ledger')).find((line) => line.includes('Kecamatan Satui'))).toMatch(/;0:12:00;;;;;;;$/);
  });
});

describe('the tables of a meeting that is not closed', () => {
  const DRAFT = 'KONSEP: rapat belum ditutup.';
  const room = closedRoom();
  const closed = room.meeting();
  room.send({ type: 'meeting.reopen' });

  it.each(['followUps', 'ledger'] as const)(
    'are marked as a draft in Excel, on the sheet and on paper (%s)',
    async (document) => {
      const partsOf = async (meeting: Meeting): Promise<[string, string]> => {
        const bytes = await documentFile(sourceOf(meeting, { document }), 'xlsx');
        return [textIn(bytes, 'xl/workbook.xml'), textIn(bytes, 'xl/worksheets/sheet1.xml')];
      };
      const [book, sheet] = await partsOf(room.meeting());
      expect(book).toMatch(/<sheet [^>]*name="[^"]+ \(KONSEP\)"/);
      expect(sheet).toMatch(
        /<pageSetup[^>]*\/><headerFooter><oddHeader>&amp;CKONSEP: [^<]*<\/oddHeader><\/headerFooter>/,
      );
      expect(sheet).toContain(DRAFT);
      const [before, bare] = await partsOf(closed);
      expect(before).not.toContain('KONSEP');
      expect(bare).not.toContain('headerFooter');
    },
  );

  it('have rows only in CSV, which programs read', async () => {
    const csv = async (meeting: Meeting) => documentFile(sourceOf(meeting, { document: 'ledger' }), 'csv');
    expect(await csv(room.meeting())).toEqual(await csv(closed));
  });
});
