import { applyCommand, type Command } from '#core/commands/apply.ts';
import type { Entry, EntryFields } from '#core/model/entry.ts';
import type { FollowUp } from '#core/model/follow-up.ts';
import type { Meeting } from '#core/model/meeting.ts';
import type { Problem } from '#core/model/problem.ts';
import { instantOf } from '#core/time/zone.ts';
import { contextOf, countedIds, openRoom, steppedClock } from './build-meeting.ts';

const ORIGIN = { meetingId: 'm0', title: 'Rakor 3 Mei 2021', date: '2021-05-03' };

/** A follow-up of an earlier meeting, as the next one has it. */
export const carriedFollowUp = (id: string, fields: Partial<FollowUp> = {}): FollowUp => ({
  id,
  what: 'Perbaiki jembatan Sungai Loban',
  plan: '',
  pics: ['pupr'],
  due: '2021-05-31',
  status: 'open',
  remark: '',
  doneOn: null,
  noteId: null,
  itemId: null,
  author: { kind: 'leader', role: 'bupati' },
  private: false,
  public: true,
  origin: ORIGIN,
  ...fields,
});

export const carriedProblem = (id: string, fields: Partial<Problem> = {}): Problem => ({
  id,
  text: 'Dokter kurang',
  agencyId: 'dinkes',
  since: ORIGIN.date,
  noteId: null,
  itemId: null,
  private: false,
  public: true,
  origin: ORIGIN,
  ...fields,
});

/** An entry that was made before this meeting. */
export const earlierEntry = (id: string, subjectId: string, fields: EntryFields, madeIn = ORIGIN.meetingId): Entry => ({
  id,
  subjectId,
  at: instantOf('2021-05-10', '09:00', 'WITA'),
  on: '2021-05-10',
  madeIn,
  by: null,
  fields,
});

export interface Carried {
  readonly followUps?: readonly FollowUp[];
  readonly problems?: readonly Problem[];
  readonly entries?: readonly Entry[];
}

const byId = <T extends { readonly id: string }>(all: readonly T[]): Record<string, T> =>
  Object.fromEntries(all.map((one) => [one.id, one]));

/** The meeting of 17 May with what an earlier one left open, after these commands. */
export function nextRakor(
  { followUps = [], problems = [], entries = [] }: Carried,
  commands: readonly Command[] = [],
  before: Meeting = openRoom().meeting(),
): Meeting {
  const context = contextOf(steppedClock(), countedIds('e'));
  const meeting: Meeting = {
    ...before,
    followUps: { order: followUps.map(({ id }) => id), items: byId(followUps) },
    problems: { order: problems.map(({ id }) => id), items: byId(problems) },
    entries: byId(entries),
  };
  return commands.reduce((now, command) => applyCommand(now, command, context).meeting, meeting);
}
