// Everything that must hold, in one command: types, lint, dead code, unit, build, integration, end to end. Stops at the first
// stage that fails; the last line counts the tests that really ran.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ensureChromium } from './ensure-chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = mkdtempSync(join(tmpdir(), 'ekspose-uji-'));
const env = { ...process.env };
const total = { passed: 0, failed: 0, skipped: 0 };

/** Runs the program of an installed package, without a shell, so that it is the same on every system. */
function tool(name, program, ...args) {
  // Not by `require.resolve`: a package may keep its manifest out of what it exports.
  const manifest = join(root, 'node_modules', name, 'package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  return node(join(dirname(manifest), typeof bin === 'string' ? bin : bin[program]), ...args);
}

const node = (script, ...args) =>
  spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit', env }).status === 0;

/** Adds what a run has written of its tests. A run that failed without a failed test (it crashed, say) counts as one. */
function count(ok, counted) {
  total.passed += counted.passed;
  total.skipped += counted.skipped;
  total.failed += !ok && counted.failed === 0 ? 1 : counted.failed;
  return ok;
}

const readResult = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);

function vitest(project) {
  const file = join(results, `${project}.json`);
  const ok = tool(
    'vitest',
    'vitest',
    'run',
    ...['--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
  );
  const json = readResult(file);
  return count(ok && json !== null, {
    passed: json?.numPassedTests ?? 0,
    failed: json?.numFailedTests ?? 0,
    skipped: (json?.numPendingTests ?? 0) + (json?.numTodoTests ?? 0),
  });
}

function playwright() {
  const file = join(results, 'e2e.json');
  env.PLAYWRIGHT_JSON_OUTPUT_FILE = file;
  const ok = tool('@playwright/test', 'playwright', 'test', '--reporter=list,json');
  const stats = readResult(file)?.stats;
  return count(ok && stats !== undefined, {
    passed: stats?.expected ?? 0,
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped ?? 0,
  });
}

const check = (ok) => count(ok, { passed: 0, failed: 0, skipped: 0 });

async function chromium() {
  const browser = await ensureChromium((line) => console.log(line));
  if (browser === null) return check(false);
  console.log(browser);
  env.EKSPOSE_BROWSER = browser;
  return true;
}

const LAYERS = ['src-core', 'src-main', 'src-renderer', 'tests'];
const STAGES = [
  ['chromium', chromium],
  ['types', () => check(LAYERS.every((layer) => tool('typescript', 'tsc', '-p', layer)))],
  ['lint', () => check(tool('@biomejs/biome', 'biome', 'ci', '.'))],
  ['dead code', () => check(tool('knip', 'knip'))],
  ['unit', () => vitest('unit')],
  ['build', () => check(node(join(root, 'scripts', 'build.mjs')))],
  ['integration', () => vitest('integration')],
  ['end to end', playwright],
];

const timings = [];
let failed = null;
for (const [name, run] of STAGES) {
  console.log(`\n== ${name}`);
  const began = performance.now();
  const ok = await run();
  timings.push(`${name} ${((performance.now() - began) / 1000).toFixed(1)} s`);
  console.log(`== ${name}: ${ok ? 'ok' : 'FAILED'}, ${((performance.now() - began) / 1000).toFixed(1)} s`);
  if (!ok) {
    failed = name;
    break;
  }
}
rmSync(results, { recursive: true, force: true });

console.log(`\n${timings.join(' · ')}`);
if (failed !== null) console.log(`Stopped at: ${failed}`);
const skipped = total.skipped === 0 ? '' : `, ${total.skipped} skipped`;
console.log(`ekspose: ${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = failed === null ? 0 : 1;
