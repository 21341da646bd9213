import { readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allNotes } from '#core/model/meeting-notes.ts';
import type { DeskView } from '#core/views/desk.ts';
import { agencyRows } from '../support/agency-rows.ts';
import { accepted, type Client, startApplication } from '../support/running-application.ts';
import { temporaryFolder } from '../support/temp-folder.ts';

const CREATE = {
  title: 'Rakor Uji',
  date: '2026-05-18',
  agencies: agencyRows('Dinas Sosial\nInspektorat'),
  carryFrom: null,
};

const firstItem = ({ meeting }: DeskView): string => meeting?.agenda.order[0] ?? '';
const noteOf = (view: DeskView, text: string) =>
  ({
    type: 'note.add',
    itemId: firstItem(view),
    author: { kind: 'leader', role: 'sekda' },
    kind: 'directive',
    visibility: 'auto',
    text,
    concerns: null,
  }) as const;
const textsOf = ({ meeting }: DeskView): string[] =>
  (meeting === null ? [] : allNotes(meeting)).map(({ text }) => text);
const write = async (desk: Client<'desk'>, text: string) => accepted(await desk.send(noteOf(desk.view(), text)));

test('a backup shows what is inside, and restoring it keeps the present state as a backup too', async () => {
  const folder = await temporaryFolder();
  const desk = await (await startApplication(folder)).connect('desk');
  const { meetingId } = accepted(await desk.ask('meeting.create', CREATE));
  await write(desk, 'Pertama');
  const row = accepted(await desk.ask('backup.now', {}));
  expect(desk.view().lastBackup).toEqual({ at: row.at, path: row.path });
  await write(desk, 'Kedua');

  const { place, name } = row;
  const content = accepted(await desk.ask('backup.look', { meetingId, place, name }));
  expect(content).toMatchObject({ title: 'Rakor Uji', date: '2026-05-18', agencies: 2, notes: 1 });
  accepted(await desk.ask('backup.restore', { meetingId, place, name }));
  expect(textsOf(desk.view())).toEqual(['Pertama']);
  expect(desk.view().undo).toBeNull();

  const rows = accepted(await desk.ask('backup.list', { meetingId }));
  expect(rows).toHaveLength(2);
  const present = rows.find((other) => other.name !== name);
  if (present === undefined) throw new Error('no backup of the present state');
  accepted(await desk.ask('backup.restore', { meetingId, place: present.place, name: present.name }));
  expect(textsOf(desk.view())).toEqual(['Pertama', 'Kedua']);
});

test('a restored meeting is the restored one after SIGKILL, and goes on from there', async () => {
  const folder = await temporaryFolder();
  const running = await startApplication(folder);
  const desk = await running.connect('desk');
  const { meetingId } = accepted(await desk.ask('meeting.create', CREATE));
  await write(desk, 'Pertama');
  const { place, name } = accepted(await desk.ask('backup.now', {}));
  await write(desk, 'Kedua');
  accepted(await desk.ask('backup.restore', { meetingId, place, name }));
  await write(desk, 'Ketiga');
  await desk.until(({ saved }) => saved.durable === saved.seq);
  await running.kill();
  const again = await (await startApplication(folder)).connect('desk');
  accepted(await again.ask('meeting.open', { meetingId }));
  expect(textsOf(again.view())).toEqual(['Pertama', 'Ketiga']);
});

test('a backup of one computer opens on another, and beside the same meeting as a second one', async () => {
  const desk = await (await startApplication(await temporaryFolder())).connect('desk');
  accepted(await desk.ask('meeting.create', CREATE));
  await write(desk, 'Dibawa dengan flash disk');
  const { path } = accepted(await desk.ask('backup.now', {}));
  const text = await readFile(path, 'utf8');

  const other = await (await startApplication(await temporaryFolder())).connect('desk');
  accepted(await other.ask('backup.import', { text }));
  expect(textsOf(other.view())).toEqual(['Dibawa dengan flash disk']);
  accepted(await other.ask('backup.import', { text }));
  accepted(await other.ask('meeting.close', {}));
  const [first, twin] = other.view().meetings.toSorted((a, b) => a.title.length - b.title.length);
  expect(other.view().meetings).toHaveLength(2);
  expect([first?.title, twin?.title]).toEqual([
    'Rakor Uji',
    expect.stringMatching(/^Rakor Uji \(dari cadangan \d\d\.\d\d\)$/),
  ]);

  const damaged = text.replace('flash', 'flesh');
  expect(await other.ask('backup.import', { text: damaged })).toMatchObject({ refusal: { code: 'backupUnreadable' } });
  expect(await other.ask('backup.import', { text: '' })).toMatchObject({ refusal: { code: 'backupUnreadable' } });
});

test('a chosen folder gets every backup; pulled out, it is said once, and the rest goes on', async () => {
  const folder = await temporaryFolder();
  const flash = await temporaryFolder();
  const desk = await (await startApplication(folder)).connect('desk');
  const { meetingId } = accepted(await desk.ask('meeting.create', CREATE));
  accepted(await desk.ask('settings.edit', { fields: { backupFolder: flash } }));
  accepted(await desk.ask('settings.edit', { fields: { theme: 'dark' } }));
  expect(desk.view().settings.backupFolder).toBe(flash);
  accepted(await desk.ask('backup.now', {}));
  const places = accepted(await desk.ask('backup.list', { meetingId })).map(({ place }) => place);
  expect(places.sort()).toEqual(['chosen', 'own']);

  await rm(flash, { recursive: true });
  await write(desk, 'Tanpa flash disk');
  accepted(await desk.ask('backup.now', {}));
  accepted(await desk.ask('backup.now', {}));
  expect(desk.view().notices).toMatchObject([{ code: 'backupFailed', params: { folder: flash } }]);
  expect(desk.view().saved.failing).toBeNull();
});

test('with every file of a meeting damaged, its newest backup and the journal bring it back', async () => {
  const folder = await temporaryFolder();
  const running = await startApplication(folder);
  const desk = await running.connect('desk');
  const { meetingId } = accepted(await desk.ask('meeting.create', CREATE));
  await write(desk, 'Pertama');
  accepted(await desk.ask('backup.now', {}));
  await write(desk, 'Kedua');
  await desk.until(({ saved }) => saved.durable === saved.seq);
  await running.kill();
  const own = join(folder, 'meetings', meetingId);
  await writeFile(join(own, 'meeting.json'), 'bukan JSON');
  await truncate(join(own, 'meeting.previous.json'), 40);

  const again = await (await startApplication(folder)).connect('desk');
  accepted(await again.ask('meeting.open', { meetingId }));
  expect(textsOf(again.view())).toEqual(['Pertama', 'Kedua']);
  expect(again.view().notices).toMatchObject([{ code: 'openedFromBackup' }]);
});

test('the page about the data tells where it is, and checking finds a file that was changed behind its back', async () => {
  const folder = await temporaryFolder();
  const desk = await (await startApplication(folder)).connect('desk');
  const { meetingId } = accepted(await desk.ask('meeting.create', CREATE));
  const about = async () => accepted(await desk.ask('data.about', {}));
  const meetingFolder = join(folder, 'meetings', meetingId);
  expect(await about()).toMatchObject({ dataFolder: folder, meetingFolder, meetings: 1, lastBackup: null });
  await write(desk, 'Pertama');
  // The first change is backed up as soon as it is on the disk, while other requests are answered.
  await expect.poll(async () => (await about()).lastBackup).not.toBeNull();
  expect((await about()).meetingBytes).toBeGreaterThan(1000);
  expect(accepted(await desk.ask('data.check', {}))).toEqual({ same: true, changes: 1, notice: null });
  await rename(join(meetingFolder, 'meeting.json'), join(meetingFolder, 'elsewhere.json'));
  expect(accepted(await desk.ask('data.check', {}))).toMatchObject({ same: false });
});
