import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Meeting } from '#core/model/meeting.ts';
import { allNotes } from '#core/model/meeting-notes.ts';
import { snapshotText, snapshotValue } from '#main/meeting/snapshot-text.ts';
import { agencyRows } from '../support/agency-rows.ts';
import { accepted, type Client, type Running, startApplication } from '../support/running-application.ts';
import { distFolder } from '../support/static-renderer.ts';
import { temporaryFolder } from '../support/temp-folder.ts';

const AGENCIES = 'Dinas Kesehatan;Dinkes;Kepala Dinas\nDinas Sosial;Dinsos;Kepala Dinas\nInspektorat Daerah';

async function prepared(folder: string): Promise<{ running: Running; desk: Client<'desk'>; id: string }> {
  const running = await startApplication(folder);
  const desk = await running.connect('desk');
  const { meetingId } = accepted(
    await desk.ask('meeting.create', {
      title: 'Rakor Uji',
      date: '2026-05-18',
      agencies: agencyRows(AGENCIES),
      carryFrom: null,
    }),
  );
  return { running, desk, id: meetingId };
}

/** What the browser host prints for the operator when it cannot start. */
const failedStart = (data: string, ...args: string[]): { status: number | null; stdout: string } =>
  spawnSync(process.execPath, [join(distFolder(), 'main/browser.cjs'), '--no-window', '--data', data, ...args], {
    encoding: 'utf8',
  });

const saved = (desk: Client<'desk'>) => desk.until(({ saved }) => saved.durable === saved.seq);

function meetingOf(desk: Client<'desk'>): Meeting {
  const { meeting } = desk.view();
  if (meeting === null) throw new Error('no meeting is open');
  return meeting;
}

const agencyItem = (meeting: Meeting, name: string): string => {
  const item = Object.values(meeting.agenda.items).find(
    (other) => other.agencyId !== null && meeting.agencies[other.agencyId]?.name === name,
  );
  if (item === undefined) throw new Error(`no item of ${name}`);
  return item.id;
};

const noteFor = (itemId: string, text: string) =>
  ({
    type: 'note.add',
    itemId,
    author: { kind: 'leader', role: 'sekda' },
    kind: 'directive',
    visibility: 'auto',
    text,
    concerns: null,
  }) as const;

test('a meeting is as it was after closing and starting the application again', async () => {
  const folder = await temporaryFolder();
  const { running, desk, id } = await prepared(folder);
  const itemId = agencyItem(meetingOf(desk), 'Dinas Sosial');
  accepted(await desk.send(noteFor(itemId, 'Data kemiskinan dipadankan.')));
  accepted(
    await desk.send({
      type: 'draft.set',
      key: 'compose',
      draft: {
        itemId,
        author: { kind: 'leader', role: 'bupati' },
        kind: 'note',
        visibility: 'auto',
        text: 'Belum sele',
      },
    }),
  );
  await saved(desk);
  const before = meetingOf(desk);
  expect(await running.stop()).toBe(0);

  const again = await startApplication(folder);
  const desk2 = await again.connect('desk');
  expect(desk2.view().meetings.map((row) => [row.id, row.notes, row.agencies])).toEqual([[id, 1, 3]]);
  accepted(await desk2.ask('meeting.open', { meetingId: id }));
  expect(meetingOf(desk2)).toEqual(before);
  expect(meetingOf(desk2).drafts.compose?.text).toBe('Belum sele');
});

test('every change that was called saved survives SIGKILL, and a running turn asks instead of running on', async () => {
  const folder = await temporaryFolder();
  const { running, desk, id } = await prepared(folder);
  const itemId = agencyItem(meetingOf(desk), 'Dinas Kesehatan');
  accepted(await desk.send({ type: 'turn.call', itemId }));
  accepted(await desk.send({ type: 'turn.start' }));
  for (let n = 1; n <= 20; n += 1) accepted(await desk.send(noteFor(itemId, `Catatan ke-${n}`)));
  await saved(desk);
  const before = meetingOf(desk);
  await running.kill();

  const again = await startApplication(folder);
  const desk2 = await again.connect('desk');
  accepted(await desk2.ask('meeting.open', { meetingId: id }));
  const after = meetingOf(desk2);
  expect(after.notes).toEqual(before.notes);
  expect(after.outage?.itemId).toBe(itemId);
  expect(after.agenda.items[itemId]?.status).toBe('paused');
  expect(after.agenda.items[itemId]?.turn.anchor).toBeNull();

  const refused = await desk2.send({ type: 'turn.resume' });
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'outageOpen' } });
  accepted(await desk2.send({ type: 'outage.answer', choice: 'continue' }));
  expect(meetingOf(desk2).agenda.items[itemId]?.status).toBe('running');
});

test('a damaged file is kept aside and the last good one opened, with a notice', async () => {
  const folder = await temporaryFolder();
  const { running, desk, id } = await prepared(folder);
  accepted(await desk.send(noteFor(agencyItem(meetingOf(desk), 'Dinas Sosial'), 'Sebelum rusak')));
  await saved(desk);
  accepted(await desk.ask('meeting.close', {}));
  accepted(await desk.ask('meeting.open', { meetingId: id }));
  await running.stop();
  const path = join(folder, 'meetings', id);
  await truncate(join(path, 'meeting.json'), 200);

  const again = await startApplication(folder);
  const desk2 = await again.connect('desk');
  expect(desk2.view().meetings[0]).toMatchObject({ id, health: 'repaired' });
  accepted(await desk2.ask('meeting.open', { meetingId: id }));
  expect(allNotes(meetingOf(desk2)).map(({ text }) => text)).toEqual(['Sebelum rusak']);
  expect(desk2.view().notices).toMatchObject([{ code: 'openedFromBackup' }]);
  const kept = (await readdir(path)).find((name) => name.startsWith('meeting.damaged-'));
  expect((await readFile(join(path, kept ?? ''), 'utf8')).length).toBe(200);
});

test('a meeting that no file can prove is refused with its path, and nothing is deleted or made empty', async () => {
  const folder = await temporaryFolder();
  const { running, id } = await prepared(folder);
  await running.stop();
  const path = join(folder, 'meetings', id);
  await writeFile(join(path, 'meeting.json'), 'bukan JSON');
  await writeFile(join(path, 'meeting.previous.json'), '');
  // Closing has backed it up.
  await rm(join(folder, 'backups', id), { recursive: true });

  const again = await startApplication(folder);
  const desk = await again.connect('desk');
  const reply = await desk.ask('meeting.open', { meetingId: id });
  expect(reply).toMatchObject({ ok: false, refusal: { code: 'meetingUnreadable' } });
  expect(desk.view().meeting).toBeNull();
  expect(await readFile(join(path, 'meeting.json'), 'utf8')).toBe('bukan JSON');
});

/** The meeting's file as a later version would have written it. */
async function writeAsFuture(path: string, change: (meeting: Record<string, unknown>) => object): Promise<string> {
  const { seq, at, mono, meeting } = JSON.parse(await readFile(path, 'utf8'));
  const future = snapshotText(
    snapshotValue({ seq, at, mono, schema: 99, meeting: change({ ...meeting, schema: 99 }) }),
  );
  await writeFile(path, future);
  return future;
}

test('a meeting of a later version can be looked at and is never rewritten', async () => {
  const folder = await temporaryFolder();
  const { running, id } = await prepared(folder);
  await running.stop();
  const path = join(folder, 'meetings', id);
  const future = await writeAsFuture(join(path, 'meeting.json'), (meeting) => ({ ...meeting, hologram: true }));
  const files = (await readdir(path)).filter((name) => name !== 'summary.json').sort();

  const again = await startApplication(folder);
  const desk = await again.connect('desk');
  accepted(await desk.ask('meeting.open', { meetingId: id }));
  expect(desk.view()).toMatchObject({ readOnly: true, notices: [{ code: 'openedReadOnly' }] });
  expect(meetingOf(desk).title).toBe('Rakor Uji');
  const refused = { ok: false, refusal: { code: 'readOnly' } };
  expect(await desk.send({ type: 'meeting.edit', fields: { title: 'Lain' } })).toMatchObject(refused);
  expect(await desk.ask('history.undo', {})).toMatchObject(refused);
  expect(await again.stop()).toBe(0);
  expect(await readFile(join(path, 'meeting.json'), 'utf8')).toBe(future);
  expect((await readdir(path)).filter((name) => name !== 'summary.json').sort()).toEqual(files);
});

test('a meeting of a later version that cannot be understood is neither opened nor rewritten', async () => {
  const folder = await temporaryFolder();
  const { running, id } = await prepared(folder);
  await running.stop();
  const path = join(folder, 'meetings', id, 'meeting.json');
  const future = await writeAsFuture(path, ({ agenda: _agenda, ...meeting }) => meeting);

  const again = await startApplication(folder);
  const desk = await again.connect('desk');
  const reply = await desk.ask('meeting.open', { meetingId: id });
  expect(reply).toMatchObject({ ok: false, refusal: { code: 'meetingFromFuture' } });
  expect(await readFile(path, 'utf8')).toBe(future);
});

test('a meeting moved to the trash is off the list, and comes back whole', async () => {
  const folder = await temporaryFolder();
  const { desk, id } = await prepared(folder);
  accepted(await desk.ask('meeting.close', {}));
  accepted(await desk.ask('meeting.discard', { meetingId: id }));
  expect(desk.view().meetings).toEqual([]);
  accepted(await desk.ask('meeting.restore', { meetingId: id }));
  expect(desk.view().meetings.map((row) => row.id)).toEqual([id]);
});

test('open follow-ups of an earlier meeting come back with the agency, citing where they were born', async () => {
  const folder = await temporaryFolder();
  const { desk, id } = await prepared(folder);
  const itemId = agencyItem(meetingOf(desk), 'Dinas Sosial');
  accepted(await desk.send(noteFor(itemId, 'Padankan data kemiskinan.')));
  const noteId = allNotes(meetingOf(desk))[0]?.id ?? null;
  const add = { type: 'followUp.add', noteId, itemId: null, what: null, pics: null, due: null } as const;
  accepted(await desk.send({ ...add, status: 'open' }));
  accepted(await desk.send({ ...add, status: 'done' }));
  accepted(
    await desk.ask('meeting.create', { title: 'Rakor Lanjutan', date: '2026-06-01', agencies: [], carryFrom: id }),
  );
  const { followUps, agencies } = meetingOf(desk);
  const [carried, ...others] = Object.values(followUps.items);
  expect(others).toEqual([]);
  expect(carried?.origin).toMatchObject({ meetingId: id, title: 'Rakor Uji', date: '2026-05-18' });
  expect(carried?.pics.map((pic) => agencies[pic]?.name)).toEqual(['Dinas Sosial']);
});

test('a copy of the data folder opens on another machine', async () => {
  const folder = await temporaryFolder();
  const { running, desk, id } = await prepared(folder);
  await saved(desk);
  await running.stop();
  const copy = await temporaryFolder();
  await cp(join(folder, 'meetings'), join(copy, 'meetings'), { recursive: true });
  const again = await startApplication(copy);
  const desk2 = await again.connect('desk');
  accepted(await desk2.ask('meeting.open', { meetingId: id }));
  expect(meetingOf(desk2).title).toBe('Rakor Uji');
});

test('a start that fails says in plain words what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const folder = await temporaryFolder();
  for (const given of [String(port), 'delapan']) {
    const { status, stdout } = failedStart(folder, '--port', given);
    expect(status).toBe(1);
    expect(stdout).toContain('--port NOMOR');
  }
  other.close();
  await mkdir(join(folder, 'settings.json'));
  const { status, stdout } = failedStart(folder);
  expect(status).toBe(1);
  expect(stdout).toContain(`Ekspose belum dapat dibuka: ada kesalahan yang tidak dikenal. Data di ${folder}`);
});

/** A change that the disk does not take. */
async function unsavedIn(folder: string) {
  const { running, desk, id } = await prepared(folder);
  const own = join(folder, 'meetings', id);
  await rename(own, `${own}.away`);
  await writeFile(own, 'a file where the folder was');
  accepted(await desk.send({ type: 'meeting.edit', fields: { title: 'Belum tersimpan' } }));
  return { running, desk, documents: join(folder, 'documents') };
}

test('whoever closes while saving fails reads on the desk that it goes on, and may end it there all the same', async () => {
  const { running, desk, documents } = await unsavedIn(await temporaryFolder());
  const told = [{ code: 'notStopped', params: { folder: documents } }];
  running.process.kill('SIGINT');
  await desk.until(({ notices }) => notices.length > 0);
  // And so does a desk that is opened again.
  for (const one of [desk, await running.connect('desk')]) expect(one.view().notices).toMatchObject(told);
  const ended = once(running.process, 'exit');
  accepted(await desk.ask('application.leave', {}));
  expect(await ended).toEqual([1, null]);
  expect(await readdir(documents)).toHaveLength(1);
});

test('what cannot be saved when the system ends it is kept among the exports, which is said, and opens from there', async () => {
  const { running, documents } = await unsavedIn(await temporaryFolder());
  let output = '';
  running.process.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  expect(await running.stop()).toBe(1);
  const [kept = ''] = await readdir(documents);
  expect(output).toContain(join(documents, kept));
  const text = await readFile(join(documents, kept), 'utf8');
  const other = await (await startApplication(await temporaryFolder())).connect('desk');
  accepted(await other.ask('backup.import', { text }));
  expect(meetingOf(other).title).toBe('Belum tersimpan');
});
