import { gunzipSync } from 'node:zlib';
import { type Digest, digestIn } from '#core/archive/digest.ts';
import type { ArchivePaper, BoardHead } from '#core/minutes/board-paper.ts';
import { archivePaperOf, BOARD_FORMATS, type BoardRequest } from '#core/minutes/board-request.ts';
import type { DocumentFormat } from '#core/minutes/documents.ts';
import type { Register } from '#core/model/register.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { documentTexts } from '../documents/texts.ts';
import { csvBytes } from './csv.ts';
import { boardTable } from './tables.ts';
import { reminderText } from './text/reminder-text.ts';
import { xlsxBytes } from './xlsx.ts';

/** Everything that a paper about all meetings is made of. */
export interface ArchiveSource {
  readonly request: BoardRequest;
  /** As they are stored; one that cannot be read is left out. The open meeting's is not among them. */
  readonly digests: readonly string[];
  readonly open: Digest | null;
  readonly register: Register | null;
  readonly head: BoardHead;
}

/** Reads the line of a digest (`StoredDigest`), whose checksum is proven; `null` for anything else. */
function readStored(line: string): Digest | null {
  try {
    const stored: unknown = JSON.parse(line);
    if (typeof stored !== 'object' || stored === null || !('gzip' in stored) || typeof stored.gzip !== 'string') {
      return null;
    }
    return digestIn(gunzipSync(Buffer.from(stored.gzip, 'base64')).toString('utf8'));
  } catch {
    // Damaged in a way that the checksum does not show: the others can still be read.
    return null;
  }
}

/** @throws Refused `unknownAgency` */
export function archivePaper({ request, digests, open, register, head }: ArchiveSource): ArchivePaper {
  const stored = digests.flatMap((line) => readStored(line) ?? []);
  const all = open === null ? stored : [...stored, open];
  const paper = archivePaperOf({ digests: all, register, isSampleOpen: open?.sample === true }, request, head);
  if (paper === null) throw new Refused('unknownAgency');
  return paper;
}

/** The bytes of a file that is not printed. @throws Refused `badMessage` for a format in which it is not available */
export async function boardFile(paper: ArchivePaper, format: Exclude<DocumentFormat, 'pdf'>): Promise<Uint8Array> {
  if (paper.document !== 'board' || !BOARD_FORMATS.board.includes(format)) throw new Refused('badMessage');
  const table = boardTable(paper);
  return format === 'csv' ? csvBytes(table) : xlsxBytes(table);
}

/** @throws Refused `badMessage` for a paper that is no reminder */
export function boardText(paper: ArchivePaper): string {
  if (paper.document !== 'reminder') throw new Refused('badMessage');
  return reminderText({ doc: paper, t: documentTexts(paper.locale) });
}
