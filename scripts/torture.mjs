// Kills the main process at random instants, as often as wanted: npm run torture -- --kills 2000 --seed 7
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { kills: { type: 'string' }, seed: { type: 'string' } } });
const env = { ...process.env, EKSPOSE_KILLS: values.kills ?? '1000' };
if (values.seed !== undefined) env.EKSPOSE_SEED = values.seed;
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const test = 'tests/integration/killed-at-any-instant.test.ts';
const run = spawnSync(process.execPath, [vitest, 'run', '--project', 'integration', test], { env, stdio: 'inherit' });
process.exit(run.status ?? 1);
