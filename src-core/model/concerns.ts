import type { AgencyId } from './agency.ts';
import { itemOf, type Meeting, presentingAgencies } from './meeting.ts';
import { EVERY_AGENCY, type Note } from './note.ts';

type Addressed = Pick<Note, 'concerns' | 'itemId' | 'kind'>;

/** The agencies that a note names besides the one presenting; none when it names none. */
export const namedAgencies = ({ concerns }: Pick<Note, 'concerns'>): readonly AgencyId[] | typeof EVERY_AGENCY =>
  concerns === null ? [] : typeof concerns === 'string' && concerns !== EVERY_AGENCY ? [concerns] : concerns;

/**
 * Whether a note is for every agency: because it says so, or because it orders something outside of any agency's turn and
 * names nobody.
 */
export function isForAll(meeting: Meeting, note: Addressed): boolean {
  if (note.concerns !== null) return note.concerns === EVERY_AGENCY;
  const orders = note.kind === 'directive' || note.kind === 'decision';
  return orders && itemOf(meeting, note.itemId)?.agencyId === null;
}

/** Whether a note is for an agency besides the one presenting. */
export function concerns(meeting: Meeting, note: Addressed, agencyId: AgencyId): boolean {
  const named = namedAgencies(note);
  return isForAll(meeting, note) || (named !== EVERY_AGENCY && named.includes(agencyId));
}

/** Who is in charge of what follows from a note, unless others are named: whom it names, else whoever presents. */
export function inChargeOf(meeting: Meeting, note: Addressed): AgencyId[] {
  const named = namedAgencies(note);
  if (named === EVERY_AGENCY) return [...new Set(presentingAgencies(meeting))];
  return named.length > 0 ? [...named] : [itemOf(meeting, note.itemId)?.agencyId ?? []].flat();
}

/** Whether these are all that present in a meeting of more than one. */
export function areEveryAgency(meeting: Meeting, agencyIds: readonly AgencyId[]): boolean {
  const presenting = new Set(presentingAgencies(meeting));
  return presenting.size > 1 && [...presenting].every((id) => agencyIds.includes(id));
}
