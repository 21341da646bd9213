import { expect, test } from 'vitest';
import { jsonFiles } from '#main/storage/json-file.ts';
import { failure, simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';

const PATH = '/data/kecil.json';

async function rig() {
  const state = { full: false };
  const disk = simulatedDisk({
    before(operation, path) {
      if (state.full && operation === 'write') throw failure('ENOSPC', path);
    },
  });
  await disk.port.makeFolder('/data');
  return { state, disk, files: jsonFiles(disk.port) };
}

test('overlapping writes of one file leave the last one, whoever requested it', async () => {
  const { disk } = await rig();
  // The disk takes longer for what came earlier: side by side, the first would be the last to arrive.
  let slow = 20;
  const files = jsonFiles({
    ...disk.port,
    async writeSynced(path, text) {
      slow -= 1;
      for (let turn = slow * 10; turn > 0; turn -= 1) await Promise.resolve();
      await disk.port.writeSynced(path, text);
    },
  });
  const writes = Array.from({ length: 20 }, (_, n) => {
    const file = files.at(PATH);
    file.data = { n, padding: 'x'.repeat(20 - n) };
    return file.write();
  });
  await Promise.all(writes);
  expect(JSON.parse(await disk.port.read(PATH))).toEqual({ n: 19, padding: 'x' });
  expect(await disk.port.list('/data')).toEqual(['kecil.json']);
});

test('what is written is the value at the time of the request', async () => {
  const { disk, files } = await rig();
  const value = { n: 1 };
  const file = files.at(PATH);
  file.data = value;
  const writing = file.write();
  value.n = 2;
  await writing;
  expect(JSON.parse(await disk.port.read(PATH))).toEqual({ n: 1 });
});

test('a failed one is reported to its own caller, and does not delay the next', async () => {
  const { state, disk, files } = await rig();
  const file = files.at(PATH);
  state.full = true;
  file.data = { n: 1 };
  const failed = file.write();
  await expect(failed).rejects.toMatchObject({ code: 'ENOSPC' });
  state.full = false;
  file.data = { n: 2 };
  await file.write();
  expect(JSON.parse(await disk.port.read(PATH))).toEqual({ n: 2 });
});

test('a missing file reads as nothing, and one that is no JSON throws', async () => {
  const { disk, files } = await rig();
  const file = files.at(PATH);
  await file.read();
  expect(file.data).toBeNull();
  await disk.port.writeSynced(PATH, '{"n"');
  await expect(file.read()).rejects.toBeInstanceOf(SyntaxError);
});
