import { expect, test } from 'vitest';
import { emptyRegister } from '#core/model/register.ts';
import { instant, MINUTE } from '#core/time/units.ts';
import { dataIdentity } from '#main/backups/data-identity.ts';
import { registerBackups } from '#main/backups/register-backups.ts';
import { registerKeeper } from '#main/register/keeper.ts';
import { failure, simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { movedClock } from '../../../support/projector-at-work.ts';

const STICK = '/stick';

/** A flash disk, and computers that back their register up to it. */
async function shared() {
  const clock = movedClock();
  let isOut = false;
  let bad: string | null = null;
  let full: string | null = null;
  const { port } = simulatedDisk({
    before(operation, path) {
      if (isOut && path.startsWith(STICK)) throw failure('ENOENT', path);
      const isWritten = operation === 'create' || operation === 'write';
      if (full !== null && isWritten && path.startsWith(full)) throw failure('ENOSPC', path);
    },
  });
  const read = async (path: string): Promise<string> => {
    if (path === bad) throw failure('EIO', path);
    return port.read(path);
  };
  const files = { ...port, read };
  await files.makeFolder(STICK);
  let last = 0;
  const ids = (): string => {
    last += 1;
    return last.toString(16).padStart(16, '0');
  };
  async function computer(dataFolder: string) {
    await files.makeFolder(dataFolder);
    const chosen = () => STICK;
    const report = () => undefined;
    const zone = () => 'WITA' as const;
    const identity = dataIdentity({ files, dataFolder, newId: ids, report });
    const backups = registerBackups({ files, dataFolder, chosen, zone, now: clock.now, identity, report });
    const keeper = registerKeeper({
      ...{ files, dataFolder, now: clock.now, clock, report, backups },
      context: () => ({ at: clock.now(), zone: 'WITA', newId: ids, lastHeard: () => null, orderedOn: () => null }),
      meeting: async () => null,
      onState: () => undefined,
      meetingsOf: async () => [],
      onNotices: () => undefined,
      onReadable: () => undefined,
    });
    return {
      backups,
      keeper,
      /** Says something, and backs it up as closing does. */
      async say(remark: string) {
        clock.advance(11 * MINUTE);
        await keeper.send({ type: 'entry.add', subjectIds: ['f'], fields: { remark } });
        await keeper.close();
      },
      async remarks() {
        const register = await keeper.present();
        return register === null ? null : Object.values(register.entries).map(({ fields }) => fields.remark);
      },
    };
  }
  const onStick = async () => (await files.list(STICK)).filter((name) => name.endsWith('.json'));
  return {
    files,
    computer,
    onStick,
    /** Makes a file lie on a bad sector. */
    spoil: (path: string) => {
      bad = path;
    },
    pull: (out: boolean) => {
      isOut = out;
    },
    /** Nothing can be written any more below this folder. */
    fill: (folder: string | null) => {
      full = folder;
    },
    /** As backups were named before they said whose they are. */
    async forgetNames() {
      for (const name of await onStick())
        await files.rename(`${STICK}/${name}`, `${STICK}/${name.replace(/^register-[0-9a-f]{16}-/, 'register-')}`);
    },
    async remove(folder: string) {
      for (const name of await files.list(folder)) await files.remove(`${folder}/${name}`);
    },
  };
}

test('the register of another computer on the same flash disk is not taken for one’s own, and may be restored', async () => {
  const { computer } = await shared();
  const a = await computer('/a');
  await a.say('rahasia');
  const b = await computer('/b');
  expect(await b.remarks()).toBeNull();
  expect(await b.backups.paths()).toEqual([]);
  const [row, ...others] = await b.backups.rows();
  expect(others).toEqual([]);
  expect(row).toMatchObject({ place: 'chosen', isOfAnother: true });
  const { register } = await b.backups.read('chosen', row?.name ?? '');
  expect(Object.keys(register.entries)).toHaveLength(1);
  expect((await a.backups.rows()).map(({ isOfAnother }) => isOfAnother)).toEqual([false, false]);
});

test('computers that share a folder rotate only their own away', async () => {
  const { computer, onStick } = await shared();
  const [a, b] = [await computer('/a'), await computer('/b')];
  await a.say('satu');
  const [first] = await onStick();
  for (let n = 0; n < 12; n += 1) await b.say(String(n));
  expect(await onStick()).toContain(first);
  expect(await onStick()).toHaveLength(11);
});

test('with every file of its own gone, a register comes back from its own backup on the flash disk', async () => {
  const { computer, remove } = await shared();
  await (await computer('/a')).say('punya a');
  await (await computer('/b')).say('punya b');
  await remove('/a/register');
  await remove('/a/backups/register');
  expect(await (await computer('/a')).remarks()).toEqual(['punya a']);
});

test('backups that do not say whose they are prove a register only where there has been one, and stay', async () => {
  const { files, computer, forgetNames, remove, onStick } = await shared();
  await (await computer('/a')).say('lama');
  await forgetNames();
  await remove('/a/backups/register');
  await files.remove('/a/identity.json');
  const b = await computer('/b');
  expect(await b.remarks()).toBeNull();
  expect(await b.backups.rows()).toMatchObject([{ isOfAnother: false }]);
  // Damaged, and not missing.
  for (const name of await files.list('/a/register')) await files.writeSynced(`/a/register/${name}`, 'rusak');
  expect(await (await computer('/a')).remarks()).toEqual(['lama']);
  const [old] = await onStick();
  for (let n = 0; n < 12; n += 1) await b.say(String(n));
  expect(await onStick()).toContain(old);
});

test('a backup of the register that failed in one folder is made up for there', async () => {
  const { computer, onStick, pull } = await shared();
  const a = await computer('/a');
  pull(true);
  await a.say('satu');
  expect(await onStick()).toEqual([]);
  pull(false);
  await a.remarks();
  await a.keeper.close();
  expect(await onStick()).toHaveLength(1);
  expect(await a.backups.rows()).toHaveLength(2);
});

test('a name that the disk cannot read keeps no register from opening, nor from being backed up', async () => {
  const { computer, spoil } = await shared();
  const a = await computer('/a');
  await a.say('satu');
  spoil('/a/identity.json');
  const again = await computer('/a');
  expect(await again.remarks()).toEqual(['satu']);
  await again.say('dua');
  expect((await again.backups.rows()).filter(({ place }) => place === 'own')).toHaveLength(2);
});

test('with no room for its name a data folder is backed up to the flash disk all the same, and named when there is room', async () => {
  const { computer, files, fill, onStick } = await shared();
  await files.makeFolder('/a');
  fill('/a');
  const { backups } = await computer('/a');
  await backups.write(emptyRegister(instant(0)), 1);
  expect(await onStick()).toHaveLength(1);
  expect(await backups.rows()).toMatchObject([{ place: 'chosen', isOfAnother: false }]);
  fill(null);
  await backups.write(emptyRegister(instant(0)), 2);
  const again = await computer('/a');
  // The newer one has replaced the other, since both are its own.
  expect(await again.backups.rows()).toMatchObject([
    { place: 'own', isOfAnother: false },
    { place: 'chosen', isOfAnother: false },
  ]);
});
