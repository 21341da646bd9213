import type { Agency, AgencyId } from './agency.ts';
import type { Entry } from './entry.ts';
import type { FollowUp } from './follow-up.ts';
import { isLeftOpen } from './follow-up-now.ts';
import type { Meeting } from './meeting.ts';
import { followUpsNow, type Matters, problemsNow } from './meeting-matters.ts';
import { withCite } from './meeting-notes.ts';
import { mayReadFollowUp } from './note-readers.ts';
import { getOwn } from './own-properties.ts';
import type { Problem } from './problem.ts';

/** Something of a document with the agencies that its identifiers mean there. */
export interface Found<T> {
  readonly value: T;
  readonly agencies: Readonly<Record<AgencyId, Agency>>;
}

/** Follow-ups and problems of another document, with everything that happened to them. */
export interface CarriedMatters {
  readonly followUps: readonly Found<FollowUp>[];
  readonly problems: readonly Found<Problem>[];
  readonly entries: readonly Found<Entry>[];
}
export const NOTHING_CARRIED: CarriedMatters = { followUps: [], problems: [], entries: [] };

/** The records of a meeting and all its entries, told where they began. */
function allOf(meeting: Meeting, isCarried: (id: string) => boolean): CarriedMatters {
  const { agencies, title, date } = meeting;
  const origin = { meetingId: meeting.id, title, date };
  const records = <R extends FollowUp | Problem>(of: { order: readonly string[]; items: Record<string, R> }) =>
    of.order.flatMap((id): Found<R>[] => {
      const record = of.items[id];
      if (record === undefined || !isCarried(id)) return [];
      const marks = {
        shown: mayReadFollowUp(meeting, 'room', record),
        public: mayReadFollowUp(meeting, 'public', record),
      };
      return [{ value: { ...record, origin: record.origin ?? origin, ...marks }, agencies }];
    });
  return {
    followUps: records(meeting.followUps).map(({ value, agencies: own }) => ({
      value: withCite(meeting, value),
      agencies: own,
    })),
    problems: records(meeting.problems),
    entries: Object.values(meeting.entries)
      .filter(({ subjectId }) => isCarried(subjectId))
      .map((value) => ({ value, agencies })),
  };
}

/** What a meeting leaves open: unfinished follow-ups and unsolved problems. */
export function openMatters(meeting: Meeting): CarriedMatters {
  const open = new Set([
    ...followUpsNow(meeting).flatMap((followUp) => (isLeftOpen(followUp) ? [followUp.id] : [])),
    ...problemsNow(meeting).flatMap(({ id, solved }) => (solved ? [] : [id])),
  ]);
  return allOf(meeting, (id) => open.has(id));
}

/** What a meeting leaves open and another one does not know. What was taken out there is withdrawn, and so known. */
export function openUnknownTo({ followUps, problems }: Matters, earlier: Meeting): CarriedMatters {
  const isUnknown = (id: string): boolean => !Object.hasOwn(followUps.items, id) && !Object.hasOwn(problems.items, id);
  const open = openMatters(earlier);
  return {
    followUps: open.followUps.filter(({ value }) => isUnknown(value.id)),
    problems: open.problems.filter(({ value }) => isUnknown(value.id)),
    entries: open.entries.filter(({ value }) => isUnknown(value.subjectId)),
  };
}

/** Everything that a meeting knows of follow-ups and problems, also what is finished. */
export const everyMatter = (meeting: Meeting): CarriedMatters => allOf(meeting, () => true);

/** An entry in a document that calls agencies otherwise. */
export function placedEntry({ value, agencies }: Found<Entry>, take: (agency: Agency) => AgencyId): Entry {
  const { pics } = value.fields;
  if (pics === undefined) return value;
  return { ...value, fields: { ...value.fields, pics: placedAgencies(pics, agencies, take) } };
}

const placedAgencies = (
  ids: readonly AgencyId[],
  agencies: Readonly<Record<AgencyId, Agency>>,
  take: (agency: Agency) => AgencyId,
): AgencyId[] => [...new Set(ids.flatMap((id) => getOwn(agencies, id) ?? []).map(take))];

/**
 * Carried follow-ups and problems as another document has them: under the same identifiers, with its own agencies.
 * @param take as `agencyTaker` makes it
 */
export function placeMatters(carried: CarriedMatters, take: (agency: Agency) => AgencyId): Matters {
  const inAgency = (id: AgencyId, agencies: Found<unknown>['agencies']): AgencyId =>
    // An agency that no file explains is kept by its identifier, so that its problem is not lost.
    take(getOwn(agencies, id) ?? { id, name: id, short: '', head: '' });
  const followUps = carried.followUps.map(({ value, agencies }): FollowUp => {
    const { author } = value;
    const ofAgency = author?.kind === 'agency' ? getOwn(agencies, author.agencyId) : undefined;
    return {
      ...value,
      pics: placedAgencies(value.pics, agencies, take),
      author: author?.kind !== 'agency' ? author : ofAgency ? { kind: 'agency', agencyId: take(ofAgency) } : null,
      noteId: null,
      itemId: null,
    };
  });
  const problems = carried.problems.map(
    ({ value, agencies }): Problem => ({
      ...value,
      agencyId: inAgency(value.agencyId, agencies),
      noteId: null,
      itemId: null,
    }),
  );
  const byId = <T extends { readonly id: string }>(all: readonly T[]): Record<string, T> =>
    Object.fromEntries(all.map((one) => [one.id, one]));
  return {
    followUps: { order: Object.keys(byId(followUps)), items: byId(followUps) },
    problems: { order: Object.keys(byId(problems)), items: byId(problems) },
    entries: byId(carried.entries.map((found) => placedEntry(found, take))),
  };
}
