// Makes the faults of scripts/mutations.mjs one after the other in a copy of the sources, and runs the unit tests that could
// notice: npm run mutate [-- --tree FOLDER] [--only TEXT]
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MUTATIONS } from './mutations.mjs';

const { values } = parseArgs({ options: { tree: { type: 'string' }, only: { type: 'string' } } });
const tree = resolve(values.tree ?? fileURLToPath(new URL('..', import.meta.url)));
const SOURCES = ['src-core', 'src-main', 'src-renderer'];
const LEFT_OUT = ['node_modules', 'dist', 'artefacts', 'release', '.git'];

/** Another tree, of an earlier commit say, may have the file in another folder. @returns its path, or `null` */
function placeOf(file, text) {
  const has = (path) => existsSync(join(tree, path)) && readFileSync(join(tree, path), 'utf8').includes(text);
  if (has(file)) return file;
  if (values.tree === undefined) return null;
  const all = SOURCES.flatMap((folder) =>
    readdirSync(join(tree, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  );
  return all.find((path) => basename(path) === basename(file) && has(path)) ?? null;
}

function copyOfTree() {
  const copy = mkdtempSync(join(tmpdir(), 'ekspose-mutasi-'));
  for (const name of readdirSync(tree)) {
    if (!LEFT_OUT.includes(name)) cpSync(join(tree, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(tree, 'node_modules'), join(copy, 'node_modules'), 'junction');
  return copy;
}

/** @returns whether the tests hold */
const vitest = (folder, args) =>
  new Promise((done) => {
    const program = join(tree, 'node_modules', 'vitest', 'vitest.mjs');
    // Its own, since the copy shares the packages’ folder, where files of a copy would stay for ever.
    const cache = `--experimental.fsModuleCachePath=${join(folder, 'module-cache')}`;
    const fixed = ['--project', 'unit', '--run', '--bail=1', '--reporter=dot', '--maxWorkers=1', cache];
    const child = spawn(process.execPath, [program, ...args, ...fixed], { cwd: folder, stdio: 'ignore' });
    child.on('close', (code) => done(code === 0));
  });

/** The tests beside the file first: they notice most, in the least time; then whatever imports it. */
async function isNoticed(folder, file) {
  const beside = join('tests', 'unit', dirname(file).replace(/^src-/, ''));
  const has =
    existsSync(join(folder, beside)) && readdirSync(join(folder, beside)).some((name) => name.includes('.test.'));
  if (has && !(await vitest(folder, [beside]))) return true;
  return !(await vitest(folder, ['related', file]));
}

const wanted = MUTATIONS.filter(([file]) => values.only === undefined || file.includes(values.only)).map(
  ([file, from, to]) => ({ file, from, to, place: placeOf(file, from) }),
);
const lost = wanted.filter(({ place }) => place === null);
const unclear = wanted.filter(
  ({ place, from }) => place !== null && readFileSync(join(tree, place), 'utf8').split(from).length !== 2,
);
for (const { file, from } of lost) console.log(`NOT FOUND  ${file}: ${from}`);
for (const { file, from } of unclear) console.log(`TWICE      ${file}: ${from}`);

const queue = wanted.filter((one) => !lost.includes(one) && !unclear.includes(one));
const count = { killed: 0, survived: 0 };

/** One copy of the tree and one fault in it at a time. */
async function lane() {
  const copy = copyOfTree();
  try {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
      const path = join(copy, one.place);
      const whole = readFileSync(path, 'utf8');
      // Not by a pattern of its own: `$&` in a replacement means something.
      writeFileSync(
        path,
        whole.replace(one.from, () => one.to),
      );
      const noticed = await isNoticed(copy, one.place);
      writeFileSync(path, whole);
      count[noticed ? 'killed' : 'survived'] += 1;
      console.log(`${noticed ? 'killed    ' : 'SURVIVED  '} ${one.place}: ${one.from} → ${one.to || 'nothing'}`);
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

await Promise.all(Array.from({ length: Math.max(1, Math.min(4, availableParallelism())) }, lane));
console.log(
  `\nmutate: ${count.killed} of ${wanted.length} killed, ${count.survived} survived, ${lost.length + unclear.length} not tried`,
);
process.exitCode = count.survived + lost.length + unclear.length === 0 ? 0 : 1;
