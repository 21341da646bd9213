import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** LibreOffice's program; `null` if it is not installed. */
export function findOffice(): string | null {
  for (const program of ['soffice', 'libreoffice']) {
    try {
      execFileSync(program, ['--version'], { stdio: 'ignore', timeout: 60_000 });
      return program;
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
