// The parts of the tests, each a program of an installed package with what it printed and counted.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** The script that an installed package runs as `program`. */
function script(name, program) {
  // Not by `require.resolve`: a package may keep its manifest out of what it exports.
  const manifest = join(root, 'node_modules', name, 'package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[program]);
}

const running = new Set();

/** Interrupts the parts that still run, as Ctrl+C would. */
export function endAll() {
  for (const child of running) child.kill('SIGINT');
}

/**
 * Runs a script by this Node, without a shell, so that it is the same on every system.
 * @param live whether its output is shown as it comes; what is held back is shown when it has ended
 * @returns whether it ended well, all that it printed, and the seconds it took
 */
function run(file, args, { env = {}, live = false } = {}) {
  const began = performance.now();
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  const child = spawn(process.execPath, [file, ...args], {
    cwd: root,
    env: { ...process.env, ...colour, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let output = '';
  const hear = (chunk) => {
    output += chunk;
    if (live) process.stdout.write(chunk);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return new Promise((resolve) => {
    child.on('error', (error) => hear(`${error.message}\n`));
    child.on('close', (code) => {
      running.delete(child);
      resolve({ ok: code === 0, output, seconds: (performance.now() - began) / 1000 });
    });
  });
}

const tool = (name, program, args, options) => run(script(name, program), args, options);

const readResult = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);

/**
 * A part that only holds or does not. By itself the compiler checks in four threads, each of which first works out the same
 * types, and collects garbage that a short run never needs back: together half of what it costs.
 */
export const types = async (layers) => {
  const env = { GOGC: '800' };
  const all = [];
  for (const layer of layers) all.push(await tool('typescript', 'tsc', ['-p', layer, '--singleThreaded'], { env }));
  return {
    ok: all.every(({ ok }) => ok),
    output: all.map(({ output }) => output).join(''),
    seconds: all.reduce((sum, { seconds }) => sum + seconds, 0),
  };
};
export const lint = () => tool('@biomejs/biome', 'biome', ['ci', '.']);
export const deadCode = () => tool('knip', 'knip', []);
export const build = () => run(join(root, 'scripts', 'build.mjs'), []);

/** @param file of the results; @param more arguments of Vitest */
export async function vitest(project, file, more = [], env = {}) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const done = await tool('vitest', 'vitest', ['run', '--project', project, ...reporters, ...more], { env });
  const json = readResult(file);
  const tests = (json?.testResults ?? []).flatMap(({ name, assertionResults }) =>
    assertionResults.map((one) => ({ file: name, title: one.fullName, status: one.status, said: one.failureMessages })),
  );
  // A file that broke before its first test has none to count.
  const broken = (json?.testResults ?? []).filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  );
  return {
    ...done,
    ok: done.ok && json !== null,
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: [
      ...tests.filter(({ status }) => status === 'failed'),
      ...broken.map(({ name, message }) => ({ file: name, title: '', said: [message] })),
    ].map(({ file: path, title, said }) => ({ title, file: path, said: (said ?? []).join('\n'), files: [], project })),
    skipped: tests
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ title }) => ({ title, why: '' })),
  };
}

const specsOf = (suite, path = []) => [
  ...(suite.suites ?? []).flatMap((inner) => specsOf(inner, [...path, inner.title])),
  ...(suite.specs ?? []).flatMap(({ title, file, tests }) =>
    tests.map((test) => ({ title: [...path.slice(1), title].join(' › '), file, ...test })),
  ),
];

/** @param file of the results; @param more arguments of Playwright */
export async function playwright(file, more = [], env = {}) {
  const done = await tool('@playwright/test', 'playwright', ['test', '--reporter=list,json', ...more], {
    live: true,
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  });
  const json = readResult(file);
  const tests = json === null ? [] : specsOf(json);
  return {
    ...done,
    ok: done.ok && json !== null,
    passed: tests.filter(({ status }) => status === 'expected').length,
    failed: [
      ...tests
        .filter(({ status }) => status === 'unexpected' || status === 'flaky')
        .map(({ title, file: path, results, projectName }) => ({
          title,
          file: join('tests/e2e', path),
          project: projectName,
          said: results.at(-1)?.error?.message ?? '',
          files: (results.at(-1)?.attachments ?? []).flatMap((one) => one.path ?? []),
        })),
      ...(json?.errors ?? []).map(({ message }) => ({ title: '', file: '', project: '', said: message, files: [] })),
    ],
    skipped: tests
      .filter(({ status }) => status === 'skipped')
      .map(({ title, projectName, annotations }) => ({
        title: `${projectName}: ${title}`,
        why: annotations.find(({ type }) => type === 'skip')?.description ?? '',
      })),
  };
}
