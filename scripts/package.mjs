// Builds the installers and archives that this machine can build, one after the other, and says in plain words what it
// lacks for the rest: npm run package [-- --linux | --win | --mac] [--unpacked]. With --unpacked only the unpacked program. Exit code 0: all were built; 3: Electron's program
// could not be had, so none; 4: some are missing for want of a tool; 1: something else is wrong.
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CLI = join(dirname(require.resolve('electron-builder/package.json')), 'cli.js');
const LOG = join(ROOT, 'release', 'package.log');
const ELECTRON = JSON.parse(readFileSync(require.resolve('electron/package.json'), 'utf8')).version;

/** electron-builder names the folder's processor where it is not the usual one, x64. */
const ofOtherArch = process.arch === 'x64' ? '' : `-${process.arch}`;
/** What electron-builder calls each system, its unpacked folder, and the packages made from that (electron-builder.yml). */
const SYSTEMS = {
  linux: { flag: '--linux', unpacked: `linux${ofOtherArch}-unpacked`, targets: ['AppImage', 'deb'] },
  // Its targets name the processor: it is the same wherever this runs.
  win: { flag: '--win', unpacked: 'win-unpacked', targets: ['nsis', 'portable'] },
  mac: { flag: '--mac', unpacked: null, targets: ['dmg'] },
};
const OWN = { linux: 'linux', win32: 'win', darwin: 'mac' };
const NO_ROUTE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|certificate|status code (?:403|404|407|5\d\d)/;

/** electron-builder fetches its own fpm (for .deb) unless it is told that there is one. */
const hasFpm = spawnSync('fpm', ['--version'], { stdio: 'ignore' }).status === 0;
const ENVIRONMENT = { ...process.env, ...(hasFpm ? { USE_SYSTEM_FPM: 'true' } : {}) };

const say = (id, en) => console.log(`${id}\n  ${en}`);

/** Runs electron-builder, its output in the log only. @returns what it wrote, and whether it succeeded */
function builder(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [CLI, ...args, '--publish', 'never'], { cwd: ROOT, env: ENVIRONMENT });
    let output = '';
    const hear = (chunk) => {
      output += chunk;
      appendFileSync(LOG, chunk);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

/** The one line that tells why electron-builder stopped, without its stack. */
function reasonOf(output) {
  const line = output.split('\n').find((text) => text.includes('⨯')) ?? output.trim().split('\n').at(-1) ?? '';
  return line
    .replace(/^\s*⨯\s*/, '')
    .replace(/\s+(?:failedTask|stackTrace)=.*$/, '')
    .trim();
}

/** The tool that was being fetched, as far as the output tells. */
const downloadIn = (output) => [...output.matchAll(/url=(\S+)/g)].at(-1)?.[1] ?? null;

/** Makes the unpacked application, from which every package is made. @returns whether there is one */
async function unpack(system, name) {
  // For Windows on its own processor, as the installers have it.
  const arch = system.flag === '--win' ? ['--x64'] : [];
  const { ok, output } = await builder([system.flag, 'dir', ...arch]);
  if (ok) return 'built';
  const reason = reasonOf(output);
  if (!NO_ROUTE.test(output)) {
    say(
      `Paket untuk ${name} gagal dibuat: ${reason}. Lengkapnya di ${LOG}.`,
      `Packaging for ${name} failed: ${reason}. All of it is in ${LOG}.`,
    );
    return 'failed';
  }
  say(
    `Tidak ada paket untuk ${name}: program Electron ${ELECTRON} tidak ada di komputer ini dan tidak dapat diunduh (${reason}). Jalankan di komputer yang dapat membuka github.com, atau tunjuk cermin dengan ELECTRON_MIRROR.`,
    `No package for ${name}: Electron ${ELECTRON}'s program is not on this machine and could not be downloaded (${reason}). Run this where github.com can be reached, or name a mirror in ELECTRON_MIRROR.`,
  );
  return 'noElectron';
}

async function makeTarget(system, target) {
  const prepackaged = system.unpacked === null ? [] : ['--prepackaged', join('release', system.unpacked)];
  const { ok, output } = await builder([system.flag, target, ...prepackaged]);
  if (ok) {
    say(`${target}: jadi, di folder release.`, `${target}: built, in the folder release.`);
    return true;
  }
  const wanted = downloadIn(output);
  const what = NO_ROUTE.test(output) && wanted !== null ? `${wanted}: ${reasonOf(output)}` : reasonOf(output);
  say(
    `${target}: tidak jadi. Yang kurang: ${what}. Lengkapnya di ${LOG}.`,
    `${target}: not built. Lacking: ${what}. All of it is in ${LOG}.`,
  );
  return false;
}

const asked = Object.keys(SYSTEMS).filter((name) => process.argv.includes(`--${name}`));
const names = asked.length > 0 ? asked : [OWN[process.platform] ?? 'linux'];

const built = spawnSync(process.execPath, [join(ROOT, 'scripts/build.mjs')], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (built.status !== 0 || !existsSync(join(ROOT, 'dist/main/electron.cjs'))) {
  say('Ekspose sendiri tidak dapat dibangun; lihat pesan di atas.', 'Ekspose itself could not be built; see above.');
  process.exit(1);
}
mkdirSync(join(ROOT, 'release'), { recursive: true });
writeFileSync(LOG, '');

let code = 0;
for (const name of names) {
  const system = SYSTEMS[name];
  const state = await unpack(system, name);
  if (state !== 'built') {
    code = state === 'noElectron' ? 3 : 1;
    continue;
  }
  if (process.argv.includes('--unpacked')) continue;
  for (const target of system.targets) if (!(await makeTarget(system, target)) && code === 0) code = 4;
}
process.exit(code);
