import { isDeepStrictEqual } from 'node:util';
import { type ArchiveFile, FILE_KINDS, type Manifest, movedSettings } from '#core/archive/manifest.ts';
import { mergeRegisters, withoutTakenBack } from '#core/archive/merge-registers.ts';
import { type HereState, type MovedRelation, movedRelation } from '#core/archive/moved-states.ts';
import { type IsPrivate, privateIn } from '#core/archive/without-private.ts';
import { REGISTER_ID } from '#core/model/entry.ts';
import type { Meeting, MeetingId } from '#core/model/meeting.ts';
import { ownMatters } from '#core/model/news.ts';
import { begunIn, heldBy, REGISTER_SCHEMA, Register } from '#core/model/register.ts';
import { Settings } from '#core/model/settings.ts';
import type { SlidesHash } from '#core/model/slides.ts';
import type { MovingPreview } from '#core/protocol/moving-requests.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { backedUpFrom } from '../backups/store.ts';
import { checkPng, type SoundPng } from '../emblem/png-check.ts';
import type { EmblemStore } from '../emblem/store.ts';
import type { LongExport } from '../exports/exporting.ts';
import type { MeetingStore } from '../meeting/meeting-store.ts';
import { Damaged, snapshotFrom } from '../meeting/snapshot-text.ts';
import { REGISTER } from '../register/register-files.ts';
import { slidesOf } from '../slides/copies.ts';
import type { SlidesStore } from '../slides/store.ts';
import type { OpenArchive } from './archive-reader.ts';
import { checkSlides, missingSlides } from './moved-slides.ts';
import { hashOf, type PastStates, secondMeetingId, stateOf } from './moved-state.ts';
import { movable } from './pack.ts';

export interface CompareContext {
  readonly store: Pick<MeetingStore, 'list' | 'own' | 'peek'>;
  readonly emblems: Pick<EmblemStore, 'read'>;
  readonly slides: { readonly store: Pick<SlidesStore, 'isWhole'> };
  settings(): Settings;
}

/** What is to become of a meeting of an archive. */
export interface PlannedMeeting {
  readonly file: ArchiveFile;
  readonly relation: MovedRelation;
  /** Under which identifier it is taken in: its own, or that of a second meeting. */
  readonly id: MeetingId;
}

/** What taking an archive in would do. */
export interface Plan {
  readonly manifest: Manifest;
  readonly meetings: readonly PlannedMeeting[];
  /** Of the other computer, as far as it counts here; `null` if there is none. */
  readonly register: Register | null;
  /** As this computer would have them; `null` if there are none. */
  readonly settings: Settings | null;
  readonly emblems: readonly SoundPng[];
  /** Those that are needed here. */
  readonly slides: readonly ArchiveFile[];
  readonly preview: MovingPreview;
}

const SAFE_ID = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;

/** Reads the meeting of a file. @throws Refused `archiveDamaged`, `archiveFromFuture` */
export async function meetingIn(archive: OpenArchive, file: ArchiveFile, name: string): Promise<Meeting> {
  const text = (await archive.read(file)).toString('utf8');
  try {
    const { meeting } = backedUpFrom(text, file.path);
    const isNamed = meeting.id === file.id && SAFE_ID.test(meeting.id) && meeting.id !== REGISTER_ID;
    if (!isNamed) throw new Refused('archiveUnsafe', { name });
    return meeting;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.code === 'backupUnreadable') throw new Refused('archiveDamaged', { name }, error);
    if (error.code === 'backupFromFuture') throw new Refused('archiveFromFuture', { name }, error);
    throw error;
  }
}

/** JSON of ours. @throws Refused `archiveDamaged` */
function jsonIn<T>(bytes: Buffer, name: string, read: (value: unknown) => T): T {
  try {
    return read(JSON.parse(bytes.toString('utf8')));
  } catch (error) {
    if (error instanceof Damaged || error instanceof SyntaxError) throw new Refused('archiveDamaged', { name }, error);
    throw error;
  }
}

function registerIn(bytes: Buffer, name: string): Register {
  return jsonIn(bytes, name, (value) => {
    const { schema, stored } = snapshotFrom(value, REGISTER);
    if (schema > REGISTER_SCHEMA) throw new Refused('archiveFromFuture', { name });
    const register = Register.safeParse(stored);
    if (!register.success || REGISTER.brokenRules(register.data).length > 0) throw new Damaged('no register');
    return register.data;
  });
}

function settingsIn(bytes: Buffer, name: string): Settings {
  const settings = jsonIn(bytes, name, (value) => Settings.safeParse(value));
  if (!settings.success) throw new Refused('archiveDamaged', { name }, settings.error);
  return settings.data;
}

/** How each meeting of an archive stands to those that are here. */
function comparison(
  { store }: CompareContext,
  { contents }: Manifest,
  listed: ReadonlySet<MeetingId>,
  past: PastStates,
  isPrivate: IsPrivate,
) {
  const isFull = contents === 'full';

  async function hereState(id: MeetingId): Promise<HereState | null | 'unreadable'> {
    // Backups prove a deleted meeting too.
    if (!listed.has(id)) return null;
    const found = await movable(store, id);
    return found === null ? 'unreadable' : { now: stateOf(found.meeting, isPrivate), past: past.of(id) };
  }
  /** Whether it is what this computer's own meeting became on the other one, and nothing more. */
  const isOwn = ({ id = '', past: states }: ArchiveFile, hash: string): boolean => {
    const [first] = states;
    return past.originalOf(id) !== null && (first?.full === hash || first?.public === hash);
  };
  return async (file: ArchiveFile, meeting: Meeting): Promise<Omit<PlannedMeeting, 'file'>> => {
    const hash = hashOf(meeting);
    const here = await hereState(meeting.id);
    const relation = here === 'unreadable' ? 'differs' : movedRelation(here, { hash, isFull, past: file.past });
    if (relation === 'new' && isOwn(file, hash)) return { relation: 'same', id: meeting.id };
    if (relation !== 'differs') return { relation, id: meeting.id };
    const id = secondMeetingId(meeting.id, hash);
    return { relation: listed.has(id) ? 'same' : 'differs', id };
  };
}

/**
 * Reads all of an archive, checks every file against its hash, and compares it with what is here. Nothing is changed.
 * @param name the file's name, for refusals
 * @param register the one that is here; `null` if there is none
 * @throws Refused as `openArchive` does; `movingCancelled`
 */
export async function planFor(
  context: CompareContext,
  archive: OpenArchive,
  name: string,
  register: Register | null,
  past: PastStates,
  progress: LongExport,
): Promise<Plan> {
  const { manifest } = archive;
  const rows = await context.store.list();
  const isPrivate = privateIn([...context.store.own().values(), ...(register === null ? [] : [ownMatters(register)])]);
  const listed = new Set(rows.map(({ id }) => id));
  const compared = comparison(context, manifest, listed, past, isPrivate);
  /** What each meeting of the archive would have here. */
  const coming = new Map<MeetingId, ReadonlySet<string>>();
  /** What began in any meeting that will be here. */
  const begun = new Set([...context.store.own().values()].flatMap(({ records }) => Object.keys(records)));
  const meetings: PlannedMeeting[] = [];
  const shown: MovingPreview['meetings'][number][] = [];
  const emblems: SoundPng[] = [];
  const pdfs: ArchiveFile[] = [];
  const needed = new Set<SlidesHash>();
  let theirs: Register | null = null;
  let settings: Settings | null = null;
  let others = 0;
  for (const [done, file] of manifest.files.entries()) {
    if (progress.cancelled()) throw new Refused('movingCancelled');
    progress.at(done, file.path);
    const kind = FILE_KINDS.find((known) => known === file.kind);
    switch (kind) {
      case 'meeting': {
        const meeting = await meetingIn(archive, file, name);
        const planned = { file, ...(await compared(file, meeting)) };
        meetings.push(planned);
        if (planned.relation !== 'earlier') for (const hash of slidesOf(meeting)) needed.add(hash);
        if (['new', 'later'].includes(planned.relation)) coming.set(meeting.id, heldBy(meeting));
        if (planned.relation !== 'earlier') for (const id of begunIn(meeting)) begun.add(id);
        const { title, date, sample } = meeting;
        shown.push({ id: meeting.id, title, date, sample, relation: planned.relation });
        break;
      }
      case 'register':
        if (theirs !== null) throw new Refused('archiveDamaged', { name });
        theirs = registerIn(await archive.read(file), name);
        break;
      case 'settings':
        settings = movedSettings(settingsIn(await archive.read(file), name), context.settings());
        break;
      case 'emblem': {
        const sound = await checkPng(await archive.read(file));
        if (sound === null) throw new Refused('archiveDamaged', { name });
        if ((await context.emblems.read(file.id ?? '')) === null) emblems.push(sound);
        break;
      }
      case 'slides':
        await checkSlides(archive, file, name, progress);
        pdfs.push(file);
        break;
      case undefined:
        for await (const _ of archive.pieces(file)) if (progress.cancelled()) throw new Refused('movingCancelled');
        others += 1;
        break;
      default:
        return kind satisfies never;
    }
  }
  if (new Set(meetings.map(({ id }) => id)).size !== meetings.length) throw new Refused('archiveUnsafe', { name });
  for (const id of Object.keys(theirs?.discarded ?? {})) {
    const found = coming.has(id) || !listed.has(id) ? null : await movable(context.store, id);
    if (found !== null) coming.set(id, heldBy(found.meeting));
  }
  const counting = theirs === null ? null : withoutTakenBack(theirs, (id) => coming.get(id) ?? null, begun);
  const isNews = counting !== null && (register === null || addsTo(register, counting));
  const isOther = settings !== null && !isDeepStrictEqual(settings, context.settings());
  const slides = await missingSlides(context.slides.store, pdfs, needed);
  return {
    manifest,
    meetings,
    register: isNews ? counting : null,
    settings: isOther ? settings : null,
    emblems,
    slides,
    preview: {
      madeAt: manifest.madeAt,
      contents: manifest.contents,
      meetings: shown,
      register: isNews,
      settings: isOther,
      emblems: emblems.length,
      slides: slides.length,
      others,
    },
  };
}

/** Whether a register has anything that the one here lacks. */
function addsTo(here: Register, other: Register): boolean {
  // Which of them was begun first is nothing that anybody said.
  const both = mergeRegisters(here, { ...other, createdAt: here.createdAt });
  return !isDeepStrictEqual(both, mergeRegisters(here, here));
}
