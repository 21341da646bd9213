import { shortName } from '../model/agency.ts';
import { type Entry, inTime, REGISTER_ID } from '../model/entry.ts';
import { type FollowUpNow, foldFollowUp, type Standing, standingOf } from '../model/follow-up-now.ts';
import { foldProblem, type ProblemNow, timesRaised } from '../model/problem-now.ts';
import type { Role } from '../model/roles.ts';
import type { CivilDate } from '../time/zone.ts';
import type { KnownAgencies } from './agencies.ts';
import {
  type ArchiveDocument,
  byText,
  groupedBy,
  type Located,
  unionOfEntries,
  unionOfFollowUps,
  unionOfProblems,
} from './documents.ts';

/** An agency as a row names it. */
export interface NamedAgency {
  /** As `KnownAgency.id`; an identifier that no document explains stays itself. */
  readonly id: string;
  readonly name: string;
  readonly short: string;
}

/** Where something was said first: "Arahan Bupati pada Rakor 17 Mei 2021". */
export interface Citation {
  readonly meetingId: string;
  readonly title: string;
  readonly date: CivilDate;
  /** Whether that meeting can be opened: it is in the archive. */
  readonly isHere: boolean;
}

/** A follow-up as it is now, without its entries: those are many, and asked for one by one. */
export interface FollowUpMatter extends Omit<FollowUpNow, 'entries'> {
  readonly cite: Citation;
  /** Who is responsible, by name; `pics` has their identifiers as the documents have them. */
  readonly agencies: readonly NamedAgency[];
  /** The leader who ordered it; `null` if it was an agency, or nobody is named. */
  readonly leader: Role | null;
  readonly standing: Standing;
  /** In how many meetings it was on the list. */
  readonly listed: number;
  /** How many entries it has, and the day of the last. */
  readonly entryCount: number;
  readonly heardOn: CivilDate | null;
}

/** A problem as it is now, without its entries. */
export interface ProblemMatter extends Omit<ProblemNow, 'entries'> {
  readonly cite: Citation;
  readonly agency: NamedAgency;
  /** In how many meetings it was raised: "berulang 3 kali". */
  readonly raised: number;
  /** The day on which it was raised last. */
  readonly raisedOn: CivilDate;
}

/** Everything ordered and every problem raised in an archive, as it is now; what was withdrawn is left out. */
export interface Matters {
  readonly followUps: readonly FollowUpMatter[];
  readonly problems: readonly ProblemMatter[];
  /** The entries of a follow-up or a problem, the oldest first. */
  entriesOf(subjectId: string): readonly Entry[];
}

const NONE: readonly Entry[] = [];

/** @param today decides the standing of each follow-up */
export function mattersOf(documents: readonly ArchiveDocument[], agencies: KnownAgencies, today: CivilDate): Matters {
  const bySubject = groupedBy(unionOfEntries(documents), ({ subjectId }) => subjectId);
  const entriesOf = (id: string): readonly Entry[] => bySubject.get(id) ?? NONE;
  const byId = new Map(documents.map((document) => [document.id, document]));

  const named = (id: string): NamedAgency => {
    const known = agencies.of(id);
    return known === undefined
      ? { id, name: id, short: id }
      : { id: known.id, name: known.name, short: shortName(known) };
  };
  function cited({ record, home, from }: Located<{ origin: FollowUpNow['origin'] }>): Citation {
    // The home document itself knows its present title; a copy has it as it was.
    const { title, date } = byId.get(home) ?? record.origin ?? from;
    return { meetingId: home, title, date, isHere: byId.has(home) && home !== REGISTER_ID };
  }

  const followUps = unionOfFollowUps(documents).flatMap((located): FollowUpMatter[] => {
    const now = foldFollowUp(located.record, entriesOf(located.record.id));
    if (now.withdrawn) return [];
    const { entries, ...rest } = now;
    const cite = cited(located);
    const agenciesOfIt = new Map(now.pics.map(named).map((agency) => [agency.id, agency]));
    return [
      {
        ...rest,
        cite,
        agencies: [...agenciesOfIt.values()],
        leader: now.author?.kind === 'leader' ? now.author.role : null,
        standing: standingOf(now, cite.date, today),
        listed: located.listed,
        entryCount: entries.length,
        heardOn: entries.at(-1)?.on ?? null,
      },
    ];
  });
  const problems = unionOfProblems(documents).flatMap((located): ProblemMatter[] => {
    const now = foldProblem(located.record, entriesOf(located.record.id));
    if (now.withdrawn) return [];
    const { entries, ...rest } = now;
    return [
      {
        ...rest,
        cite: cited(located),
        agency: named(now.agencyId),
        raised: timesRaised(now, located.home),
        raisedOn: entries.findLast(({ fields }) => fields.recurred)?.on ?? now.since,
      },
    ];
  });
  return {
    followUps: followUps.sort((a, b) => byText(a.id, b.id)),
    problems: problems.sort((a, b) => byText(a.id, b.id)),
    entriesOf: (id) => inTime(entriesOf(id)),
  };
}
