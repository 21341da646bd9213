import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { instant } from '#core/time/units.ts';
import { readMeeting } from '#main/archive/worker/jobs.ts';
import { readAside } from '#main/archive/worker/read-aside.ts';
import { diskPort } from '#main/storage/file-port.ts';
import { fiveYears, writeArchive } from '../support/five-years.ts';
import { accepted, startApplication } from '../support/running-application.ts';
import { temporaryFolder } from '../support/temp-folder.ts';

const DIST = process.env.EKSPOSE_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));

/** A data folder with the first meetings of five years. */
async function written(count: number) {
  const folder = await temporaryFolder();
  const meetings = [...fiveYears()].slice(0, count);
  await writeArchive(folder, meetings);
  return { folder, ids: meetings.map(({ id }) => id) };
}

test('the thread of the build reads what the main thread would', async () => {
  const { folder, ids } = await written(3);
  const started: string[] = [];
  const aside = readAside(join(DIST, 'main/reader.cjs'), () => started.push('started'));
  const changedAt = instant(5);
  const read = (id: string) => {
    const at = join(folder, 'meetings', id);
    return Promise.all([aside.row(at, id, changedAt), aside.digest(at, id, 'keadaan')]);
  };
  const here = (id: string) => {
    const at = join(folder, 'meetings', id);
    return Promise.all([
      readMeeting(diskPort, { what: 'row', folder: at, id, changedAt }),
      readMeeting(diskPort, { what: 'digest', folder: at, id, stamp: 'keadaan' }),
    ]);
  };
  expect(await Promise.all(ids.map(read))).toEqual(await Promise.all(ids.map(here)));
  expect(started).toEqual(['started']);
  await expect(aside.digest(join(folder, 'meetings', 'none'), 'none', 'x')).resolves.toBeNull();
});

test('the application lists and digests an archive that it does not know yet', async () => {
  const { folder, ids } = await written(4);
  const digestsOf = async () => {
    const running = await startApplication(folder);
    const desk = await running.connect('desk');
    expect(new Set(desk.view().meetings.map(({ id, health }) => `${id} ${health}`))).toEqual(
      new Set(ids.map((id) => `${id} sound`)),
    );
    const answered = accepted(await desk.ask('archive.digests', { ids }));
    expect(await running.stop()).toBe(0);
    return answered;
  };
  const first = await digestsOf();
  expect(first.map(({ text }) => typeof text)).toEqual(ids.map(() => 'string'));
  const stored = await Promise.all(ids.map((id) => readFile(join(folder, 'meetings', id, 'digest.json'), 'utf8')));
  expect(stored).toEqual(first.map(({ text }) => text));
  for (const id of ids) await rm(join(folder, 'meetings', id, 'digest.json'));
  expect(await digestsOf()).toEqual(first);
});
