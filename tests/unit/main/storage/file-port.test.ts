import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { instant } from '#core/time/units.ts';
import { settingsValue } from '#main/app/settings.ts';
import { backedUpFrom } from '#main/backups/store.ts';
import { meetingSession } from '#main/meeting/meeting-session.ts';
import { meetingStore } from '#main/meeting/meeting-store.ts';
import { snapshotText, snapshotValue } from '#main/meeting/snapshot-text.ts';
import { diskPort } from '#main/storage/file-port.ts';
import { counter, movedClock, roomOf } from '../../../support/projector-at-work.ts';
import { temporaryFolder } from '../../../support/temp-folder.ts';

/** As Notepad saves a file: with a byte-order mark and carriage returns. */
async function savedByNotepad(path: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  await writeFile(path, `\uFEFF${text.replaceAll('\n', '\r\n')}`);
}

test('files that Notepad saved are read as they were: settings, meeting, journal, heartbeat, history, backup', async () => {
  const folder = await temporaryFolder();
  const clock = movedClock();
  const settings = () =>
    settingsValue({
      files: diskPort,
      dataFolder: folder,
      sample: [],
      now: () => instant(0),
      onChange: () => undefined,
    });
  await settings().update((current) => ({ ...current, locale: 'en' }));
  await savedByNotepad(join(folder, 'settings.json'));
  const again = settings();
  expect(await again.open()).toEqual([]);
  expect(again.current()).toMatchObject({ locale: 'en' });

  const store = meetingStore({ files: diskPort, dataFolder: folder, now: clock.now, report: () => undefined });
  const meeting = roomOf(clock);
  await store.create(meeting);
  const open = async () =>
    meetingSession({ opened: await store.open(meeting.id), clock, newId: counter('b'), onChange: () => undefined });
  const first = await open();
  first.command({ type: 'meeting.edit', fields: { theme: 'Padanan data' } });
  await first.close();
  const second = await open();
  second.command({ type: 'meeting.edit', fields: { theme: 'Padanan data kemiskinan' } });
  await second.flush();
  await second.stop();
  await store.beat(meeting.id, { turn: null, at: clock.now(), durable: 7 });
  for (const name of ['meeting.json', 'journal.ndjson', 'history.json', 'heartbeat.json']) {
    await savedByNotepad(join(store.folderOf(meeting.id), name));
  }
  const opened = await store.open(meeting.id);
  expect(opened.meeting).toEqual(second.meeting());
  expect(opened.steps.done).toHaveLength(2);
  expect(opened.notices).toEqual([{ code: 'changesMissing', params: { count: 5 } }]);
  // It is rewritten, and further writes continue.
  const third = meetingSession({ opened, clock, newId: counter('c'), onChange: () => undefined });
  third.command({ type: 'meeting.edit', fields: { theme: 'Selesai' } });
  await third.flush();
  await third.stop();
  expect((await store.open(meeting.id)).meeting.theme).toBe('Selesai');

  const path = join(folder, 'rakor.json');
  await writeFile(path, snapshotText(snapshotValue({ seq: 3, at: clock.now(), mono: null, meeting })));
  await savedByNotepad(path);
  expect(backedUpFrom(await diskPort.read(path), path).meeting).toEqual(meeting);
});

test('a file is cut by its path, and goes on at its new end; one that begins empty loses what a copy has left', async () => {
  const path = join(await temporaryFolder(), 'journal.ndjson');
  await expect(diskPort.truncate(path, 0)).rejects.toMatchObject({ code: 'ENOENT' });
  const first = await diskPort.openAppend(path);
  await first.append('satu\nsete');
  await first.close();
  await diskPort.truncate(path, 5);
  const second = await diskPort.openAppend(path);
  await second.append('dua\n');
  await second.append('tiga\n');
  await second.sync();
  await second.close();
  expect(await readFile(path, 'utf8')).toBe('satu\ndua\ntiga\n');
  const empty = await diskPort.openEmpty(path);
  await empty.append('baru ');
  await empty.append('sekali');
  await empty.close();
  expect(await readFile(path, 'utf8')).toBe('baru sekali');
});
