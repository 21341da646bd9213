import { execFile, execFileSync } from 'node:child_process';
import { readdirSync, realpathSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** Libraries of its parts, by what they open: a system may have installed some of them alone. */
const PARTS = { writer: /^(lib)?swlo\./, calc: /^(lib)?sclo\./, impress: /^(lib)?sdlo\./ };

/** @param parts what must be able to open files; nothing is known of them where the program is a link into a package */
function hasParts(program: string, parts: readonly (keyof typeof PARTS)[]): boolean {
  try {
    const [at = ''] = execFileSync('sh', ['-c', `command -v ${program}`])
      .toString()
      .split('\n');
    const names = readdirSync(dirname(realpathSync(at)));
    return parts.every((part) => names.some((name) => PARTS[part].test(name)));
  } catch {
    return true;
  }
}

/** LibreOffice's program; `null` if it, or a part of it that is needed, is not installed. */
export function findOffice(...parts: readonly (keyof typeof PARTS)[]): string | null {
  for (const program of ['soffice', 'libreoffice']) {
    try {
      execFileSync(program, ['--version'], { stdio: 'ignore', timeout: 60_000 });
      if (hasParts(program, parts)) return program;
    } catch {
      // Not this one.
    }
  }
  return null;
}

/**
 * Files as LibreOffice prints them, as PDF, in the order given. All in one run of it: its start costs more than a file. It gets
 * its own profile, so that two runs do not wait for each other.
 * @param files names with their ending, each another, and contents
 */
export async function printedByOffice(
  program: string,
  files: readonly (readonly [name: string, bytes: Uint8Array])[],
): Promise<Uint8Array[]> {
  const folder = await mkdtemp(join(tmpdir(), 'ekspose-kantor-'));
  try {
    for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profil')).href}`;
    const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder];
    const paths = files.map(([name]) => join(folder, name));
    await promisify(execFile)(program, [...args, ...paths], { timeout: 240_000, killSignal: 'SIGKILL' });
    return await Promise.all(
      paths.map(async (path) => new Uint8Array(await readFile(path.replace(/\.[^.]+$/, '.pdf')))),
    );
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
