import type { CivilDate } from '../time/zone.ts';
import { type Agency, agencyKey } from './agency.ts';
import type { AgendaItem } from './agenda-item.ts';
import { type CarriedMatters, placeMatters } from './carry.ts';
import { type Meeting, orderedItems } from './meeting.ts';
import { newItem } from './new-item.ts';
import { breakOf, type NewMeetingContext, newMeeting } from './new-meeting.ts';
import { pastAfter } from './past-after.ts';
import type { Settings } from './settings.ts';
import { agencyTaker } from './take-agency.ts';

/** The items in the order in which they were planned; those that were postponed stand where they stood. */
function plannedOrder(meeting: Meeting): AgendaItem[] {
  const items = orderedItems(meeting);
  const [first] = meeting.plans;
  if (first === undefined) return items;
  const planned = items.filter(({ id }) => Object.hasOwn(first.items, id));
  const inPlan = planned.toSorted((a, b) => (first.items[a.id]?.start ?? 0) - (first.items[b.id]?.start ?? 0));
  const next = inPlan.values();
  return items.map((item) => (Object.hasOwn(first.items, item.id) ? (next.next().value ?? item) : item));
}

/** The same item for another day: everything that was prepared, and nothing that was said. */
function again(item: AgendaItem, meeting: Meeting, date: CivilDate, newId: () => string): AgendaItem {
  const { kind, agencyId, title, inCharge, limits, presenter } = item;
  const usual = breakOf('', meeting.date);
  const isUsual = kind === 'break' && item.fixedStart === usual.fixedStart && item.planned === usual.planned;
  const { planned, fixedStart } = isUsual ? breakOf('', date) : item;
  return {
    ...newItem(newId(), kind, agencyId),
    ...{ title, inCharge, limits, planned, fixedStart },
    presenter: { ...presenter, representing: false },
  };
}

export interface ContinueRequest {
  readonly title: string;
  readonly date: CivilDate;
  /** What the earlier meeting left open. */
  readonly carried: CarriedMatters;
  /** How an agency is called now, if it was renamed since. */
  called?(agency: Agency): Agency;
}

/**
 * The next meeting of a series, prepared like the one before it: its agenda and its order, people, places, limits, and
 * what it left open. Agencies keep their identifiers.
 * @param earlier the meeting before it
 */
export function continueMeeting(
  settings: Settings,
  earlier: Meeting,
  { title, date, carried, called = (agency) => agency }: ContinueRequest,
  context: NewMeetingContext,
): Meeting {
  const bare = newMeeting({ ...settings, agencies: [] }, { title, date, agencies: [] }, context);
  const agencies = Object.fromEntries(Object.entries(earlier.agencies).map(([id, agency]) => [id, called(agency)]));
  const take = agencyTaker(
    agencies,
    (agency) => {
      agencies[agency.id] = agency;
    },
    context.newId,
  );
  // Agencies of the user's list can be chosen, as in any new meeting; one of a known id, or of a name before it was renamed, is known.
  const names = new Set(Object.values(earlier.agencies).map(({ name }) => agencyKey(name)));
  for (const { inAgenda: _, ...agency } of settings.agencies) {
    if (!Object.hasOwn(agencies, agency.id) && !names.has(agencyKey(agency.name))) take(agency);
  }
  const items = plannedOrder(earlier).map((item) => again(item, earlier, date, context.newId));
  const matters = placeMatters(carried, (agency) => take(called(agency)));
  const { theme, startAt, endAt, place, zone, term, limits, changeover, autoShow, chair, leaders } = earlier;
  const { secretary, minuteTaker, minuteTakerOffice, minuteTakerRank, minuteTakerNip } = earlier;
  return {
    ...bare,
    ...{ theme, startAt, endAt, place, zone, term, limits, changeover, autoShow, chair, leaders },
    ...{ secretary, minuteTaker, minuteTakerOffice, minuteTakerRank, minuteTakerNip },
    continues: earlier.id,
    past: pastAfter(earlier),
    agencies,
    agenda: { order: items.map(({ id }) => id), items: Object.fromEntries(items.map((item) => [item.id, item])) },
    attendance: {
      order: earlier.attendance.order,
      items: Object.fromEntries(
        Object.entries(earlier.attendance.items).map(([id, one]) => [id, { ...one, present: false, at: null }]),
      ),
    },
    ...matters,
  };
}
