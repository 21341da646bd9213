import { describe, expect, test } from 'vitest';
import { dice, legalStates } from '../../../doubles/disk/legal-states.ts';
import { type Operation, simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { depth } from '../../../support/depth.ts';
import { counter, movedClock } from '../../../support/projector-at-work.ts';
import { KINDS, type Kind, type Sitting } from '../../../support/stored-documents.ts';

const DATA = '/data';

interface Rig {
  readonly kind: Kind;
  readonly folder: string;
  readonly session: Sitting;
  readonly disk: ReturnType<typeof simulatedDisk>;
  /** The next operations of this kind fail with this code until it is `null` again. */
  fail: { readonly code: string; when(operation: Operation, path: string): boolean } | null;
  /** Half of what is appended arrives before the failure. */
  short: boolean;
  /** Lets the waiting retry happen, and everything that follows from it. */
  retry(): Promise<void>;
}

const settled = async (): Promise<void> => {
  for (let n = 0; n < 30; n += 1) await new Promise((resolve) => setImmediate(resolve));
};

async function rig(kind: Kind = KINDS.meeting): Promise<Rig> {
  const waiting: (() => void)[] = [];
  const self = { fail: null, short: false } as unknown as {
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
  const options = { dataFolder: DATA, report: () => undefined, tuning };
  const stored = kind.at(port, clock, counter('f'), options);
  await stored.create();
  const session = await stored.open(() => undefined);
  return Object.assign(self, {
    kind,
    folder: stored.folder,
    session,
    disk,
    async retry() {
      for (const then of waiting.splice(0)) then();
      await settled();
    },
  });
}

const proven = ({ kind, folder, disk }: Rig) => kind.recovered(simulatedDisk({ image: disk.image() }).port, folder);
const any = (): boolean => true;

const BOTH = [KINDS.meeting, KINDS.register] as const;

describe.each(BOTH)('$word:', (kind) => {
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
      const own = await rig(kind);
      const { session } = own;
      session.say('sebelum');
      await session.flush();
      own.fail = { code, when };
      session.say('selama');
      await settled();
      expect(session.saved()).toMatchObject({ seq: 2, durable: 1, failing: { code: 'saveFailed' } });
      for (let n = 3; n <= 6; n += 1) {
        session.say(`selama ${n}`);
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
      expect(await proven(own)).toMatchObject({ value: session.value(), seq: 6, unreadable: 0 });
    },
  );

  test('half a line left by a full disk does not damage the lines after it', async () => {
    const own = await rig(kind);
    own.short = true;
    own.fail = { code: 'ENOSPC', when: (operation) => operation === 'write' };
    own.session.say('setengah');
    await settled();
    expect(own.session.saved().durable).toBe(0);
    own.fail = null;
    await own.retry();
    own.session.say('utuh');
    await own.session.flush();
    const found = await proven(own);
    expect(found).toMatchObject({ seq: 2, unreadable: 0, torn: false });
    expect(JSON.stringify(found.value)).toContain('"utuh"');
  });

  test('a snapshot for which there is no room leaves nothing, so that changes still fit', async () => {
    const own = await rig(kind);
    own.session.say('satu');
    await own.session.flush();
    own.fail = { code: 'ENOSPC', when: (operation, path) => operation === 'write' && path.endsWith('.tmp') };
    await own.session.close();
    const names = await own.disk.port.list(own.folder);
    expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(await proven(own)).toMatchObject({ seq: 1, unreadable: 0 });
  });

  test('after a failed sync nothing is trusted that it was to write: a second sync is not believed', async () => {
    const own = await rig(kind);
    const { session } = own;
    session.say('satu');
    await session.flush();
    own.fail = { code: 'EIO', when: (operation, path) => operation === 'sync' && path.endsWith('/journal.ndjson') };
    session.say('dua');
    await settled();
    own.fail = null;
    await own.retry();
    expect(session.saved()).toMatchObject({ durable: 2, failing: null });
    // The kernel may have dropped the page and marked it clean: only what was rewritten counts.
    const image = own.disk.image();
    for (const state of legalStates(image, dice(1), 64)) {
      const { value } = await kind.recovered(simulatedDisk({ image: state }).port, own.folder);
      expect(JSON.stringify(value)).toContain('"dua"');
    }
    expect((await own.disk.port.stat(`${own.folder}/journal.ndjson`))?.size).toBeLessThan(100);
  });

  test('a disk that fails at random loses nothing that was called saved, and everything is there when it is mended', async () => {
    for (let seed = 1; seed <= depth(kind === KINDS.meeting ? 8 : 3, 100); seed += 1) {
      const roll = dice(seed);
      const own = await rig(kind);
      for (let n = 0; n < 25; n += 1) {
        if (roll(3) === 0) own.fail = roll(2) === 0 ? null : { code: 'EIO', when: () => roll(3) === 0 };
        own.short = roll(2) === 0;
        own.session.act(roll);
        if (roll(2) === 0) await settled();
        if (roll(2) === 0) await own.retry();
        const { durable } = own.session.saved();
        expect((await proven(own)).seq).toBeGreaterThanOrEqual(durable);
      }
      own.fail = null;
      await own.retry();
      await own.session.flush();
      expect((await proven(own)).value).toEqual(own.session.value());
      await own.session.close();
      expect((await proven(own)).value).toEqual(own.session.value());
    }
  });
});

test('a folder that is moved away is noticed at the next change, and written whole where it belongs', async () => {
  const own = await rig();
  own.session.say('satu');
  await own.session.flush();
  await own.disk.port.rename(own.folder, `${DATA}/elsewhere`);
  own.session.say('dua');
  await settled();
  expect(own.session.saved()).toMatchObject({ durable: 1, failing: { code: 'saveFailed' } });
  await own.retry();
  expect(own.session.saved()).toMatchObject({ durable: 2, failing: null });
  expect((await proven(own)).value).toEqual(own.session.value());
});

test('with the folder of all meetings gone nothing is made in its place, since it may be a disk that was pulled out', async () => {
  const own = await rig();
  own.session.say('satu');
  await own.session.flush();
  await own.disk.port.rename(`${DATA}/meetings`, '/pulled-out');
  own.session.say('dua');
  await settled();
  await own.retry();
  expect(own.session.saved()).toMatchObject({ durable: 1, failing: { code: 'saveFailed' } });
  expect(await own.disk.port.stat(`${DATA}/meetings`)).toBeNull();
  await own.disk.port.rename('/pulled-out', `${DATA}/meetings`);
  await own.retry();
  expect(own.session.saved()).toMatchObject({ durable: 2, failing: null });
  expect((await proven(own)).value).toEqual(own.session.value());
});
