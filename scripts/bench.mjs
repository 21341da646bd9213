// Measures on a machine that does nothing else:
// npm run bench [-- PART…] [--only NAME] [--json FILE]; a part is what a file of tests/bench begins with: desk, projector
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, only: { type: 'string' } },
});
const env = { ...process.env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --expose-gc` };
if (values.json !== undefined) env.EKSPOSE_BENCH_JSON = values.json;
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const parts = positionals.map((part) => `tests/bench/${part}`);
// The last test of each file holds its figures to their limits.
const only = values.only === undefined ? [] : ['-t', `${values.only}|every figure`];
const run = spawnSync(process.execPath, [vitest, 'run', '--project', 'bench', ...parts, ...only], {
  env,
  stdio: 'inherit',
});
process.exit(run.status ?? 1);
