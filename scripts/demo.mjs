// Plays the sample rakor without a window and writes its NOTULA: npm run demo -- --out FILE.pdf [--data FOLDER]
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = process.env.EKSPOSE_DIST ?? `${root}dist`;

const built = spawnSync(process.execPath, [`${root}scripts/build.mjs`, 'demo'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);

const played = spawnSync(process.execPath, [`${dist}/main/demo.cjs`, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(played.status ?? 1);
