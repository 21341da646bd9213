import type { Command } from '#core/commands/apply.ts';
import type { Meeting, MeetingFields } from '#core/model/meeting.ts';
import type { Leader, Role } from '#core/model/roles.ts';

/** What the dialog edits: the fields of a meeting, and its leaders. */
export interface DetailsDraft {
  readonly fields: MeetingFields;
  readonly leaders: Readonly<Record<Role, Leader>>;
}

const EVERY: Readonly<Record<keyof MeetingFields, true>> = {
  title: true,
  theme: true,
  date: true,
  startAt: true,
  endAt: true,
  place: true,
  invitation: true,
  number: true,
  zone: true,
  term: true,
  limits: true,
  changeover: true,
  autoShow: true,
  chair: true,
  secretary: true,
  minuteTaker: true,
  minuteTakerOffice: true,
  minuteTakerRank: true,
  minuteTakerNip: true,
};
const KEYS = Object.keys(EVERY) as (keyof MeetingFields)[];

export function detailsDraft(meeting: Meeting): DetailsDraft {
  const fields = Object.fromEntries(KEYS.map((key) => [key, meeting[key]])) as MeetingFields;
  const leaders = Object.fromEntries(meeting.leaders.map((leader) => [leader.role, leader])) as DetailsDraft['leaders'];
  return { fields, leaders };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What the dialog shows: what was typed over what the meeting has become since, by a button of the dialog or otherwise. */
export function detailsNow(before: DetailsDraft, typed: DetailsDraft, now: DetailsDraft): DetailsDraft {
  const fields = KEYS.map((key) => [key, (same(before.fields[key], typed.fields[key]) ? now : typed).fields[key]]);
  const leaders = Object.values(typed.leaders).map((leader) => [
    leader.role,
    same(leader, before.leaders[leader.role]) ? now.leaders[leader.role] : leader,
  ]);
  return {
    fields: Object.fromEntries(fields) as MeetingFields,
    leaders: Object.fromEntries(leaders) as DetailsDraft['leaders'],
  };
}

/** Only what was changed, so that concurrent changes of other fields are not reverted. */
export function detailsChanges(before: DetailsDraft, after: DetailsDraft): Command[] {
  const changed = KEYS.filter((key) => !same(before.fields[key], after.fields[key]));
  const fields = Object.fromEntries(changed.map((key) => [key, after.fields[key]])) as Partial<MeetingFields>;
  const leaders = Object.values(after.leaders).filter((leader) => !same(leader, before.leaders[leader.role]));
  return [
    ...(changed.length === 0 ? [] : [{ type: 'meeting.edit', fields } as const]),
    ...leaders.map((leader) => ({ type: 'leader.edit', leader }) as const),
  ];
}
