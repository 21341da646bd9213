import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';
import { DIGEST_FORM, digestOf, type StoredDigest } from '#core/archive/digest.ts';
import type { Meeting, MeetingId } from '#core/model/meeting.ts';
import type { ArchiveStamp, ArchiveText } from '#core/protocol/requests.ts';
import { filesState } from '../meeting/files-state.ts';
import type { MeetingStore } from '../meeting/meeting-store.ts';
import { isSound } from '../meeting/summary.ts';
import { isChecked, withChecksum } from '../storage/checksum.ts';
import { type FilePort, isMissing, replaceCache } from '../storage/file-port.ts';

/** A meeting's digest, beside its files. It is never the truth: missing, damaged or outdated, it is made again. */
const DIGEST = 'digest.json';

/** The stamp of a meeting whose files cannot be looked at. */
const BARRED = `${DIGEST_FORM} barred`;

/** About how much one answer contains, characters: ten meetings or so. Main holds no more than that at a time. */
const ANSWER = 300_000;
/** Of gzip: the higher ones take twice the time for a tenth of the length. */
const LEVEL = 3;

/** Folders looked at together. */
const AT_ONCE = 16;
/** Digests made together: one is read while another is compressed and a third one written. More would only need more memory. */
const MADE_AT_ONCE = 4;

/** Beside the main thread, which answers the windows while many are made. */
const packedAside = promisify(gzip);

/**
 * Makes the line of a digest (`StoredDigest`).
 * @returns `null` if the meeting's own files do not prove all of it: whoever knows the backups must read it
 */
export type MakeDigest = (folder: string, id: MeetingId, stamp: string) => Promise<string | null>;

export interface DigestsOptions {
  readonly files: FilePort;
  readonly store: Pick<MeetingStore, 'folderOf' | 'peek'>;
  /** Makes them beside the main thread. */
  readonly aside?: MakeDigest;
  report(error: unknown): void;
}

/** The digests of the meetings. */
export interface Digests {
  /** @param ids of meetings, also of those that only backups prove */
  stamps(ids: readonly MeetingId[]): Promise<ArchiveStamp[]>;
  /** The digests of the first of these meetings, as many as fit into an answer; missing and outdated ones are made. */
  texts(ids: readonly MeetingId[]): Promise<ArchiveText[]>;
  /** Writes the digest of a meeting whose files have just been closed. */
  closed(meeting: Meeting, seq: number): Promise<void>;
}

const lineOf = (stamp: string, packed: Buffer): string =>
  withChecksum({ of: stamp, gzip: packed.toString('base64') } satisfies StoredDigest);

/** The line of a meeting's digest, at once: one takes a few thousandths of a second. @param stamp of its files */
export const digestLine = (meeting: Meeting, seq: number, stamp: string): string =>
  lineOf(stamp, gzipSync(JSON.stringify(digestOf(meeting, seq)), { level: LEVEL }));

export function digests({ files, store, aside, report }: DigestsOptions): Digests {
  const stampOf = async (id: MeetingId): Promise<string> =>
    `${DIGEST_FORM} ${(await filesState(files, store.folderOf(id))).text}`;

  /** The same of one of several: one that cannot be looked at must not keep the others from being found. */
  const stampOrBarred = (id: MeetingId): Promise<string> =>
    stampOf(id).catch((error: unknown) => {
      report(error);
      return BARRED;
    });

  /** A digest that describes the files as they are; `null` if there is none, or it is damaged. */
  async function stored(path: string, stamp: string): Promise<string | null> {
    try {
      const text = await files.read(path);
      return text.startsWith(`{"of":${JSON.stringify(stamp)},`) && isChecked(text) ? text : null;
    } catch (error) {
      if (isMissing(error)) return null;
      report(error);
      return null;
    }
  }

  /** Only a cache: if it cannot be written (a read-only folder, none at all) it is made again next time. */
  const write = (id: MeetingId, line: string): Promise<void> =>
    replaceCache(files, join(store.folderOf(id), DIGEST), line).catch((error: unknown) => {
      if (!isMissing(error)) report(error);
    });

  /** Made by the other thread; `null` if it must be done here. */
  async function madeAside(id: MeetingId, stamp: string): Promise<string | null> {
    try {
      return (await aside?.(store.folderOf(id), id, stamp)) ?? null;
    } catch (error) {
      report(error);
      return null;
    }
  }

  async function textOf(id: MeetingId): Promise<ArchiveText> {
    const stamp = await stampOrBarred(id);
    if (stamp === BARRED) return { id, stamp, text: null };
    const text = await stored(join(store.folderOf(id), DIGEST), stamp);
    if (text !== null) return { id, stamp, text };
    const made = await madeAside(id, stamp);
    if (made !== null) {
      await write(id, made);
      return { id, stamp, text: made };
    }
    const found = await store.peek(id).catch((error: unknown) => {
      // One meeting that cannot be read now must not keep the others from being found.
      report(error);
      return null;
    });
    if (found === null) return { id, stamp, text: null };
    const digest = JSON.stringify(digestOf({ ...found.meeting, id }, found.seq));
    const line = lineOf(stamp, await packedAside(digest, { level: LEVEL }));
    if (isSound(found)) await write(id, line);
    return { id, stamp, text: line };
  }

  return {
    async stamps(ids) {
      const all: ArchiveStamp[] = [];
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        const some = ids.slice(from, from + AT_ONCE);
        all.push(...(await Promise.all(some.map(async (id) => ({ id, stamp: await stampOrBarred(id) })))));
      }
      return all;
    },
    async texts(ids) {
      const answer: ArchiveText[] = [];
      let [next, size] = [0, 0];
      // Each takes the next one as soon as it has made one: none waits for the slowest. Those taken are the first ones.
      const make = async (): Promise<void> => {
        while (size < ANSWER && next < ids.length) {
          const place = next;
          next += 1;
          const id = ids[place];
          if (id === undefined) return;
          const made = await textOf(id);
          answer[place] = made;
          size += made.text?.length ?? 0;
        }
      };
      await Promise.all(Array.from({ length: MADE_AT_ONCE }, make));
      return answer;
    },
    async closed(meeting, seq) {
      const stamp = await stampOf(meeting.id);
      await write(meeting.id, digestLine(meeting, seq, stamp));
    },
  };
}
