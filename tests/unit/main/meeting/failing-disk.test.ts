import { expect, test } from 'vitest';
import type { Command } from '#core/commands/apply.ts';
import { type MeetingSession, meetingSession } from '#main/meeting/meeting-session.ts';
import { meetingStore } from '#main/meeting/meeting-store.ts';
import { recover } from '#main/meeting/recovery.ts';
import { dice, legalStates } from '../../../doubles/disk/legal-states.ts';
import { type Operation, simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { depth } from '../../../support/depth.ts';
import { anyDeed, counter, movedClock, roomOf } from '../../../support/projector-at-work.ts';

const DATA = '/data';

interface Rig {
  readonly id: string;
  readonly session: MeetingSession;
  readonly disk: ReturnType<typeof simulatedDisk>;
  /** The next operations of this kind fail with this code until it is `null` again. */
  fail: { readonly code: string; when(operation: Operation, path: string): boolean } | null;
  /** Half of what is appended arrives before the failure. */
  short: boolean;
  /** Lets the waiting retry happen, and everything that follows from it. */
  retry(): Promise<void>;
  readonly states: MeetingSession['saved'] extends () => infer S ? S[] : never;
}

const settled = async (): Promise<void> => {
  for (let n = 0; n < 30; n += 1) await new Promise((resolve) => setImmediate(resolve));
};

const edit = (theme: string): Command => ({ type: 'meeting.edit', fields: { theme } });

async function rig(): Promise<Rig> {
  const waiting: (() => void)[] = [];
  const self = { fail: null, short: false, states: [] as unknown[] } as unknown as {
    -readonly [K in keyof Rig]: Rig[K];
  };
  const disk = simulatedDisk({
    before(operation, path) {
      if (self.fail?.when(operation, path)) {
        throw Object.assign(new Error(`${self.fail.code}: ${path}`), { code: self.fail.code });
      }
    },
  });
  const port = {
    ...disk.port,
    async openAppend(path: string) {
      const file = await disk.port.openAppend(path);
      return {
        ...file,
        async append(text: string) {
          if (self.short && self.fail !== null) {
            const failing = self.fail;
            self.fail = null;
            await file.append(text.slice(0, text.length / 2));
            self.fail = failing;
          }
          await file.append(text);
        },
      };
    },
  };
  await disk.port.makeFolder(DATA);
  await disk.port.syncFolder('/');
  const clock = movedClock();
  const tuning = {
    wait: (_ms: number, then: () => void) => {
      waiting.push(then);
      return { cancel: () => waiting.splice(waiting.indexOf(then), 1) };
    },
  };
  const store = meetingStore({ files: port, dataFolder: DATA, now: clock.now, report: () => undefined, tuning });
  const meeting = roomOf(clock);
  await store.create(meeting);
  const session = meetingSession({
    opened: await store.open(meeting.id),
    clock,
    newId: counter('f'),
    onChange: () => self.states.push(session.saved()),
  });
  return Object.assign(self, {
    id: meeting.id,
    session,
    disk,
    async retry() {
      for (const then of waiting.splice(0)) then();
      await settled();
    },
  });
}

const proven = async ({ disk, id }: Rig) =>
  recover({ files: simulatedDisk({ image: disk.image() }).port, folder: `${DATA}/meetings/${id}` });
const any = (): boolean => true;

test.each([
  ['the disk is full', 'ENOSPC', 'full', any],
  ['the folder may not be written any more', 'EACCES', 'denied', any],
  ['the disk does not answer', 'EIO', 'gone', any],
  ['appending fails', 'EIO', 'gone', (operation: Operation) => operation === 'write'],
  ['syncing fails', 'EIO', 'gone', (operation: Operation) => operation === 'sync'],
  [
    'names cannot be made to last',
    'EIO',
    'gone',
    (operation: Operation) => operation === 'syncFolder' || operation === 'sync',
  ],
])(
  'while %s it is said, the changes stay in memory, and all of them are durable once it is mended',
  async (_what, code, context, when) => {
    const own = await rig();
    const { session } = own;
    session.command(edit('sebelum'));
    await session.flush();
    own.fail = { code, when };
    session.command(edit('selama'));
    await settled();
    expect(session.saved()).toMatchObject({ seq: 2, durable: 1, failing: { code: 'saveFailed' } });
    for (let n = 3; n <= 6; n += 1) {
      session.command(edit(`selama ${n}`));
      await own.retry();
      expect(session.saved()).toMatchObject({ seq: n, durable: 1 });
      expect(session.saved().failing).not.toBeNull();
    }
    await expect(session.flush()).rejects.toMatchObject({
      code: 'saveFailed',
      params: { context },
    });
    own.fail = null;
    await own.retry();
    expect(session.saved()).toMatchObject({ seq: 6, durable: 6, failing: null });
    const { meeting, seq, unreadable } = await proven(own);
    expect({ meeting, seq, unreadable }).toEqual({ meeting: session.meeting(), seq: 6, unreadable: 0 });
  },
);

test('half a line left by a full disk does not damage the lines after it', async () => {
  const own = await rig();
  own.short = true;
  own.fail = { code: 'ENOSPC', when: (operation) => operation === 'write' };
  own.session.command(edit('setengah'));
  await settled();
  expect(own.session.saved().durable).toBe(0);
  own.fail = null;
  await own.retry();
  own.session.command(edit('utuh'));
  await own.session.flush();
  const { seq, unreadable, torn, meeting } = await proven(own);
  expect({ seq, unreadable, torn, theme: meeting.theme }).toEqual({
    seq: 2,
    unreadable: 0,
    torn: false,
    theme: 'utuh',
  });
});

test('after a failed sync nothing is trusted that it was to write: a second sync is not believed', async () => {
  const own = await rig();
  const { session } = own;
  session.command(edit('satu'));
  await session.flush();
  own.fail = { code: 'EIO', when: (operation, path) => operation === 'sync' && path.endsWith('/journal.ndjson') };
  session.command(edit('dua'));
  await settled();
  own.fail = null;
  await own.retry();
  expect(session.saved()).toMatchObject({ durable: 2, failing: null });
  // The kernel may have dropped the page and marked it clean: only what was rewritten counts.
  const image = own.disk.image();
  for (const state of legalStates(image, dice(1), 64)) {
    const files = simulatedDisk({ image: state }).port;
    const { meeting } = await recover({ files, folder: `${DATA}/meetings/${own.id}` });
    expect(meeting.theme).toBe('dua');
  }
  expect((await own.disk.port.stat(`${DATA}/meetings/${own.id}/journal.ndjson`))?.size).toBeLessThan(100);
});

test('a folder that is moved away is noticed at the next change, and written whole where it belongs', async () => {
  const own = await rig();
  own.session.command(edit('satu'));
  await own.session.flush();
  await own.disk.port.rename(`${DATA}/meetings/${own.id}`, `${DATA}/elsewhere`);
  own.session.command(edit('dua'));
  await settled();
  expect(own.session.saved()).toMatchObject({ durable: 1, failing: { code: 'saveFailed' } });
  await own.retry();
  expect(own.session.saved()).toMatchObject({ durable: 2, failing: null });
  expect((await proven(own)).meeting).toEqual(own.session.meeting());
});

test('with the folder of all meetings gone nothing is made in its place, since it may be a disk that was pulled out', async () => {
  const own = await rig();
  own.session.command(edit('satu'));
  await own.session.flush();
  await own.disk.port.rename(`${DATA}/meetings`, '/pulled-out');
  own.session.command(edit('dua'));
  await settled();
  await own.retry();
  expect(own.session.saved()).toMatchObject({ durable: 1, failing: { code: 'saveFailed' } });
  expect(await own.disk.port.stat(`${DATA}/meetings`)).toBeNull();
  await own.disk.port.rename('/pulled-out', `${DATA}/meetings`);
  await own.retry();
  expect(own.session.saved()).toMatchObject({ durable: 2, failing: null });
  expect((await proven(own)).meeting).toEqual(own.session.meeting());
});

test('a disk that fails at random loses nothing that was called saved, and everything is there when it is mended', async () => {
  for (let seed = 1; seed <= depth(8, 100); seed += 1) {
    const roll = dice(seed);
    const own = await rig();
    for (let n = 0; n < 25; n += 1) {
      if (roll(3) === 0) own.fail = roll(2) === 0 ? null : { code: 'EIO', when: () => roll(3) === 0 };
      own.short = roll(2) === 0;
      anyDeed(own.session, roll);
      if (roll(2) === 0) await settled();
      if (roll(2) === 0) await own.retry();
      const { durable } = own.session.saved();
      expect((await proven(own)).seq).toBeGreaterThanOrEqual(durable);
    }
    own.fail = null;
    await own.retry();
    await own.session.flush();
    expect((await proven(own)).meeting).toEqual(own.session.meeting());
    await own.session.close();
    expect((await proven(own)).meeting).toEqual(own.session.meeting());
  }
});
