import { readFile } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import { contentTypeOf } from './content-type.ts';

/** The system's answers for a path that cannot be a file: a part of it is a file, or a name is too long. */
const NO_FILE = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'EINVAL'];

export interface RendererFile {
  readonly type: string;
  readonly bytes: Buffer;
}

/**
 * One of the renderer's built files.
 * @param pathname of the request, still percent-encoded; nothing outside `folder` is ever read
 * @returns `null` if it does not exist or is not available
 */
export async function rendererFile(folder: string, pathname: string): Promise<RendererFile | null> {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    // Malformed percent-encoding names no file of ours.
    return null;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null;
  const path = normalize(join(folder, decoded));
  const type = contentTypeOf(path);
  if (type === null || !path.startsWith(folder + sep)) return null;
  try {
    return { type, bytes: await readFile(path) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && NO_FILE.includes(String(error.code))) return null;
    throw error;
  }
}
