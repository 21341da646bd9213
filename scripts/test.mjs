// Everything that must hold, in one command. First what needs no build and the build itself, side by side; then the unit and
// integration tests beside the end-to-end ones, so that both cores are at work all the time.
//   npm test            what guards a commit
//   npm run test:long   the same, and what needs hours or numbers (nightly in CI)
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { ensureChromium, ensureTestBrowser } from './ensure-chromium.mjs';
import { build, deadCode, lint, playwright, types, vitest } from './test-parts.mjs';
import { counts, printFailures, printSkipped, printTable } from './test-report.mjs';

const isLong = process.argv.includes('--long');
const results = mkdtempSync(join(tmpdir(), 'ekspose-uji-'));
const file = (name) => join(results, `${name}.json`);
const began = performance.now();
const parts = [];

/** Runs a part, and shows what was held back of its output when it has ended. */
async function part(name, running, { quiet = false } = {}) {
  const done = { passed: 0, failed: [], skipped: [], ...(await running()), name };
  parts.push(done);
  if (!quiet) process.stdout.write(`\n== ${name}\n${done.output}`);
  console.log(`== ${name}: ${done.ok ? 'ok' : 'FAILED'}, ${done.seconds.toFixed(1)} s`);
  return done;
}

async function all() {
  const browser = await ensureChromium((line) => console.log(line));
  if (browser === null) return part('chromium', async () => ({ ok: false, output: '', seconds: 0 }));
  process.env.EKSPOSE_TEST_BROWSER = ensureTestBrowser(browser, (line) => console.log(line));
  process.env.EKSPOSE_BROWSER = browser;
  console.log(`${browser}, and for the tests’ own windows ${process.env.EKSPOSE_TEST_BROWSER}`);
  if (isLong) process.env.EKSPOSE_LONG = '1';

  const checks = await Promise.all([
    part('build', build),
    part('types', () => types(['src-core', 'src-main', 'src-renderer', 'tests'])),
    part('lint', lint),
    part('dead code', deadCode),
  ]);
  if (checks.some(({ ok }) => !ok)) return;

  // Half of the machine each: a test that waits for a process leaves its core to the other lane.
  const half = [`--maxWorkers=${Math.max(1, Math.floor(availableParallelism() / 2))}`];
  await Promise.all([
    part('integration', () => vitest('integration', file('integration'), half)).then(() =>
      part('unit', () => vitest('unit', file('unit'), half)),
    ),
    part('end to end', endToEnd, { quiet: true }),
  ]);
  // Measured in milliseconds: the others would be measured as well.
  if (isLong) {
    await part('real seconds', () => playwright(file('timed'), ['--project=timed', '--no-deps']), { quiet: true });
    const matrix = { EKSPOSE_MATRIX: '1', EKSPOSE_PICTURES: '1' };
    await part('matrix', () => playwright(file('matrix'), ['--project=matrix'], matrix), { quiet: true });
  }
}

/** Traces cost a part of every test, so they are made of those that failed, which run once more for that. */
async function endToEnd() {
  const done = await playwright(file('e2e'), [], { EKSPOSE_TRACE: 'off' });
  if (done.failed.length === 0) return done;
  console.log('\n== once more what failed, for its trace (what counts is the first run)');
  // Told by name: with an output of its own the second run would know of no failure, and try everything.
  const failures = ['--last-failed', '--last-failed-file=artefacts/e2e/.last-run.json', '--output=artefacts/e2e-again'];
  const again = await playwright(file('again'), failures, { EKSPOSE_TRACE: 'on' });
  const traces = new Map(again.failed.map((one) => [`${one.project} ${one.file} ${one.title}`, one.files]));
  const failed = done.failed.map((one) => ({
    ...one,
    files: [...one.files, ...(traces.get(`${one.project} ${one.file} ${one.title}`) ?? [])],
  }));
  return { ...done, failed };
}

try {
  await all();
} finally {
  rmSync(results, { recursive: true, force: true });
}
printSkipped(parts);
printFailures(parts);
printTable(parts, (performance.now() - began) / 1000);
const { passed, failed, skipped } = counts(parts);
console.log(`ekspose: ${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);
process.exitCode = failed === 0 ? 0 : 1;
