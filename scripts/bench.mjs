// Measures storage against the bare disk of the same run: npm run bench [-- --json FILE]
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const env = { ...process.env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --expose-gc` };
if (values.json !== undefined) env.EKSPOSE_BENCH_JSON = values.json;
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const run = spawnSync(process.execPath, [vitest, 'run', '--project', 'bench'], { env, stdio: 'inherit' });
process.exit(run.status ?? 1);
