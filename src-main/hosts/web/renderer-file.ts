import { readFile } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import type { Coding } from './coding.ts';
import { contentTypeOf } from './content-type.ts';

/** The system's answers for a path that cannot be a file: a part of it is a file, or a name is too long. */
const NO_FILE = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'EINVAL'];

/** What the build wrote beside a file, by the coding (`scripts/compress.mjs`). */
const BESIDE: Readonly<Record<Coding, string>> = { br: '.br', gzip: '.gz' };

export interface RendererFile {
  readonly type: string;
  readonly bytes: Buffer;
  /** As what the bytes are encoded; `null` for the file itself. */
  readonly coding: Coding | null;
}

async function bytesOf(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && NO_FILE.includes(String(error.code))) return null;
    throw error;
  }
}

/**
 * One of the renderer's built files.
 * @param pathname of the request, still percent-encoded; nothing outside `folder` is ever read
 * @param coding the form in which it is wanted; the file itself where the build made none of it
 * @returns `null` if it does not exist or is not available
 */
export async function rendererFile(
  folder: string,
  pathname: string,
  coding: Coding | null = null,
): Promise<RendererFile | null> {
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
  if (coding !== null) {
    const encoded = await bytesOf(path + BESIDE[coding]);
    if (encoded !== null) return { type, bytes: encoded, coding };
  }
  const bytes = await bytesOf(path);
  return bytes === null ? null : { type, bytes, coding: null };
}
