import type { AgendaItem } from '#core/model/agenda-item.ts';
import { agencyOf, type Meeting } from '#core/model/meeting.ts';
import { type PersonWords, personWords } from '#core/text/office.ts';
import type { DeskT } from '../kernel/i18n.ts';

/** Who presents an item, in words. The agency's name is beside them on the desk and is not repeated. */
function presenterWords(t: DeskT, meeting: Pick<Meeting, 'agencies'>, item: AgendaItem): PersonWords {
  const head = agencyOf(meeting, item)?.head ?? '';
  return personWords({ ...item.presenter, head, agency: '' }, t);
}

/** "Siti Aminah · Plt. Kepala Dinas": who presents, or who is in charge; empty if nothing is known. */
export function presenterLine(t: DeskT, meeting: Pick<Meeting, 'agencies'>, item: AgendaItem): string {
  const { name, office, represents } = presenterWords(t, meeting, item);
  return [name || item.inCharge, office, represents].filter((part) => part !== '').join(' · ');
}
