import { execFile, execFileSync } from 'node:child_process';
import { readdirSync, realpathSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
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

/** A file as LibreOffice prints it, as PDF. It gets its own profile, so that two runs do not wait for each other. */
export async function printedByOffice(program: string, name: string, bytes: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'ekspose-kantor-'));
  try {
    await writeFile(join(folder, name), bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profil')).href}`;
    const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, name)];
    await promisify(execFile)(program, args, { timeout: 120_000, killSignal: 'SIGKILL' });
    return new Uint8Array(await readFile(join(folder, `${basename(name, name.slice(name.lastIndexOf('.')))}.pdf`)));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
