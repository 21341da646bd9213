import { isDeepStrictEqual } from 'node:util';
import { applyPatches, type Patch, produce } from 'immer';
import { type ArchiveDocument, unionOfEntries, unionOfFollowUps, unionOfProblems } from '#core/archive/documents.ts';
import { leftOpen } from '#core/archive/left-open.ts';
import { withoutTakenBack } from '#core/archive/merge-registers.ts';
import { registerDocument } from '#core/archive/register-document.ts';
import { secondMeeting } from '#core/archive/second-meeting.ts';
import type { Command } from '#core/commands/apply.ts';
import { applyRegisterCommand } from '#core/commands/register.ts';
import { takeNews } from '#core/commands/take-news.ts';
import { type CarriedMatters, everyMatter, NOTHING_CARRIED, openMatters, openUnknownTo } from '#core/model/carry.ts';
import { continueMeeting } from '#core/model/continue-meeting.ts';
import { type Entry, inTime } from '#core/model/entry.ts';
import { foldFollowUp } from '#core/model/follow-up-now.ts';
import type { Meeting } from '#core/model/meeting.ts';
import {
  begunOnlyIn,
  documentsWithNews,
  isListedIn,
  lastHeard,
  type News,
  newsOf,
  type OwnMatters,
  orderedOn,
  ownMatters,
  toBeStored,
  withCopiesThatCount,
} from '#core/model/news.ts';
import { foldProblem } from '#core/model/problem-now.ts';
import { agenciesByEveryId, begunIn, emptyRegister, heldBy, type Register } from '#core/model/register.ts';
import { firstSettings } from '#core/model/settings.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { hashOf, secondMeetingId } from '#main/moving/moved-state.ts';
import { countedIds, openRoom, steppedClock, THREE_AGENCIES } from './build-meeting.ts';
import { type Fate, fateOfFollowUp, fateOfProblem } from './fates.ts';
import { type JournalledMeeting, journalledMeeting } from './journalled-meeting.ts';

/** Everything on one computer. */
export interface Archive {
  readonly meetings: ReadonlyMap<string, Meeting>;
  readonly register: Register;
}

/** What the register is told of a meeting that is there again. */
const takeBack = (meeting: Meeting) => ({
  type: 'matters.takeBack',
  meetingId: meeting.id,
  held: [...heldBy(meeting)],
  begun: [...begunIn(meeting)],
});

/** The archive of one computer at work, as the application does it, on values instead of files. */
export function archiveModel(first: Archive | null = null) {
  const clock = steppedClock();
  const newId = countedIds('e');
  const sessions = new Map<string, JournalledMeeting>();
  /** Of the register. */
  let undo: (readonly Patch[])[] = [];
  const trash = new Map<string, Meeting>();
  /** The order in which entries really were made. */
  const made = new Map<string, number>();
  const meetings = new Map<string, Meeting>(first?.meetings);
  let register: Register = first?.register ?? emptyRegister(clock.at());

  const present = (): Map<string, OwnMatters> =>
    new Map([
      ...[...meetings.values()].map((one): [string, OwnMatters] => [one.id, ownMatters(one)]),
      [register.id, ownMatters(register)],
    ]);
  const heard = (subjectId: string) => lastHeard(present().values(), subjectId);
  /** Whether another document than a meeting lists something. */
  function isCarried(meetingId: string, subjectId: string): boolean {
    const others = present();
    others.delete(meetingId);
    return isListedIn(others.values(), subjectId);
  }

  function note(before: Readonly<Record<string, Entry>>, after: Readonly<Record<string, Entry>>): void {
    for (const id of Object.keys(after)) if (!Object.hasOwn(before, id) && !made.has(id)) made.set(id, made.size);
  }
  function newsFor(meeting: Meeting): News {
    const others = present();
    others.delete(meeting.id);
    const wanted = documentsWithNews(meeting, others);
    const read = [...meetings.values()].filter(({ id }) => wanted.includes(id));
    return newsOf(meeting, others, [...read, { ...register, agencies: agenciesByEveryId(register) }]);
  }
  const fresh = (meeting: Meeting): Meeting => produce(meeting, (draft) => takeNews(draft, newsFor(meeting), newId));
  /** What the meeting before a prepared one leaves open, and that one does not know. */
  function late(meeting: Meeting): CarriedMatters {
    const { status, continues } = meeting;
    const earlier = status === 'prepared' && continues !== null ? meetings.get(continues) : undefined;
    return earlier === undefined ? NOTHING_CARRIED : openUnknownTo(meeting, fresh(earlier));
  }
  function sessionOf(meeting: Meeting): JournalledMeeting {
    const known = sessions.get(meeting.id);
    // Another one may have come under its identifier, from another computer.
    if (known?.session().meeting() === meeting) return known;
    const clocks = { now: clock.at, mono: clock.mono };
    const own = journalledMeeting(meeting, {
      ...{ clock: clocks, newId, lastHeard: heard },
      isCarried: (subjectId) => isCarried(meeting.id, subjectId),
    });
    sessions.set(meeting.id, own);
    return own;
  }
  /** Opens a meeting as the application does: one that is closed says what was so on its day. */
  function open(id: string): Meeting | undefined {
    const meeting = meetings.get(id);
    if (meeting === undefined || meeting.status === 'finished') return meeting;
    const session = sessionOf(meeting).session();
    session.takeNews(newsFor(session.meeting()));
    session.takeLate(late(session.meeting()));
    meetings.set(id, session.meeting());
    return session.meeting();
  }
  const toRegister = (command: object, undoable: boolean): void => {
    const ordered = (subjectId: string) => orderedOn(present().values(), subjectId);
    const context = { at: clock.at(), zone: 'WITA' as const, newId, lastHeard: heard, orderedOn: ordered };
    const applied = applyRegisterCommand(register, command, context);
    note(register.entries, applied.register.entries);
    register = applied.register;
    if (undoable) undo.push(applied.inverse);
  };
  const quietly = (work: () => void): boolean => {
    try {
      work();
      return true;
    } catch (error) {
      if (error instanceof Refused) return false;
      throw error;
    }
  };

  return {
    clock,
    ids: () => [...meetings.keys()],
    trashed: () => [...trash.keys()],
    meeting: (id: string) => meetings.get(id),
    open,
    late,
    /** How many follow-ups each meeting leaves open, as the start screen says and as one that continues it finds. */
    openCounts() {
      const own = new Map([...meetings].map(([id, meeting]) => [id, toBeStored(ownMatters(meeting))]));
      const open = leftOpen(
        new Map([...withCopiesThatCount(own, true, JSON.parse), [register.id, ownMatters(register)]]),
      );
      const carried = (meeting: Meeting): number =>
        openMatters(fresh(meeting)).followUps.length + late(fresh(meeting)).followUps.length;
      return {
        said: [...meetings.keys()].map((id) => open.get(id)),
        found: [...meetings.values()].map(carried),
      };
    },
    begin() {
      const { id, ...meeting } = openRoom({ clock }).meeting();
      const own = { ...meeting, id: newId() };
      meetings.set(own.id, own);
      return own.id;
    },
    /** @returns whether it was not refused */
    send: (id: string, command: Command): boolean =>
      quietly(() => {
        const meeting = open(id);
        if (meeting === undefined) return;
        const session = sessionOf(meeting).session();
        session.command(command);
        note(meeting.entries, session.meeting().entries);
        meetings.set(id, session.meeting());
      }),
    /** While a meeting is open, the power fails. */
    cut(id: string) {
      const meeting = open(id);
      if (meeting === undefined) return;
      const own = sessionOf(meeting);
      own.cut();
      meetings.set(id, own.session().meeting());
    },
    say: (subjectId: string, fields: object): boolean =>
      quietly(() => toRegister({ type: 'entry.add', subjectIds: [subjectId], fields }, true)),
    undo: (id: string): boolean =>
      quietly(() => {
        if (id === register.id) {
          register = applyPatches(register, [...(undo.pop() ?? [])]);
          return;
        }
        const meeting = open(id);
        if (meeting === undefined) return;
        const session = sessionOf(meeting).session();
        session.undo();
        meetings.set(id, session.meeting());
      }),
    continue(id: string) {
      const meeting = meetings.get(id);
      if (meeting === undefined) return;
      const carried = openMatters(fresh(meeting));
      const wanted = { title: 'Rakor berikut', date: '2021-06-14', carried };
      const next = continueMeeting(firstSettings(THREE_AGENCIES), meeting, wanted, { at: clock.at(), newId });
      meetings.set(next.id, next);
    },
    /** @returns what was withdrawn with it */
    discard(id: string, matters: 'keep' | 'hand' | 'withdraw'): string[] {
      const meeting = meetings.get(id);
      if (meeting === undefined || trash.has(id)) return [];
      const nothing = {
        type: 'matters.discard',
        meetingId: id,
        followUps: [],
        problems: [],
        entries: [],
        withdrawn: [],
        handed: matters === 'hand',
      };
      if (matters === 'hand') {
        const { followUps, problems, entries } = everyMatter(meeting);
        const values = { followUps, problems, entries };
        const handed = Object.fromEntries(Object.entries(values).map(([k, all]) => [k, all.map(({ value }) => value)]));
        toRegister({ ...nothing, ...handed, agencies: Object.values(meeting.agencies) }, false);
      }
      meetings.delete(id);
      trash.set(id, meeting);
      if (matters !== 'withdraw') return [];
      const withdrawn = begunOnlyIn(meeting, [...meetings.values()].map(ownMatters), register);
      toRegister({ ...nothing, withdrawn }, false);
      return withdrawn;
    },
    /** @returns what began in it */
    restore(id: string): string[] {
      const meeting = trash.get(id);
      // One that was taken in again meanwhile is not replaced: the application refuses (`meetingPresent`).
      if (meeting === undefined || meetings.has(id)) return [];
      trash.delete(id);
      meetings.set(id, meeting);
      toRegister(takeBack(meeting), false);
      return [...begunIn(meeting)];
    },
    /** A backup is imported: beside the meeting that it is of, or in its place if that was deleted. */
    importBackup(backup: Meeting) {
      const here = meetings.get(backup.id);
      const own = here === undefined ? backup : secondMeeting(backup, newId(), `${backup.title} (cadangan)`, here);
      trash.delete(own.id);
      meetings.set(own.id, own);
      toRegister(takeBack(own), false);
    },
    copy: (): Archive => ({ meetings: new Map(meetings), register }),
    /** An archive of another computer is taken in: meetings that are not here, what differs a second time, its register. */
    takeIn(other: Archive) {
      for (const [id, meeting] of other.meetings) {
        const here = meetings.get(id);
        if (here === undefined) {
          trash.delete(id);
          meetings.set(id, meeting);
          toRegister(takeBack(meeting), false);
        } else if (!isDeepStrictEqual(here, meeting)) {
          const second = secondMeetingId(id, hashOf(meeting));
          if (!meetings.has(second))
            meetings.set(second, secondMeeting(meeting, second, `${meeting.title} (lain)`, here));
        }
      }
      const heldIn = (id: string): ReadonlySet<string> | null => {
        const meeting = meetings.get(id);
        return meeting === undefined ? null : heldBy(meeting);
      };
      const begun = new Set([...meetings.values()].flatMap((meeting) => [...begunIn(meeting)]));
      const theirs = withoutTakenBack(other.register, heldIn, begun);
      toRegister({ type: 'archive.take', register: theirs }, false);
      undo = [];
    },
    /** Everything that the board reads. */
    fates(): Map<string, Fate> {
      const documents: ArchiveDocument[] = [
        registerDocument(register, 1),
        ...[...meetings.values()].map(
          ({ id, title, date, agencies, followUps, problems, entries }): ArchiveDocument => ({
            ...{ id, title, date, seq: 1, sample: false, agencies: Object.values(agencies) },
            followUps: Object.values(followUps.items),
            problems: Object.values(problems.items),
            entries: Object.values(entries),
          }),
        ),
      ];
      const entries = unionOfEntries(documents);
      const of = (id: string): Entry[] => inTime(entries.filter(({ subjectId }) => subjectId === id));
      const all = [
        ...unionOfFollowUps(documents).map(({ record }): Fate => fateOfFollowUp(foldFollowUp(record, of(record.id)))),
        ...unionOfProblems(documents).map(({ record }): Fate => fateOfProblem(foldProblem(record, of(record.id)))),
      ];
      const found = new Map(all.map((fate) => [fate.id, fate]));
      if (found.size !== all.length) throw new Error('a follow-up or a problem is there twice');
      return found;
    },
    madeOrder: (entryId: string): number => made.get(entryId) ?? -1,
  };
}
