import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Agency } from '#core/model/agency.ts';
import type { AgendaItem } from '#core/model/agenda-item.ts';
import { type Entry, type EntryFields, REGISTER_ID } from '#core/model/entry.ts';
import type { FollowUp } from '#core/model/follow-up.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { newMeeting } from '#core/model/new-meeting.ts';
import { NOTE_KINDS, type Note } from '#core/model/note.ts';
import type { Problem } from '#core/model/problem.ts';
import { emptyRegister, type Register } from '#core/model/register.ts';
import { ROLES } from '#core/model/roles.ts';
import { firstSettings } from '#core/model/settings.ts';
import { type Instant, instant, MINUTE } from '#core/time/units.ts';
import { type CivilDate, civilDateAt, instantOf } from '#core/time/zone.ts';
import { type DocumentKind, MEETING } from '#main/meeting/document-kind.ts';
import { headerText } from '#main/meeting/journal-text.ts';
import { documentSnapshot, snapshotText } from '#main/meeting/snapshot-text.ts';
import { REGISTER } from '#main/register/register-files.ts';
import { SAMPLE_AGENCIES } from '#main/sample/agencies.ts';
import { type Dice, dice } from '../doubles/disk/legal-states.ts';
import { noteOf, PEOPLE, problemOf, sheetOf, TITLES } from './five-years-words.ts';

/** How much five years are. */
export interface FiveYearsSize {
  readonly meetings: number;
  readonly agencies: number;
  readonly notesPerTurn: number;
  readonly followUps: number;
  /** Of the follow-ups. */
  readonly entries: number;
  readonly problems: number;
}
export const FIVE_YEARS: FiveYearsSize = {
  meetings: 130,
  agencies: 41,
  notesPerTurn: 3,
  followUps: 2_600,
  entries: 9_000,
  problems: 1_500,
};

const ZONE = 'WITA';
const DAY = 24 * 60 * MINUTE;
const FIRST = instantOf('2021-05-17', '08:30', ZONE);
const FORTNIGHT = 14 * DAY;
/** After so many meetings a head is replaced, and every seventh agency renamed once. */
const HEAD_FOR = 43;
const RENAMED_AT = 60;

/** A follow-up or a problem on its way through the meetings. */
interface Open<R> {
  readonly record: R;
  readonly entries: Entry[];
  /** What is still to happen to it; the last finishes it, or leaves it open. */
  left: number;
  readonly isFinished: boolean;
}

/** An agency's name: of every seventh it changes once, under the same identifier. */
const namedAt = (agency: Agency, place: number, meeting: number): Agency =>
  place % 7 === 3 && meeting >= RENAMED_AT ? { ...agency, name: `${agency.name} dan Tata Kelola` } : agency;

/** Shares out a number as evenly as whole numbers allow, with some chance in it. */
function shares(total: number, among: number, roll: Dice): number[] {
  const all = Array.from({ length: among }, () => Math.floor(total / among));
  for (let left = total - Math.floor(total / among) * among; left > 0; left -= 1) {
    const at = roll(among);
    all[at] = (all[at] ?? 0) + 1;
  }
  return all;
}

const dateAt = (at: Instant): CivilDate => civilDateAt(at, ZONE);

/**
 * The meetings of five years, the oldest first: every two weeks one, each with what the earlier ones left open, as the
 * application continues them.
 * @param seed the same meetings for the same seed
 */
export function* fiveYears(size: FiveYearsSize = FIVE_YEARS, seed = 1): Generator<Meeting> {
  const roll = dice(seed);
  const agencies = SAMPLE_AGENCIES.slice(0, size.agencies).map(({ inAgenda: _, ...agency }) => agency);
  const settings = { ...firstSettings([]), agencies: agencies.map((agency) => ({ ...agency, inAgenda: true })) };
  const ordered = shares(size.followUps, size.meetings, roll);
  const raised = shares(size.problems, size.meetings, roll);
  const steps = shares(size.entries, size.followUps, roll);
  let ids = 0;
  const newId = (): string => {
    ids += 1;
    return `y${ids.toString(36)}`;
  };
  let followUps: Open<FollowUp>[] = [];
  let problems: Open<Problem>[] = [];
  let begun = 0;

  for (let n = 0; n < size.meetings; n += 1) {
    const start = instant(FIRST + n * FORTNIGHT);
    const meeting = structuredClone(
      newMeeting(
        { ...settings, agencies: settings.agencies.map((one, place) => ({ ...one, ...namedAt(one, place, n) })) },
        { title: `${TITLES[n % TITLES.length]} ke-${n + 1}`, date: dateAt(start), agencies: [] },
        { at: start, newId },
      ),
    );
    const { id, title, date } = meeting;
    const here = { meetingId: id, title, date };
    let at: number = start;
    const entry = (open: Open<{ readonly id: string }>, fields: EntryFields, when: number, madeIn = id): Entry => {
      const made = { id: newId(), subjectId: open.record.id, at: instant(when), on: dateAt(instant(when)), madeIn };
      const whole: Entry = { ...made, by: ROLES[roll(4)] ?? null, fields };
      open.entries.push(whole);
      return whole;
    };
    const add = (record: FollowUp): void => {
      meeting.followUps.order.push(record.id);
      meeting.followUps.items[record.id] = record;
    };
    const addProblem = (record: Problem): void => {
      meeting.problems.order.push(record.id);
      meeting.problems.items[record.id] = record;
    };
    // What earlier meetings left open comes along, with what happened to it so far; some of that between meetings.
    for (const open of followUps) {
      if (open.left > 0 && roll(12) === 0) {
        open.left -= 1;
        entry(open, { remark: `Ditanyakan lewat telepon, ${noteOf(roll)}` }, at - 3 * DAY, REGISTER_ID);
      }
      add({ ...open.record, noteId: null, itemId: null, origin: open.record.origin ?? here });
      for (const past of open.entries) meeting.entries[past.id] = past;
    }
    for (const open of problems) {
      addProblem({ ...open.record, noteId: null, itemId: null });
      for (const past of open.entries) meeting.entries[past.id] = past;
    }
    const turns: AgendaItem[] = [];
    for (const itemId of meeting.agenda.order) {
      const item = meeting.agenda.items[itemId];
      if (item === undefined) continue;
      const spent = (item.kind === 'agency' ? 6 + roll(9) : 5) * MINUTE;
      item.status = roll(40) === 0 && item.kind === 'agency' ? 'skipped' : 'done';
      if (item.status === 'done') {
        Object.assign(item.turn, { spent, startedAt: instant(at), finishedAt: instant(at + spent) });
        meeting.presented.push(itemId);
      }
      if (item.agencyId !== null) {
        turns.push(item);
        const place = turns.length + Math.floor(n / HEAD_FOR) * 7;
        const representing = roll(6) === 0;
        item.presenter = { ...item.presenter, name: PEOPLE[place % PEOPLE.length] ?? '', representing };
        item.sheet = sheetOf(roll, n, newId);
        const ofItem: Record<string, Note> = {};
        for (let k = 0; k < size.notesPerTurn; k += 1) {
          const note: Note = {
            id: newId(),
            itemId,
            author: { kind: 'leader', role: ROLES[roll(ROLES.length)] ?? 'bupati' },
            kind: NOTE_KINDS[roll(NOTE_KINDS.length)] ?? 'note',
            visibility: roll(12) === 0 ? 'private' : roll(3) === 0 ? 'shown' : 'internal',
            text: noteOf(roll),
            at: instant(at + (k + 1) * MINUTE),
            minute: k + 2,
            page: null,
            concerns: null,
            pinned: false,
            addendum: false,
          };
          ofItem[note.id] = note;
          item.noteIds.push(note.id);
        }
        meeting.notes[itemId] = ofItem;
      }
      at += spent + MINUTE;
    }
    const anyTurn = (): AgendaItem | undefined => turns[roll(turns.length)];

    for (const open of followUps) {
      if (open.left === 0) continue;
      open.left -= 1;
      const isLast = open.left === 0 && open.isFinished;
      const extension = { due: dateAt(instant(at + 2 * FORTNIGHT)), answer: 'granted' as const };
      const told: EntryFields[] = [
        { status: 'inProgress', remark: noteOf(roll) },
        { remark: noteOf(roll) },
        { extension, remark: noteOf(roll) },
      ];
      const made = entry(
        open,
        isLast ? { status: 'done', evidence: noteOf(roll) } : (told[roll(told.length)] ?? {}),
        at,
      );
      meeting.entries[made.id] = made;
    }
    for (const open of problems) {
      // One that is not solved stays open, and is not mentioned any more.
      if (open.left === 0 || roll(3) > 0) continue;
      open.left -= 1;
      const made = entry(open, open.left === 0 && open.isFinished ? { solved: true } : { recurred: true }, at);
      meeting.entries[made.id] = made;
    }
    for (let k = 0; k < (ordered[n] ?? 0); k += 1) {
      const item = anyTurn();
      const pics = [item?.agencyId, roll(5) === 0 ? anyTurn()?.agencyId : null].flatMap((one) => one ?? []);
      const noteId = item?.noteIds[roll(item.noteIds.length)] ?? null;
      const note = noteId === null || item === undefined ? undefined : meeting.notes[item.id]?.[noteId];
      const record: FollowUp = {
        id: newId(),
        what: note?.text ?? noteOf(roll),
        plan: roll(2) === 0 ? noteOf(roll) : '',
        pics: [...new Set(pics)],
        due: roll(8) === 0 ? null : dateAt(instant(at + (1 + roll(5)) * FORTNIGHT)),
        status: 'open',
        remark: '',
        doneOn: null,
        noteId,
        itemId: item?.id ?? null,
        author: note?.author ?? null,
        private: note?.visibility === 'private',
        origin: null,
      };
      add(record);
      const left = steps[begun] ?? 0;
      begun += 1;
      // The last ones are still open; of the others a few were forgotten.
      const isFinished = n < size.meetings - 6 && roll(40) > 0;
      followUps.push({ record: { ...record, origin: here }, entries: [], left, isFinished });
    }
    for (let k = 0; k < (raised[n] ?? 0); k += 1) {
      const item = anyTurn();
      const record: Problem = {
        id: newId(),
        text: problemOf(roll),
        agencyId: item?.agencyId ?? '',
        since: date,
        noteId: null,
        itemId: item?.id ?? null,
        private: false,
        origin: null,
      };
      addProblem(record);
      problems.push({ record: { ...record, origin: here }, entries: [], left: 1 + roll(3), isFinished: roll(20) > 0 });
    }
    const isSolved = ({ left, isFinished }: Open<unknown>): boolean => left === 0 && isFinished;
    followUps = followUps.filter((open) => !isSolved(open));
    problems = problems.filter((open) => !isSolved(open));
    meeting.status = 'finished';
    meeting.openedAt = start;
    meeting.finishedAt = instant(at);
    yield meeting;
  }
}

/** What was said between these meetings, as the register has it; the meetings have copies. */
export function registerOf(meetings: Iterable<Meeting>): Register {
  const register = emptyRegister(FIRST);
  for (const { entries } of meetings)
    for (const entry of Object.values(entries)) if (entry.madeIn === REGISTER_ID) register.entries[entry.id] = entry;
  return register;
}

/** The last change of a document that is written. */
const SEQ = 400;

/** Writes a document as the application leaves it behind when it is closed, without waiting for the disk. */
async function writeDocument(
  kind: Pick<DocumentKind<unknown>, 'word' | 'schema'>,
  folder: string,
  at: Instant,
  document: unknown,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const value = documentSnapshot(kind, { seq: SEQ, at, mono: null, document });
  await writeFile(join(folder, `${kind.word}.json`), snapshotText(value));
  await writeFile(join(folder, 'journal.ndjson'), headerText({ schema: kind.schema, after: SEQ }));
}

/** Writes meetings, and the register of what was said between them. */
export async function writeArchive(dataFolder: string, meetings: readonly Meeting[]): Promise<void> {
  for (const meeting of meetings)
    await writeDocument(MEETING, join(dataFolder, 'meetings', meeting.id), meeting.finishedAt ?? FIRST, meeting);
  await writeDocument(REGISTER, join(dataFolder, 'register'), FIRST, registerOf(meetings));
}
