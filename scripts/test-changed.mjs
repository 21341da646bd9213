// What a change touches, in seconds: the unit tests related to it, and the specs of its folders on the browser host.
//   npm run test:changed                 what is not committed yet
//   npm run test:changed -- --since main what the branch has changed
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { ensureChromium, ensureTestBrowser } from './ensure-chromium.mjs';
import { specsOf } from './specs-of.mjs';
import { build, playwright, root, vitest } from './test-parts.mjs';
import { printFailures, printTable } from './test-report.mjs';

const { values } = parseArgs({ options: { since: { type: 'string' } } });
const began = performance.now();
const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
const base = values.since === undefined ? 'HEAD' : (git('merge-base', values.since, 'HEAD')[0] ?? 'HEAD');
const changed = [...git('diff', '--name-only', base), ...git('ls-files', '--others', '--exclude-standard')];
if (changed.length === 0) {
  console.log('Nothing has changed.');
  process.exit(0);
}

const results = mkdtempSync(join(tmpdir(), 'ekspose-uji-'));
const parts = [];
const add = (name, done) => parts.push({ passed: 0, failed: [], skipped: [], ...done, name });
const specs = specsOf(changed);
const [unit, built] = await Promise.all([
  vitest('unit', join(results, 'unit.json'), ['--changed', base, '--passWithNoTests']),
  specs.length === 0 ? null : build(),
]);
process.stdout.write(unit.output);
add('unit', unit);
if (built !== null) {
  if (!built.ok) process.stdout.write(built.output);
  add('build', built);
  const browser = await ensureChromium((line) => console.log(line));
  if (built.ok && browser !== null) {
    process.env.EKSPOSE_TEST_BROWSER = ensureTestBrowser(browser, (line) => console.log(line));
    process.env.EKSPOSE_BROWSER = browser;
    const paths = specs.map((spec) => `tests/e2e/${spec}.spec.ts`);
    add(
      'end to end',
      await playwright(join(results, 'e2e.json'), [...paths, '--project=browser'], { EKSPOSE_TRACE: 'off' }),
    );
  }
}
rmSync(results, { recursive: true, force: true });
printFailures(parts);
printTable(parts, (performance.now() - began) / 1000);
process.exitCode = parts.every(({ ok }) => ok) ? 0 : 1;
