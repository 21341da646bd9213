import { join } from 'node:path';
import type { ArchiveContents } from '#core/archive/manifest.ts';
import type { MovedState } from '#core/archive/moved-states.ts';
import { meetingWithoutPrivate, privateIn, registerWithoutPrivate } from '#core/archive/without-private.ts';
import { Emblem } from '#core/model/kop.ts';
import { MEETING_SCHEMA, type Meeting, type MeetingId } from '#core/model/meeting.ts';
import { ownMatters } from '#core/model/news.ts';
import type { Register } from '#core/model/register.ts';
import type { Settings } from '#core/model/settings.ts';
import type { SlidesHash } from '#core/model/slides.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { type Instant, instant } from '#core/time/units.ts';
import { atRest } from '../backups/store.ts';
import type { EmblemStore } from '../emblem/store.ts';
import type { LongExport } from '../exports/exporting.ts';
import type { MeetingStore } from '../meeting/meeting-store.ts';
import { documentSnapshot, snapshotText, snapshotValue } from '../meeting/snapshot-text.ts';
import { REGISTER } from '../register/register-files.ts';
import { slidesOf } from '../slides/copies.ts';
import type { SlidesStore } from '../slides/store.ts';
import type { FilePort } from '../storage/file-port.ts';
import type { PackedFile } from './archive-writer.ts';
import { packedSlides } from './moved-slides.ts';
import { type PastStates, stateOf } from './moved-state.ts';

export interface PackContext {
  readonly store: Pick<MeetingStore, 'list' | 'own' | 'peek'>;
  readonly emblems: Pick<EmblemStore, 'read'>;
  readonly files: Pick<FilePort, 'list'>;
  readonly slides: { readonly store: Pick<SlidesStore, 'sizeOf' | 'isWhole' | 'parts'> };
  readonly dataFolder: string;
  now(): Instant;
  settings(): Settings;
}

/** What was packed, as far as it is known only after that. */
export interface Packed {
  /** By meeting. */
  readonly states: Map<MeetingId, MovedState>;
  /** The titles of meetings that could not be packed: no file proves them, or they are of a later version. */
  readonly left: string[];
}

const bytesOf = (text: string): Uint8Array[] => [Buffer.from(text)];

/** The meeting as its files prove it, as it is moved and compared; `null` if they do not, or a later version wrote it. */
export async function movable(
  store: Pick<MeetingStore, 'peek'>,
  id: MeetingId,
): Promise<{ readonly meeting: Meeting; readonly seq: number } | null> {
  const found = await store.peek(id);
  if (found === null || found.schema > MEETING_SCHEMA) return null;
  const { meeting, seq, seen } = found;
  return { meeting: atRest({ meeting: { ...meeting, id }, seq, ...seen }), seq };
}

/** The emblems that are here: the present one, and those of closed meetings. */
async function* emblemFiles({ files, emblems, dataFolder }: PackContext): AsyncGenerator<PackedFile> {
  for (const name of (await files.list(join(dataFolder, 'emblem'))).toSorted()) {
    const id = name.endsWith('.png') ? name.slice(0, -4) : '';
    const bytes = Emblem.shape.id.safeParse(id).success ? await emblems.read(id) : null;
    if (bytes === null) continue;
    yield { kind: 'emblem', path: `emblem/${id}.png`, id, past: [], content: [bytes], compress: false };
  }
}

/**
 * Everything that moves to another computer, one file after the other. Everything must be on the disk before.
 * @param register `null` if there is none
 * @param packed is filled meanwhile
 * @throws Refused `movingCancelled`
 */
export async function* packedFiles(
  context: PackContext,
  contents: ArchiveContents,
  register: Register | null,
  past: PastStates,
  progress: LongExport,
  packed: Packed,
): AsyncGenerator<PackedFile> {
  const { store, now } = context;
  const isFull = contents === 'full';
  const rows = (await store.list()).filter(({ rehearsal }) => !rehearsal);
  const isPrivate = privateIn([...store.own().values(), ...(register === null ? [] : [ownMatters(register)])]);
  const leaving = new Set<string>();
  const slides = new Set<SlidesHash>();
  for (const [done, { id, title }] of rows.entries()) {
    if (progress.cancelled()) throw new Refused('movingCancelled');
    progress.at(done, title);
    const found = await movable(store, id);
    if (found === null) {
      packed.left.push(title);
      continue;
    }
    const meeting = isFull ? found.meeting : meetingWithoutPrivate(found.meeting, isPrivate);
    for (const subjectId of [...Object.keys(meeting.followUps.items), ...Object.keys(meeting.problems.items)])
      leaving.add(subjectId);
    for (const hash of slidesOf(meeting)) slides.add(hash);
    packed.states.set(id, stateOf(found.meeting, isPrivate));
    const text = snapshotText(snapshotValue({ meeting, seq: found.seq, at: now(), mono: null }));
    const path = `meetings/${id}.json`;
    yield { kind: 'meeting', path, id, past: [...past.of(id)], content: bytesOf(text), compress: true };
  }
  if (register !== null) {
    const document = isFull ? register : registerWithoutPrivate(register, isPrivate, (id) => leaving.has(id));
    const text = snapshotText(documentSnapshot(REGISTER, { seq: 0, at: now(), mono: null, document }));
    yield { kind: 'register', path: 'register.json', past: [], content: bytesOf(text), compress: true };
  }
  const settings = `${JSON.stringify({ ...context.settings(), backupFolder: null, displayChoices: [] }, null, 1)}\n`;
  yield { kind: 'settings', path: 'settings.json', past: [], content: bytesOf(settings), compress: true };
  yield* emblemFiles(context);
  yield* packedSlides(context.slides.store, slides, progress);
  progress.at(rows.length, '');
}

/** A name for the file that says what it is and of which day. */
export const archiveName = (at: Instant, contents: ArchiveContents): string =>
  `ekspose-${new Date(instant(at)).toISOString().slice(0, 10)}${contents === 'full' ? '-lengkap' : ''}.ekspose`;
