import type { AgencyId } from '../model/agency.ts';
import type { MeetingId } from '../model/meeting.ts';
import { presentAgency, type Register, type RegisterAgency } from '../model/register.ts';
import type { KnownAgencies, KnownAgency } from './agencies.ts';
import type { Digest } from './digest.ts';
import { groupedBy } from './documents.ts';
import { lookAlikes } from './look-alikes.ts';
import type { FollowUpMatter } from './matters.ts';

/** An agency of the directory. */
export interface DirectoryAgency extends KnownAgency, Pick<RegisterAgency, 'activeFrom' | 'activeTo'> {
  /** The meetings in which it was on the agenda. */
  readonly meetings: readonly MeetingId[];
  /** The follow-ups that it is in charge of. */
  readonly followUps: readonly string[];
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
 * @param parts as the archive counts them; of `followUps` is read who is in charge
 */
export function agencyDirectory({
  digests,
  agencies,
  followUps,
  register,
}: {
  readonly digests: readonly Pick<Digest, 'id' | 'turns'>[];
  readonly agencies: KnownAgencies;
  readonly followUps: readonly Pick<FollowUpMatter, 'id' | 'agencies'>[];
  readonly register: Pick<Register, 'agencies'> | null;
}): readonly DirectoryAgency[] {
  const met = new Map<AgencyId, Set<MeetingId>>();
  for (const { id: meetingId, turns } of digests)
    for (const { agencyId } of turns) {
      const id = agencyId === null ? undefined : agencies.of(agencyId)?.id;
      if (id !== undefined) met.set(id, (met.get(id) ?? new Set()).add(meetingId));
    }
  const shares = followUps.flatMap((matter) => matter.agencies.map(({ id }) => ({ id, followUp: matter.id })));
  const inCharge = groupedBy(shares, ({ id }) => id);
  const alike = lookAlikes(agencies.all);
  // Two that report in one meeting are two, however alike they are called.
  const haveMet = (a: AgencyId, b: AgencyId): boolean => [...(met.get(a) ?? [])].some((id) => met.get(b)?.has(id));
  return agencies.all.map((agency): DirectoryAgency => {
    const said = register === null ? null : saidOf(register, agency);
    return {
      ...agency,
      activeFrom: said?.activeFrom ?? null,
      activeTo: said?.activeTo ?? null,
      meetings: [...(met.get(agency.id) ?? [])],
      followUps: (inCharge.get(agency.id) ?? []).map(({ followUp }) => followUp),
      alike: (alike.get(agency.id) ?? []).filter((other) => !haveMet(agency.id, other)),
    };
  });
}
