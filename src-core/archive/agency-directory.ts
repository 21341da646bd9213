import type { AgencyId } from '../model/agency.ts';
import type { MeetingId } from '../model/meeting.ts';
import { presentAgency, type Register, type RegisterAgency } from '../model/register.ts';
import type { KnownAgencies, KnownAgency } from './agencies.ts';
import type { Digest } from './digest.ts';
import { lookAlikes } from './look-alikes.ts';
import type { FollowUpMatter } from './matters.ts';

/** An agency of the directory. */
export interface DirectoryAgency extends KnownAgency, Pick<RegisterAgency, 'activeFrom' | 'activeTo'> {
  /** In how many meetings it was on the agenda. */
  readonly meetings: number;
  /** How many follow-ups it is in charge of. */
  readonly followUps: number;
  /** Others that may be the same one. */
  readonly alike: readonly AgencyId[];
}

/** What the register says of an agency, under whichever identifier. */
function saidOf({ agencies }: Pick<Register, 'agencies'>, { ids }: KnownAgency): RegisterAgency | null {
  const own = new Set(ids);
  const known = Object.values(agencies).find(
    ({ id, otherIds }) => own.has(id) || otherIds.some((other) => own.has(other)),
  );
  return known === undefined ? null : presentAgency(agencies, known);
}

/**
 * Every agency that a meeting or the register knows, by name.
 * @param parts as the archive counts them; of `followUps` only who is in charge is read
 */
export function agencyDirectory({
  digests,
  agencies,
  followUps,
  register,
}: {
  readonly digests: readonly Pick<Digest, 'id' | 'turns'>[];
  readonly agencies: KnownAgencies;
  readonly followUps: readonly Pick<FollowUpMatter, 'agencies'>[];
  readonly register: Pick<Register, 'agencies'> | null;
}): readonly DirectoryAgency[] {
  const met = new Map<AgencyId, Set<MeetingId>>();
  for (const { id: meetingId, turns } of digests)
    for (const { agencyId } of turns) {
      const id = agencyId === null ? undefined : agencies.of(agencyId)?.id;
      if (id !== undefined) met.set(id, (met.get(id) ?? new Set()).add(meetingId));
    }
  const inCharge = new Map<AgencyId, number>();
  for (const { id } of followUps.flatMap((matter) => matter.agencies)) inCharge.set(id, (inCharge.get(id) ?? 0) + 1);
  const alike = lookAlikes(agencies.all);
  // Two that report in one meeting are two, however alike they are called.
  const haveMet = (a: AgencyId, b: AgencyId): boolean => [...(met.get(a) ?? [])].some((id) => met.get(b)?.has(id));
  return agencies.all.map((agency): DirectoryAgency => {
    const said = register === null ? null : saidOf(register, agency);
    return {
      ...agency,
      activeFrom: said?.activeFrom ?? null,
      activeTo: said?.activeTo ?? null,
      meetings: met.get(agency.id)?.size ?? 0,
      followUps: inCharge.get(agency.id) ?? 0,
      alike: (alike.get(agency.id) ?? []).filter((other) => !haveMet(agency.id, other)),
    };
  });
}
