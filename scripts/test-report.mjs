// What the tests tell at their end: what was skipped and why, what failed and how to see it, and one table.
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './test-parts.mjs';

/** A part that failed without a failed test (it crashed, say) counts as one. */
const failedOf = ({ ok, failed }) => (!ok && failed.length === 0 ? 1 : failed.length);

export const counts = (parts) => ({
  passed: parts.reduce((sum, { passed }) => sum + passed, 0),
  failed: parts.reduce((sum, part) => sum + failedOf(part), 0),
  skipped: parts.reduce((sum, { skipped }) => sum + skipped.length, 0),
});

export function printSkipped(parts) {
  // Tests say on a line of their own what this machine lacks for them.
  const said = parts.flatMap(({ output }) =>
    stripVTControlCharacters(output)
      .split('\n')
      .filter((line) => line.startsWith('SKIPPED: ')),
  );
  const skipped = parts.flatMap((part) => part.skipped);
  if (said.length + skipped.length === 0) return;
  console.log('\nSkipped:');
  for (const line of new Set(said)) console.log(`  ${line.slice('SKIPPED: '.length)}`);
  for (const { title, why } of skipped) console.log(`  - ${title}${why === '' ? '' : ` (${why})`}`);
}

/** The seed by which fast-check or a test of ours repeats what it drew, if the failure tells of one. */
const seedOf = (said) => /\bseed: ?(-?\d+)|EKSPOSE_SEED=(-?\d+)/.exec(said)?.slice(1).find(Boolean);

const quoted = (text) => JSON.stringify(text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));

/** The command that runs one failed test again. */
function again({ project, file, title, said }) {
  const path = relative(root, file).replace(/^\.\.\/.*$/, file);
  if (!/\.spec\.ts$/.test(file)) {
    const seed = seedOf(said);
    return `${seed === undefined ? '' : `EKSPOSE_SEED=${seed} `}npx vitest run --project ${project} ${path} -t ${quoted(title)}`;
  }
  return `npx playwright test --project=${project} ${path} -g ${quoted(title.split(' › ').at(-1) ?? title)} --trace on`;
}

export function printFailures(parts) {
  const failed = parts.flatMap((part) => part.failed);
  if (failed.length > 0) console.log('\nFailed:');
  for (const one of failed) {
    console.log(`  ✘ ${relative(root, one.file)} › ${one.title}`);
    const lines = stripVTControlCharacters(one.said).trim().split('\n').slice(0, 30);
    for (const line of lines) console.log(`      ${line}`);
    for (const path of one.files) {
      const shown = relative(root, path);
      console.log(`    ${path.endsWith('trace.zip') ? `npx playwright show-trace ${shown}` : shown}`);
    }
    if (one.title !== '') console.log(`    again: ${again(one)}`);
  }
}

export function printTable(parts, seconds) {
  const rows = parts.map((part) => {
    const tests = part.passed + part.failed.length;
    const mark = part.ok ? '' : 'FAILED';
    return [part.name, tests === 0 ? '' : String(tests), part.seconds.toFixed(1), mark];
  });
  const { passed, failed } = counts(parts);
  const table = [['part', 'tests', 'seconds', ''], ...rows, ['all', String(passed + failed), seconds.toFixed(1), '']];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column].length)));
  console.log('');
  for (const [name, tests, took, mark] of table) {
    const cells = [name.padEnd(widths[0]), tests.padStart(widths[1]), took.padStart(widths[2]), mark];
    console.log(cells.join('  ').trimEnd());
  }
}
