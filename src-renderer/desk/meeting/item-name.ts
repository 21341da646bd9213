import { shortName } from '#core/model/agency.ts';
import type { AgendaItem } from '#core/model/agenda-item.ts';
import { agencyOf, itemTitle, type Meeting } from '#core/model/meeting.ts';
import { type DeskT, useT } from '../kernel/i18n.ts';

type Named = Pick<Meeting, 'agencies'>;

/** An item's full name: the agency's, the user's words, or the kind's own name. */
export const fullName = (t: DeskT, meeting: Named, item: AgendaItem): string =>
  itemTitle(meeting, item) || t(`domain:itemKind.${item.kind}`);

/** The name for little space: the agency's short one. */
export function briefName(t: DeskT, meeting: Named, item: AgendaItem): string {
  const agency = agencyOf(meeting, item);
  return agency === null ? fullName(t, meeting, item) : shortName(agency);
}

/** Names of items in the language of the desk. */
export function useItemNames(): {
  full(meeting: Named, item: AgendaItem): string;
  brief(meeting: Named, item: AgendaItem): string;
} {
  const t = useT();
  return {
    full: (meeting, item) => fullName(t, meeting, item),
    brief: (meeting, item) => briefName(t, meeting, item),
  };
}
