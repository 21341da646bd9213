import type { Agency } from '#core/model/agency.ts';
import { type Meeting, presentingAgencies } from '#core/model/meeting.ts';
import type { Option } from '#renderer/kit/select.tsx';

/** All agencies of a meeting to choose from: those on the agenda in its order, then the rest by name. */
export function agencyOptions(meeting: Meeting): Option[] {
  const presenting = presentingAgencies(meeting);
  // One for all comparisons: `localeCompare` makes one for each.
  const { compare } = new Intl.Collator('id');
  const rest = Object.values(meeting.agencies)
    .filter(({ id }) => !presenting.includes(id))
    .sort((a, b) => compare(a.name, b.name));
  const ordered = [...presenting.flatMap((id) => meeting.agencies[id] ?? []), ...rest];
  return ordered.map(optionOf);
}

/** An agency to choose: found by its name and by its short one. */
export const optionOf = ({ id, name, short }: Pick<Agency, 'id' | 'name' | 'short'>): Option =>
  short === '' || short === name ? { id, label: name } : { id, label: short, detail: name };
