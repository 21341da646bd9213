import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildEntry } from '../support/build-entry.ts';
import { depth } from '../support/depth.ts';
import { temporaryFolder } from '../support/temp-folder.ts';
import { torture } from '../torture/torture.ts';

const KILLS = depth(12, 1000, 'EKSPOSE_KILLS');
const SEED = Number(process.env.EKSPOSE_SEED ?? Math.floor(Math.random() * 2 ** 31));

test(`the main process is killed ${KILLS} times at any instant and loses nothing that it had called saved`, {
  timeout: 60_000 + KILLS * 4000,
}, async () => {
  const folder = await temporaryFolder();
  const entry = await buildEntry('tests/torture/light-main.ts');
  console.log(`kills: ${KILLS}, seed: ${SEED} (EKSPOSE_SEED=${SEED} repeats the choices, not the instants)`);
  const result = await torture({ entry, folder: join(folder, 'data'), kills: KILLS, seed: SEED });
  console.log(JSON.stringify(result));
  expect(result.kills).toBe(KILLS);
  expect(result.acknowledged).toBeGreaterThan(KILLS);
  expect(result.said).toBeGreaterThan(0);
  expect(result.slides).toBeGreaterThan(0);
});
