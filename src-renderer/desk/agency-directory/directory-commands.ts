import type { KnownAgency } from '#core/archive/agencies.ts';
import type { DirectoryAgency } from '#core/archive/agency-directory.ts';
import type { RegisterCommand } from '#core/commands/register.ts';
import { type Agency, agencyKey } from '#core/model/agency.ts';
import { AGENCIES_MAX } from '#core/model/lengths.ts';
import type { CivilDate } from '#core/time/zone.ts';

type CommandOf<T extends RegisterCommand['type']> = Extract<RegisterCommand, { type: T }>;

/**
 * An agency under each of its identifiers, as a command names it: the register then knows it as whole as the meetings do,
 * also when those are deleted. More of them than a command may name are found by their name.
 */
const named = ({ ids, name, short, head }: KnownAgency): Agency[] =>
  ids.slice(0, AGENCIES_MAX / 2).map((id) => ({ id, name, short, head }));

/** Calls an agency otherwise; the name that it had stays a former one. */
export const editCommand = (
  agency: KnownAgency,
  fields: { readonly name: string; readonly short: string },
): CommandOf<'agency.edit'> => ({ type: 'agency.edit', agencyId: agency.id, fields, agencies: named(agency) });

/** @param activeTo the day on which it ended; `null` if it exists (again) */
export const activeCommand = (agency: KnownAgency, activeTo: CivilDate | null): CommandOf<'agency.edit'> => ({
  type: 'agency.edit',
  agencyId: agency.id,
  fields: { activeTo },
  agencies: named(agency),
});

/** Makes two agencies one, called as `kept` is. */
export const mergeCommand = (kept: KnownAgency, other: KnownAgency): CommandOf<'agency.merge'> => ({
  type: 'agency.merge',
  agencyId: other.id,
  into: kept.id,
  agencies: [...named(kept), ...named(other)],
});

/**
 * The other agency that is called so, or was. Two of one name would be taken for one, so that no agency may be given it:
 * whoever means that merges them.
 */
export function takenBy(
  agencies: readonly DirectoryAgency[],
  agency: Pick<DirectoryAgency, 'id'>,
  name: string,
): DirectoryAgency | null {
  const key = agencyKey(name);
  const others = agencies.filter(({ id }) => id !== agency.id);
  return others.find((one) => [one.name, ...one.former].some((called) => agencyKey(called) === key)) ?? null;
}

/**
 * The one of two that keeps its name unless somebody says otherwise: that of more meetings, else of more follow-ups, else
 * the longer name, of which the other is rather an abbreviation.
 */
export function keptOf(a: DirectoryAgency, b: DirectoryAgency): DirectoryAgency {
  const more =
    b.meetings.length - a.meetings.length || b.followUps.length - a.followUps.length || b.name.length - a.name.length;
  return more > 0 ? b : a;
}

/** How many meetings and follow-ups come together when two agencies become one, and in how many meetings both reported. */
export function togetherOf(
  a: DirectoryAgency,
  b: DirectoryAgency,
): { readonly meetings: number; readonly followUps: number; readonly met: number } {
  const meetings = new Set([...a.meetings, ...b.meetings]).size;
  return {
    meetings,
    followUps: new Set([...a.followUps, ...b.followUps]).size,
    met: a.meetings.length + b.meetings.length - meetings,
  };
}
