import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Refused } from '#core/refusals/refusals.ts';
import { snapFolder } from './snap-folder.ts';

/** A long document takes about two seconds on an office PC; a hanging browser must not block the desk for ever. */
const TIME_OUT = 90_000;

/**
 * Flags for a browser that prints one page of ours and does nothing else: no network, not the user's profile. Chromium
 * refuses to run as root with its sandbox, which happens only in containers.
 */
function flags(profile: string, output: string): string[] {
  return [
    '--headless',
    `--user-data-dir=${profile}`,
    `--print-to-pdf=${output}`,
    '--no-pdf-header-footer',
    '--generate-pdf-document-outline',
    '--export-tagged-pdf',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-gpu',
    '--disable-extensions',
    '--disable-sync',
    '--disable-component-update',
    '--disable-background-networking',
    '--disable-dev-shm-usage',
    '--proxy-server=127.0.0.1:9',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

const run = (program: string, args: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    execFile(program, args, { timeout: TIME_OUT, killSignal: 'SIGKILL', windowsHide: true }, (error, _out, stderr) => {
      if (error === null) resolve();
      else if (error.killed) reject(new Error(`${program}: ${TIME_OUT / 1000} s`));
      else reject(new Error(stderr.trim().split('\n').at(-1) || error.message));
    });
  });

/**
 * Prints a self-contained page with the headless printing of an installed browser: tagged, outlined, page size and
 * margin boxes from its CSS.
 * @param browser path of the browser's executable, see `findBrowser`
 * @throws Refused `exportFailed` if no PDF resulted
 */
export async function printPdfWith(browser: string, html: string): Promise<Uint8Array> {
  const ground = snapFolder(browser) ?? tmpdir();
  await mkdir(ground, { recursive: true });
  const folder = await mkdtemp(join(ground, 'ekspose-cetak-'));
  try {
    const page = join(folder, 'notula.html');
    const output = join(folder, 'notula.pdf');
    await writeFile(page, html, { mode: 0o600 });
    await run(browser, [...flags(join(folder, 'profil'), output), pathToFileURL(page).href]);
    return new Uint8Array(await readFile(output));
  } catch (error) {
    throw new Refused('exportFailed', {}, error);
  } finally {
    // On Windows the browser's helper processes may still be using the profile.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
