// Builds what has changed and opens Ekspose: on Electron, or where its binary cannot be had on the browser host.
// `--browser` asks for the browser host; everything else is passed on.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { electronBinary } from './electron-binary.mjs';
import { startEkspose } from './start-ekspose.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const args = process.argv.slice(2);

const built = spawnSync(process.execPath, [`${root}scripts/build.mjs`], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);

process.exit(
  await startEkspose({
    electron: () => electronBinary({ download: true }),
    wantsBrowser: args.includes('--browser'),
    root,
    browserMain: `${root}dist/main/browser.cjs`,
    args: args.filter((arg) => arg !== '--browser'),
  }),
);
