import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { DEFAULT_OPTIONS } from '#core/model/export-options.ts';
import type { Reply } from '#core/protocol/messages.ts';
import { failure, simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { agencyRows } from '../../../support/agency-rows.ts';
import { DATA, type ModelApplication, modelApplication } from '../../../support/application-model.ts';
import { movedClock } from '../../../support/projector-at-work.ts';

beforeAll(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }));
afterEach(() => void vi.clearAllTimers());
afterAll(() => void vi.useRealTimers());

const settle = async (turns = 800): Promise<void> => {
  for (let n = 0; n < turns; n += 1) await Promise.resolve();
};

interface Rig {
  readonly app: ModelApplication;
  readonly id: string;
  readonly disk: ReturnType<typeof simulatedDisk>;
  full(on: boolean): void;
  pass(ms: number): Promise<void>;
  /** Another start on the same disk. */
  again(): Promise<ModelApplication>;
  note(text: string, to?: ModelApplication): Promise<Reply<{ seq: number }>>;
}

/** The application with one meeting, which is open. */
async function rig(): Promise<Rig> {
  const clock = movedClock();
  let full = false;
  const disk = simulatedDisk({
    before(operation, path) {
      if (full && (operation === 'write' || operation === 'create')) throw failure('ENOSPC', path);
    },
  });
  await disk.port.makeFolder(DATA);
  const again = () => modelApplication({ files: disk.port, clock, isFull: () => full, onDesk: () => undefined });
  const app = await again();
  await app.ask('meeting.create', {
    title: 'R',
    date: '2021-05-17',
    agencies: agencyRows('Dinas Satu'),
    carryFrom: null,
  });
  const meeting = app.desks[0].view().meeting;
  if (meeting === null) throw new Error('no meeting is open');
  await settle();
  return {
    app,
    id: meeting.id,
    disk,
    full: (on) => {
      full = on;
    },
    async pass(ms) {
      clock.advance(ms);
      vi.advanceTimersByTime(ms);
      await settle();
    },
    again,
    note: (text, to = app) =>
      to.send({
        type: 'note.add',
        itemId: meeting.agenda.order[0] ?? '',
        author: { kind: 'leader', role: 'sekda' },
        kind: 'note',
        visibility: 'internal',
        text,
        concerns: null,
      }),
  };
}

const notesOf = (app: ModelApplication): string[] =>
  Object.values(app.desks[0].view().meeting?.notes ?? {}).flatMap((notes) =>
    Object.values(notes).map(({ text }) => text),
  );

const refusal = async (reply: Promise<Reply<unknown>>): Promise<string | null> => {
  const answer = await reply;
  return answer.ok ? null : answer.refusal.code;
};

test('while a meeting closes notes are refused, and every one that was answered ok is there afterwards', async () => {
  const { app, id, note } = await rig();
  const kept: string[] = [];
  const refused = new Set<string>();
  for (let round = 0; round < 6; round += 1) {
    const closing = app.ask('meeting.close', {});
    for (let n = 0; n < 40; n += 1) {
      const answer = await note(`catatan ${round}/${n}`);
      if (answer.ok) kept.push(`catatan ${round}/${n}`);
      else refused.add(answer.refusal.code);
      await settle(round);
    }
    expect(await closing).toMatchObject({ ok: true });
    expect(await refusal(note('sesudahnya'))).toBe('noMeeting');
    await app.ask('meeting.open', { meetingId: id });
    expect(await note(`terbuka ${round}`)).toMatchObject({ ok: true });
    kept.push(`terbuka ${round}`);
  }
  expect(notesOf(app).sort()).toEqual(kept.sort());
  expect(refused).toContain('meetingChanging');
});

test('the same meeting opened twice at once is one session, whose every note lasts', async () => {
  const { app, id, note, again } = await rig();
  await app.send({ type: 'turn.call', itemId: app.desks[0].view().meeting?.agenda.order[2] ?? '' });
  await app.send({ type: 'turn.start' });
  await settle();
  // A power cut: opening stops the turn, and two sessions would both write that into the one journal.
  const next = await again();
  const opening = [next.ask('meeting.open', { meetingId: id }), next.ask('meeting.open', { meetingId: id })];
  expect((await Promise.all(opening)).map(({ ok }) => ok)).toEqual([true, true]);
  for (const text of ['satu', 'dua', 'tiga']) expect(await note(text, next)).toMatchObject({ ok: true });
  await settle();
  expect(next.desks[0].view().saved).toMatchObject({ seq: 6, durable: 6, failing: null });
  const last = await again();
  await last.ask('meeting.open', { meetingId: id });
  expect([notesOf(last).sort(), last.desks[0].view().notices]).toEqual([['dua', 'satu', 'tiga'], []]);
});

test('no desk is out of date, whatever is pushed while a meeting is being opened', async () => {
  const { app, id } = await rig();
  for (let turns = 0; turns < 45; turns += 1) {
    await app.ask('meeting.close', {});
    const opening = app.ask('meeting.open', { meetingId: id });
    await settle(turns * 6);
    app.plug();
    await opening;
    expect(app.desks[0].view().meeting?.id).toBe(id);
  }
  await app.compare();
  expect(app.problems).toEqual([]);
});

test('a meeting that cannot be closed says why, stays open, and continues saving', async () => {
  const { app, id, note, full, pass } = await rig();
  full(true);
  expect(await note('belum tersimpan')).toMatchObject({ ok: true });
  await settle();
  expect(await refusal(app.ask('meeting.close', {}))).toBe('diskFull');
  expect(app.desks[0].view()).toMatchObject({ meeting: { id }, saved: { seq: 1, durable: 0 } });
  expect(await note('masih diterima')).toMatchObject({ ok: true });
  full(false);
  await pass(2000);
  expect(app.desks[0].view().saved).toMatchObject({ seq: 2, durable: 2, failing: null });
  expect(await app.ask('meeting.close', {})).toMatchObject({ ok: true });
});

test('quitting is one attempt however often it is requested, and after a failure everything continues', async () => {
  const { app, id, note, full, pass, again } = await rig();
  await app.send({ type: 'turn.call', itemId: app.desks[0].view().meeting?.agenda.order[2] ?? '' });
  await app.send({ type: 'turn.start' });
  await app.ask('matter.entry', { subjectIds: ['f'], by: null, fields: { remark: 'Antar-rapat' } });
  const { register } = app.desks[0].view();
  full(true);
  await note('belum tersimpan');
  await settle();
  const [first, second] = [app.application.stop(), app.application.stop()];
  expect(second).toBe(first);
  await settle(3);
  expect(await refusal(note('sedang ditutup'))).toBe('quitting');
  expect(await refusal(app.ask('settings.edit', { fields: { theme: 'dark' } }))).toBe('quitting');
  await expect(first).rejects.toMatchObject({ code: 'diskFull' });
  expect(app.desks[0].view().register).toEqual({ ...register, undo: 'entry.add' });

  expect(await note('masih diterima')).toMatchObject({ ok: true });
  full(false);
  await pass(2000);
  const { seq, durable } = app.desks[0].view().saved;
  expect(durable).toBe(seq);
  const wanted = { document: 'followUps', format: 'csv', agencyId: null, options: DEFAULT_OPTIONS } as const;
  expect(await app.ask('document.export', { ...wanted, overwrite: true })).toMatchObject({ ok: true });
  // The heart beats on: what a turn has spent is still noted.
  await pass(10_000);
  const next = await again();
  await next.ask('meeting.open', { meetingId: id });
  const { current, agenda } = next.desks[0].view().meeting ?? {};
  expect(agenda?.items[current ?? '']?.turn.spent).toBeGreaterThanOrEqual(10_000);

  await app.application.stop();
  expect(await refusal(note('sesudahnya'))).toBe('quitting');
  expect(await refusal(app.ask('meeting.open', { meetingId: id }))).toBe('quitting');
});

test('what was acknowledged can be written down without leaving', async () => {
  const { app, note, full } = await rig();
  full(true);
  await note('belum tersimpan');
  await settle();
  await expect(app.application.flush()).rejects.toMatchObject({ code: 'diskFull' });
  full(false);
  await app.application.flush();
  expect(app.desks[0].view().saved).toMatchObject({ seq: 1, durable: 1, failing: null });
  expect(await note('dan seterusnya')).toMatchObject({ ok: true });
});

test('a meeting can be discarded and imported repeatedly, and the newest is restored', async () => {
  const { app, id, note, disk } = await rig();
  await note('yang pertama');
  await settle();
  await app.ask('meeting.close', {});
  const text = await disk.port.read(`${DATA}/meetings/${id}/meeting.json`);
  for (let round = 2; round < 5; round += 1) {
    expect(await refusal(app.ask('meeting.discard', { meetingId: id }))).toBeNull();
    expect(await app.ask('backup.import', { text })).toMatchObject({ ok: true, value: { meetingId: id } });
    await note(`yang ke-${round}`);
  }
  expect(await refusal(app.ask('meeting.restore', { meetingId: id }))).toBe('meetingPresent');
  expect(await refusal(app.ask('meeting.discard', { meetingId: id }))).toBeNull();
  expect(app.desks[0].view().meetings).toEqual([]);
  expect(await refusal(app.ask('meeting.restore', { meetingId: id }))).toBeNull();
  await app.ask('meeting.open', { meetingId: id });
  expect(notesOf(app)).toEqual(['yang pertama', 'yang ke-4']);
});

test('the last durable change is noted at least every five seconds while changes come, though no turn runs', async () => {
  const { note, pass, disk, id } = await rig();
  const noted = async () => JSON.parse(await disk.port.read(`${DATA}/meetings/${id}/heartbeat.json`)) as object;
  for (let n = 1; n <= 6; n += 1) {
    await note(`catatan ${n}`);
    await settle();
    await pass(2500);
    if (n % 2 === 0) expect(await noted()).toMatchObject({ turn: null, durable: n });
  }
  // A meeting at rest wakes nobody.
  await pass(5000);
  expect(vi.getTimerCount()).toBe(0);
});

test('a note that arrives while a backup replaces the meeting is refused rather than lost', async () => {
  const { app, id, note } = await rig();
  await note('cadangan');
  await settle();
  const backup = await app.ask('backup.now', {});
  if (!backup.ok) throw new Error(backup.refusal.code);
  const { place, name } = backup.value;
  const restoring = app.ask('backup.restore', { meetingId: id, place, name });
  const answers: (string | null)[] = [];
  for (let n = 0; n < 80; n += 1) {
    answers.push(await refusal(note(`sela ${n}`)));
    await settle(1);
  }
  expect(await restoring).toMatchObject({ ok: true });
  expect(answers).toContain('meetingChanging');
  // Those before it are in the backup that was made of it, those after it in the meeting.
  const last = answers.lastIndexOf('meetingChanging');
  expect(answers.indexOf('meetingChanging')).toBeLessThan(last);
  expect(notesOf(app)).toEqual([
    'cadangan',
    ...answers.flatMap((code, n) => (n > last && code === null ? [`sela ${n}`] : [])),
  ]);
});

test('a rehearsal is thrown away whole, and the meeting is as it was', async () => {
  const { app, id, note, disk, pass } = await rig();
  await note('sebelum gladi');
  await settle();
  const { meeting, undo } = app.desks[0].view();
  expect(await app.ask('meeting.rehearse', {})).toMatchObject({ ok: true });
  expect(app.desks[0].view().meeting).toMatchObject({ title: 'R (gladi)', rehearsalOf: id, status: 'prepared' });
  expect(await refusal(app.ask('meeting.rehearse', {}))).toBe('rehearsalTooLate');
  await app.send({ type: 'turn.start' });
  await note('hanya gladi');
  await pass(900_000);

  expect(await app.ask('meeting.endRehearsal', {})).toEqual({ ok: true, value: { meetingId: id } });
  expect(app.desks[0].view()).toMatchObject({ meeting, undo });
  expect(app.desks[0].view().meetings.map((row) => row.id)).toEqual([id]);
  expect(await disk.port.list(`${DATA}/backups`)).toEqual([id]);
  expect(await refusal(app.ask('meeting.endRehearsal', {}))).toBe('badMessage');
});

test('only a meeting that has not begun is rehearsed', async () => {
  const { app } = await rig();
  await app.send({ type: 'turn.start' });
  expect(await refusal(app.ask('meeting.rehearse', {}))).toBe('rehearsalTooLate');
  expect(app.desks[0].view().meeting).toMatchObject({ title: 'R', rehearsalOf: null });
});

test('a meeting keeps the letterhead with which it was closed', async () => {
  const { app } = await rig();
  const letterhead = (office: string) => ({ government: 'PEMERINTAH', office, lines: [] });
  await app.ask('settings.edit', { fields: { letterhead: letterhead('LAMA') } });
  await app.send({ type: 'meeting.finish' });
  await app.ask('settings.edit', { fields: { letterhead: letterhead('BARU') } });
  expect(app.desks[0].view().meeting?.kop).toEqual({ letterhead: letterhead('LAMA'), emblem: null });
  await app.send({ type: 'meeting.renewKop' });
  expect(app.desks[0].view().meeting?.kop?.letterhead.office).toBe('BARU');
});
