import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Dice } from '../doubles/disk/legal-states.ts';
import { pdfBytes } from '../support/slides-on-disk.ts';
import type { LightProcess } from './light-process.ts';

/** What was answered as stored, and what was found whole after a kill. */
export interface KnownSlides {
  readonly stored: Set<string>;
  readonly whole: Set<string>;
}

const PIECE = 8_000;

/** Stores a file. @returns false once the process is gone */
export async function storeOne(process: LightProcess, roll: Dice, { stored }: KnownSlides): Promise<boolean> {
  const answered = <T>(asked: Promise<T>): Promise<T | null> => Promise.race([asked, process.gone.then(() => null)]);
  const bytes = pdfBytes(`bahan-${roll(2 ** 30)}`, 2 * PIECE + roll(PIECE));
  const begun = await answered(process.ask('slides.begin', { name: 'bahan.pdf', bytes: bytes.length }));
  if (begun === null || !begun.ok) return false;
  const { upload } = begun.value;
  for (let at = 0; at < bytes.length; at += PIECE) {
    await answered(process.ask('slides.piece', { upload, base64: bytes.subarray(at, at + PIECE).toString('base64') }));
  }
  const ended = await answered(process.ask('slides.end', { upload }));
  if (ended?.ok === true) stored.add(ended.value.hash);
  return ended !== null;
}

/** Stores files, one after the other, until the process is gone. */
export async function storeSlides(process: LightProcess, roll: Dice, known: KnownSlides): Promise<void> {
  while (await storeOne(process, roll, known)) await wait(roll(20));
}

/** @throws Error if a file that was called stored is gone, one that is listed is not whole, or a part remains */
export async function checkSlides(folder: string, { stored, whole }: KnownSlides): Promise<void> {
  const names = await readdir(join(folder, 'slides')).catch(() => []);
  const listed = new Set(names.flatMap((name) => (name.endsWith('.pdf') ? [name.slice(0, -4)] : [])));
  for (const hash of stored) if (!listed.has(hash)) throw new Error(`slides that were called stored are gone: ${hash}`);
  for (const hash of listed) {
    if (whole.has(hash)) continue;
    const bytes = await readFile(join(folder, 'slides', `${hash}.pdf`));
    if (createHash('sha256').update(bytes).digest('hex') !== hash) throw new Error(`slides are not whole: ${hash}`);
    whole.add(hash);
  }
  const parts = await readdir(join(folder, 'slides', 'incoming')).catch(() => []);
  if (parts.length > 0) throw new Error(`parts of slides remain: ${parts.join(', ')}`);
}
