// Looks at the projector in every state, layout, size, language and theme: npm run matrix. Pictures and an index of them
// are written to artefacts/matrix.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ensureChromium } from './ensure-chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'artefacts', 'matrix');
const browser = await ensureChromium((line) => console.log(line));
if (browser === null) process.exit(1);
rmSync(folder, { recursive: true, force: true });
const run = (script, ...args) =>
  spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, EKSPOSE_BROWSER: browser, EKSPOSE_MATRIX: '1', EKSPOSE_PICTURES: '1' },
  }).status ?? 1;

let status = run(join(root, 'scripts', 'build.mjs'), 'renderer');
if (status === 0) {
  const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  status = run(playwright, 'test', '--project=matrix', '--reporter=list', ...process.argv.slice(2));
}

const rooms = existsSync(folder) ? readdirSync(folder).toSorted() : [];
const pictures = rooms.map((room) => [room, readdirSync(join(folder, room)).toSorted()]);
const figure = (room, name) =>
  `<figure><img loading="lazy" width="320" src="${room}/${name}" alt=""><figcaption>${name}</figcaption></figure>`;
const sections = pictures.map(
  ([room, names]) => `<h2>${room}</h2><div>${names.map((name) => figure(room, name)).join('')}</div>`,
);
const style = 'div{display:flex;flex-wrap:wrap;gap:8px}figure{margin:0}figcaption{font:12px sans-serif}';
if (rooms.length > 0) {
  const page = `<!doctype html><meta charset="utf-8"><title>matrix</title><style>${style}</style>${sections.join('')}`;
  writeFileSync(join(folder, 'index.html'), page);
}
const count = pictures.reduce((sum, [, names]) => sum + names.length, 0);
console.log(
  `${rooms.length} rooms, ${count} pictures in artefacts/matrix; ${status === 0 ? 'nothing overflows' : 'FAULTS above'}`,
);
process.exit(status);
