import { expect, test } from 'vitest';
import { emptyRegister } from '#core/model/register.ts';
import { keepUnsaved } from '#main/app/unsaved.ts';
import { backedUpFrom } from '#main/backups/store.ts';
import { snapshotFrom } from '#main/meeting/snapshot-text.ts';
import { REGISTER } from '#main/register/register-files.ts';
import { simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { movedClock, roomOf } from '../../../support/projector-at-work.ts';

const FOLDER = '/dokumen/Ekspose';
const clock = movedClock();
const meeting = roomOf(clock, 3);
const session = (durable: number, rehearsalOf = meeting.rehearsalOf) => ({
  meeting: () => ({ ...meeting, rehearsalOf }),
  saved: () => ({ seq: 7, durable, at: null, failing: null }),
});

test('a meeting and a register that were not saved can be opened as backups', async () => {
  const { port } = simulatedDisk();
  const register = { register: emptyRegister(clock.now()), seq: 4 };
  const paths = await keepUnsaved(port, FOLDER, clock, { meeting: session(5), register });
  expect(await port.list(FOLDER)).toEqual(paths.map((path) => path.slice(FOLDER.length + 1)));
  const [ofMeeting = '', ofRegister = ''] = paths;
  expect(backedUpFrom(await port.read(ofMeeting), ofMeeting)).toMatchObject({ meeting, seq: 7 });
  expect(snapshotFrom(JSON.parse(await port.read(ofRegister)), REGISTER)).toMatchObject({
    seq: 4,
    stored: register.register,
  });
});

test.each([
  ['everything is saved', session(7)],
  ['only a rehearsal is open', session(5, meeting.id)],
  ['nothing is open', null],
])('where %s nothing is written', async (_why, open) => {
  const { port } = simulatedDisk();
  expect(await keepUnsaved(port, FOLDER, clock, { meeting: open, register: null })).toEqual([]);
  expect(await port.stat('/dokumen')).toBeNull();
});
