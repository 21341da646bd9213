// Everything that must hold, in one command. Three lanes side by side, so that both cores are at work all the time: the build
// and the end-to-end tests; the checks and the unit tests, which need no build; the integration tests, as soon as there is one.
//   npm test            what guards a commit
//   npm run test:long   the same, and what needs hours or numbers (nightly in CI)
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { ensureChromium, ensureTestBrowser } from './ensure-chromium.mjs';
import { build, deadCode, endAll, lint, playwright, types, vitest } from './test-parts.mjs';
import { counts, printFailures, printSkipped, printTable } from './test-report.mjs';

const isLong = process.argv.includes('--long');
const results = mkdtempSync(join(tmpdir(), 'ekspose-uji-'));
const file = (name) => join(results, `${name}.json`);
const began = performance.now();
const parts = [];
/** Set when what all need has failed. */
let isBroken = false;

/** Runs a part, and shows what was held back of its output when it has ended. */
async function part(name, running, { quiet = false } = {}) {
  const done = { passed: 0, failed: [], skipped: [], ...(await running()), name };
  if (isBroken) {
    console.log(`== ${name}: interrupted`);
    return done;
  }
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

  const unlessBroken = (name, running, options) => (isBroken ? null : part(name, running, options));
  /** What all need: where it fails, whoever waits has enough to mend, and the rest is interrupted. */
  const need = (...needed) => {
    if (isBroken || needed.every(({ ok }) => ok)) return;
    isBroken = true;
    endAll();
  };

  const built = part('build', build).then(need);
  // The end-to-end tests have half of the machine. An integration test waits for a process a third of its time: with one of them
  // at a time their lane would end alone, on one core.
  const cores = availableParallelism();
  const workers = (count) => `--maxWorkers=${Math.max(1, Math.floor(count))}`;
  const checksAndUnit = async () => {
    need(
      await part('lint', lint),
      await part('dead code', deadCode),
      await part('types', () => types(['src-core', 'src-main', 'src-renderer', 'tests'])),
    );
    await unlessBroken('unit', () => vitest('unit', file('unit'), [workers(cores / 4)]));
  };
  await Promise.all([
    checksAndUnit(),
    built.then(() => unlessBroken('end to end', endToEnd, { quiet: true })),
    built.then(() =>
      unlessBroken('integration', () => vitest('integration', file('integration'), [workers(Math.max(2, cores / 4))])),
    ),
  ]);
  if (isBroken) return;
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
  if (done.failed.length === 0 || isBroken) return done;
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
