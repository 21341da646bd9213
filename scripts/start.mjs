// Builds what has changed and opens Ekspose: on Electron, or where its binary cannot be had on the browser host.
// `--browser` asks for the browser host; everything else is passed on.
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { electronBinary } from './electron-binary.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const args = process.argv.slice(2);
const wantsBrowser = args.includes('--browser');
const passed = args.filter((arg) => arg !== '--browser');

const built = spawnSync(process.execPath, [`${root}scripts/build.mjs`], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);

const electron = wantsBrowser ? null : electronBinary({ download: true });
if (!wantsBrowser && electron === null) {
  console.log(
    'Program Electron tidak dapat diunduh di komputer ini; Ekspose berjalan di peramban. / Electron cannot be had here; Ekspose runs on the browser host.',
  );
}
const [program, first] = electron === null ? [process.execPath, `${root}dist/main/browser.cjs`] : [electron, root];
const child = spawn(program, [first, ...passed], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
