import { expect, it } from 'vitest';
import type { BoardRequest } from '#core/minutes/board-request.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { firstSettings } from '#core/model/settings.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { instantOf } from '#core/time/zone.ts';
import { boardHandlers } from '#main/archive/board-requests.ts';
import { renderInProcess } from '#main/exports/rendering.ts';
import { saver } from '#main/exports/saver.ts';
import { replaceFile } from '#main/storage/file-port.ts';
import { simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { storedDigest } from '../../../support/archive-documents.ts';
import { openRoom, THREE_AGENCIES } from '../../../support/build-meeting.ts';
import { carriedFollowUp, nextRakor } from '../../../support/carried-matters.ts';
import { wholeBytes } from '../../../support/whole-bytes.ts';

const ALL = { agencyId: null, leader: null, standing: null, text: '' } as const;
const BOARD: BoardRequest = { document: 'board', filter: ALL, sort: 'due' };
const meetingWith = (id: string, what: string): Meeting => ({
  ...nextRakor({ followUps: [carriedFollowUp(`of ${id}`, { what })] }, [], openRoom().meeting()),
  id,
});

/** Three meetings of which two can be read at a time; one more is not proven by its files. */
async function board(open: Meeting | null = null) {
  const disk = simulatedDisk();
  await disk.port.makeFolder('/documents');
  const stored = new Map(['m1', 'm2', 'm3'].map((id) => [id, meetingWith(id, `arahan ${id}`)]));
  const read: string[][] = [];
  const asked: string[] = [];
  const place: { next: string | null } = { next: null };
  const host = {
    printPdf: async (html: string) => new TextEncoder().encode(html),
    showDocument: (html: string) => html,
    async askSavePath(suggested: string) {
      asked.push(suggested);
      return place.next === null ? null : { path: place.next, overwriteAsked: false };
    },
  };
  const write = (path: string, text: string): Promise<void> => replaceFile(disk.port, path, text);
  const saving = saver({
    host,
    files: disk.port,
    documentsFolder: '/documents',
    exporting: { write: async (path, bytes) => write(path, (await wholeBytes(bytes)).toString()) },
  });
  const handlers = boardHandlers(
    {
      host,
      render: renderInProcess,
      now: () => instantOf('2021-06-02', '09:00', 'WITA'),
      settings: () => {
        const settings = firstSettings(THREE_AGENCIES);
        return { ...settings, letterhead: { ...settings.letterhead, office: 'BAGIAN UMUM' } };
      },
      emblem: async () => null,
      register: { present: async () => null },
      workspace: {
        shown: () => (open === null ? null : { meeting: () => open }),
        rows: () => [
          ...[...stored.keys()].map((id) => ({ id, health: 'sound' as const })),
          { id: 'broken', health: 'unprovable' },
        ],
      },
      digests: {
        async texts(ids) {
          read.push([...ids]);
          return ids.slice(0, 2).flatMap((id) => {
            const meeting = stored.get(id);
            if (meeting === undefined) throw new Error(`nothing proves ${id}`);
            return [{ id, stamp: '', text: storedDigest(meeting) }];
          });
        },
      },
    },
    saving,
  );
  return { handlers, saving, read, asked, place, disk, write };
}

it('is made of every meeting that its files prove, some at a time, without an open one', async () => {
  const { handlers, read } = await board();
  const { url: page } = await handlers['board.preview']({ paper: BOARD });
  for (const words of ['arahan m1', 'arahan m2', 'arahan m3', 'BAGIAN UMUM', 'Rabu, 2 Juni 2021']) {
    expect(page).toContain(words);
  }
  expect(read).toEqual([['m1', 'm2', 'm3'], ['m3']]);
});

it('has the open meeting as it is now, not as its files were', async () => {
  const { handlers, read } = await board(meetingWith('m2', 'baru saja diubah'));
  const { url: page } = await handlers['board.preview']({ paper: BOARD });
  expect(page).toContain('baru saja diubah');
  expect(page).not.toContain('arahan m2');
  expect(read).toEqual([['m1', 'm3']]);
});

it('is written where the user says, and replaces a file only when told to', async () => {
  const { handlers, saving, asked, place, disk, write } = await board();
  const save = (overwrite: boolean) => handlers['board.export']({ paper: BOARD, format: 'csv', overwrite });
  expect(await save(false)).toEqual({ path: null });
  expect(asked).toEqual(['/documents/Daftar Tindak Lanjut 2021-06-02.csv']);
  place.next = '/documents/papan';
  const path = '/documents/papan.csv';
  expect(await save(false)).toEqual({ path });
  expect(saving.wrote(path)).toBe(true);
  const first = await disk.port.read(path);
  expect(first).toContain('arahan m1');
  await write(path, 'milik orang');
  await expect(save(false)).rejects.toThrow(new Refused('exportExists', { path }));
  expect(await disk.port.read(path)).toBe('milik orang');
  const times = asked.length;
  // The answer is for the path that was chosen before: nobody is asked again.
  place.next = '/documents/lain.csv';
  expect(await save(true)).toEqual({ path });
  expect(asked).toHaveLength(times);
  expect(await disk.port.read(path)).toBe(first);
});

it('does not write one choice of follow-ups over another', async () => {
  const { handlers, asked, place, disk, write } = await board();
  place.next = '/documents/semua.csv';
  await write(place.next, 'milik orang');
  const save = (paper: BoardRequest, overwrite: boolean) =>
    handlers['board.export']({ paper, format: 'csv', overwrite });
  await expect(save(BOARD, false)).rejects.toThrow('exportExists');
  place.next = '/documents/pupr.csv';
  const filtered: BoardRequest = { ...BOARD, filter: { ...BOARD.filter, agencyId: 'pupr' } };
  expect(await save(filtered, true)).toEqual({ path: '/documents/pupr.csv' });
  expect(asked.at(-1)).toBe('/documents/Daftar Tindak Lanjut PUPR 2021-06-02.csv');
  expect(await disk.port.read('/documents/semua.csv')).toBe('milik orang');
});

it('prints a reminder, and says it for a messenger', async () => {
  const { handlers, place, disk } = await board();
  place.next = '/documents/pengingat.pdf';
  const paper: BoardRequest = { document: 'reminder', agencyId: 'pupr' };
  await handlers['board.export']({ paper, format: 'pdf', overwrite: false });
  expect(await disk.port.read(place.next)).toContain('PENGINGAT TINDAK LANJUT');
  const { text } = await handlers['board.text']({ agencyId: 'pupr' });
  expect(text).toContain('*Pengingat Tindak Lanjut*');
  expect(text.match(/arahan m/g)).toHaveLength(3);
});

it('refuses an unknown agency and a format that there is not, before anybody is asked for a path', async () => {
  const { handlers, asked } = await board();
  const paper: BoardRequest = { document: 'reminder', agencyId: 'gone' };
  await expect(handlers['board.text']({ agencyId: 'gone' })).rejects.toThrow(new Refused('unknownAgency'));
  await expect(handlers['board.export']({ paper, format: 'pdf', overwrite: false })).rejects.toThrow('unknownAgency');
  await expect(handlers['board.export']({ paper: BOARD, format: 'docx', overwrite: false })).rejects.toThrow(
    'badMessage',
  );
  expect(asked).toEqual([]);
});
