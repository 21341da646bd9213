import type { AgencyId } from './agency.ts';
import { itemOf, type Meeting, presentingAgencies } from './meeting.ts';
import { EVERY_AGENCY, type Note } from './note.ts';

type Addressed = Pick<Note, 'concerns' | 'itemId' | 'kind'>;

/** The agencies that a note names besides the presenting one. */
export const namedAgencies = ({ concerns }: Pick<Note, 'concerns'>): readonly AgencyId[] | typeof EVERY_AGENCY =>
  concerns === null ? [] : typeof concerns === 'string' && concerns !== EVERY_AGENCY ? [concerns] : concerns;

/**
 * Whether a note concerns every agency: because it says so, or because it is a directive or decision outside any
 * agency's turn that names nobody.
 */
export function isForAll(meeting: Meeting, note: Addressed): boolean {
  if (note.concerns !== null) return note.concerns === EVERY_AGENCY;
  const orders = note.kind === 'directive' || note.kind === 'decision';
  return orders && itemOf(meeting, note.itemId)?.agencyId === null;
}

/** Whether a note concerns an agency besides the presenting one. */
export function concerns(meeting: Meeting, note: Addressed, agencyId: AgencyId): boolean {
  const named = namedAgencies(note);
  return isForAll(meeting, note) || (named !== EVERY_AGENCY && named.includes(agencyId));
}

/** Who is in charge of a follow-up unless others are named: the agencies that its note names, else the presenter. */
export function inChargeOf(meeting: Meeting, note: Addressed): AgencyId[] {
  const named = namedAgencies(note);
  if (named === EVERY_AGENCY) return [...new Set(presentingAgencies(meeting))];
  return named.length > 0 ? [...named] : [itemOf(meeting, note.itemId)?.agencyId ?? []].flat();
}

/** Whether these are all presenting agencies of a meeting that has more than one. */
export function areEveryAgency(meeting: Meeting, agencyIds: readonly AgencyId[]): boolean {
  const presenting = new Set(presentingAgencies(meeting));
  return presenting.size > 1 && [...presenting].every((id) => agencyIds.includes(id));
}
