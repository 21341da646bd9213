import { mkdir, open, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Refused } from '#core/commands/definition.ts';

/**
 * Writes an exported file beside its place first and renames it, so that a failure leaves the old file as it was.
 * @throws Refused `exportFailed` with what the system said (disk full, folder read-only, file open elsewhere)
 */
export async function writeExport(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const handle = await open(temporary, 'w');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw new Refused('exportFailed', { detail: error instanceof Error ? error.message : String(error) });
  }
}
