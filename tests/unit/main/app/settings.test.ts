import { expect, test } from 'vitest';
import type { Settings } from '#core/model/settings.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { instant } from '#core/time/units.ts';
import { type SettingsValue, settingsValue } from '#main/app/settings.ts';
import { failure, simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';

const DATA = '/data';

async function rig() {
  const state = { full: false, writes: 0, told: 0 };
  const disk = simulatedDisk({
    before(operation, path) {
      if (operation !== 'write') return;
      state.writes += 1;
      if (state.full) throw failure('ENOSPC', path);
    },
  });
  await disk.port.makeFolder(DATA);
  const begin = (): SettingsValue =>
    settingsValue({
      files: disk.port,
      dataFolder: DATA,
      sample: [],
      now: () => instant(0),
      onChange: () => {
        state.told += 1;
      },
    });
  return { state, disk, begin };
}

const place = (name: string) => (settings: Settings) => ({
  ...settings,
  defaults: { ...settings.defaults, place: `${settings.defaults.place}${name}` },
});

test('changes that overlap are all made, in their order, and are what the next start reads', async () => {
  const { state, begin } = await rig();
  const settings = begin();
  await Promise.all(Array.from({ length: 60 }, (_, n) => settings.update(place(String(n % 10)))));
  const expected = '0123456789'.repeat(6);
  expect(settings.current().defaults.place).toBe(expected);
  // Those that come during a write share the next one: an arrow key held down is two writes, not thirty.
  expect(state.writes).toBe(2);
  const again = begin();
  expect(await again.open()).toEqual([]);
  expect(again.current().defaults.place).toBe(expected);
});

test('a change made at the very end of a write is not forgotten', async () => {
  const { begin } = await rig();
  const settings = begin();
  for (let turns = 0; turns < 60; turns += 1) {
    const first = settings.update(place('a'));
    for (let n = 0; n < turns; n += 1) await Promise.resolve();
    await Promise.all([first, settings.update(place('b'))]);
  }
  expect(settings.current().defaults.place).toHaveLength(120);
});

test('a refused change is reported only to its caller', async () => {
  const { begin } = await rig();
  const settings = begin();
  const before = settings.update(place('a'));
  const refused = settings.update(() => {
    throw new Refused('limitsUnsound');
  });
  const after = settings.update(place('b'));
  await expect(refused).rejects.toMatchObject({ code: 'limitsUnsound' });
  await Promise.all([before, after]);
  expect(settings.current().defaults.place).toBe('ab');
});

test('on a full disk the settings stay as they were, and the next change begins at those', async () => {
  const { state, begin } = await rig();
  const settings = begin();
  await settings.update(place('a'));
  const told = state.told;
  state.full = true;
  await expect(settings.update(place('x'))).rejects.toMatchObject({ code: 'ENOSPC' });
  expect([settings.current().defaults.place, state.told]).toEqual(['a', told]);
  state.full = false;
  await settings.update(place('b'));
  expect(settings.current().defaults.place).toBe('ab');
});

test('a damaged file is renamed and reported, and the defaults are used', async () => {
  const { disk, begin } = await rig();
  await disk.port.writeSynced(`${DATA}/settings.json`, '{"schema":1,');
  const settings = begin();
  expect(await settings.open()).toMatchObject([{ code: 'settingsReset' }]);
  expect(settings.current().defaults.place).toBe('');
  expect((await disk.port.list(DATA))[0]).toMatch(/^settings\.json\.damaged-/);
});

test('a file on a bad sector is kept under another name and reported, and one that is only in use is not', async () => {
  const { disk } = await rig();
  await disk.port.writeSynced(`${DATA}/settings.json`, '{}');
  const opening = (code: string) =>
    settingsValue({
      files: { ...disk.port, read: (path) => Promise.reject(failure(code, path)) },
      dataFolder: DATA,
      sample: [],
      now: () => instant(0),
      onChange: () => undefined,
    }).open();
  await expect(opening('EBUSY')).rejects.toMatchObject({ code: 'EBUSY' });
  expect(await disk.port.list(DATA)).toEqual(['settings.json']);
  expect(await opening('EIO')).toMatchObject([{ code: 'settingsReset' }]);
  expect(await disk.port.list(DATA)).toEqual([expect.stringMatching(/^settings\.json\.damaged-/)]);
});
