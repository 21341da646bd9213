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

type Named = Pick<Agency, 'id' | 'name' | 'short'>;

const hasShort = ({ name, short }: Named): boolean => short !== '' && short !== name;

/** An agency to choose, short name first. A box finds it by both names, as the one below. */
export const optionOf = (agency: Named): Option =>
  hasShort(agency)
    ? { id: agency.id, label: agency.short, detail: agency.name }
    : { id: agency.id, label: agency.name };

/** An agency to choose where its full name matters: full name first. */
export const fullOptionOf = (agency: Named): Option => ({
  id: agency.id,
  label: agency.name,
  ...(hasShort(agency) ? { detail: agency.short } : {}),
});
