import { duration, type Instant, MINUTE } from '../time/units.ts';
import { type CivilDate, weekdayOf } from '../time/zone.ts';
import { type Agency, type AgencyId, type AgencyRow, agencyKey, withGiven } from './agency.ts';
import type { AgendaItem, ItemKind } from './agenda-item.ts';
import type { FollowUp } from './follow-up.ts';
import { MEETING_SCHEMA, type Meeting } from './meeting.ts';
import { newItem } from './new-item.ts';
import { noProblems } from './problem.ts';
import { newScreen } from './screen.ts';
import type { Settings } from './settings.ts';
import { emptyWording } from './wording.ts';

export interface NewMeetingRequest {
  readonly title: string;
  readonly date: CivilDate;
  /** The presenting agencies; empty means those of the user's own list. */
  readonly agencies: readonly AgencyRow[];
  /** Open follow-ups of earlier meetings, to be carried into this one. */
  readonly carried: readonly CarriedFollowUp[];
}

/** An open follow-up of an earlier meeting with the agencies in charge by name, since ids differ between meetings. */
export interface CarriedFollowUp {
  readonly followUp: FollowUp;
  readonly agencies: readonly Agency[];
}

const FRIDAY = 5;

/** The usual items around the agencies' turns (docs/domain/records.md#the-agenda): kind and planned minutes. */
const BEFORE: readonly (readonly [ItemKind, number])[] = [
  ['opening', 5],
  ['anthem', 5],
  ['prayer', 5],
];
const AFTER: readonly (readonly [ItemKind, number])[] = [
  ['closingRemarks', 15],
  ['closing', 5],
];

/** The lunch break: 12.00–13.30, on Fridays from 11.30 (docs/domain/records.md#the-lunch-break). */
function breakOf(id: string, date: CivilDate): AgendaItem {
  const friday = weekdayOf(date) === FRIDAY;
  return {
    ...newItem(id, 'break', null),
    fixedStart: friday ? '11:30' : '12:00',
    planned: duration((friday ? 120 : 90) * MINUTE),
  };
}

/**
 * A meeting with defaults for everything except title and date.
 * @param newId generates identifiers that are unique in the meeting
 */
export function newMeeting(
  settings: Settings,
  request: NewMeetingRequest,
  context: { readonly at: Instant; newId(): string },
): Meeting {
  const { defaults } = settings;
  const agencies: Record<AgencyId, Agency> = {};
  const byName = new Map<string, AgencyId>();
  const presenters = new Map<AgencyId, string>();
  const take = (agency: Agency): AgencyId => {
    const key = agencyKey(agency.name);
    const known = byName.get(key);
    if (known !== undefined) return known;
    // Two meetings may have different agencies under one id, if the list was changed between them. `in` also
    // excludes what every object inherits.
    const id = agency.id in agencies ? context.newId() : agency.id;
    agencies[id] = { ...agency, id };
    byName.set(key, id);
    return id;
  };

  const listed = settings.agencies.map(({ inAgenda, ...agency }) => ({ agency, inAgenda }));
  for (const { agency } of listed) take(agency);
  const given = (row: AgencyRow): AgencyId => {
    const { person, ...fields } = row;
    const id = take({ id: context.newId(), ...fields });
    const agency = agencies[id];
    if (agency !== undefined) agencies[id] = withGiven(agency, fields);
    if (person.trim() !== '') presenters.set(id, person.trim());
    return id;
  };
  const presenting =
    request.agencies.length > 0
      ? [...new Set(request.agencies.map(given))]
      : [...new Set(listed.filter(({ inAgenda }) => inAgenda).map(({ agency }) => take(agency)))];

  const plain = (rows: typeof BEFORE): AgendaItem[] =>
    rows.map(([kind, mins]) => ({ ...newItem(context.newId(), kind, null), planned: duration(mins * MINUTE) }));
  const turns = presenting.map((agencyId): AgendaItem => {
    const item = newItem(context.newId(), 'agency', agencyId);
    return { ...item, presenter: { ...item.presenter, name: presenters.get(agencyId) ?? '' } };
  });
  const items = [...plain(BEFORE), ...turns, ...plain(AFTER)];
  const lunch = breakOf(context.newId(), request.date);
  const position = breakPosition(items, settings, lunch.fixedStart ?? '12:00');
  if (position !== null) items.splice(position, 0, lunch);

  const followUps = request.carried.map(
    ({ followUp, agencies: named }): FollowUp => ({
      ...followUp,
      id: context.newId(),
      pics: [...new Set(named.map(take))],
      author: carriedAuthor(followUp.author, agencies),
      noteId: null,
      itemId: null,
    }),
  );

  return {
    schema: MEETING_SCHEMA,
    id: context.newId(),
    createdAt: context.at,
    sample: false,
    rehearsalOf: null,
    continues: null,
    locale: settings.locale,
    kop: null,
    title: request.title.trim(),
    theme: '',
    date: request.date,
    startAt: defaults.startAt,
    endAt: defaults.endAt,
    place: defaults.place,
    invitation: '',
    number: '',
    zone: defaults.zone,
    term: defaults.term,
    limits: defaults.limits,
    changeover: defaults.changeover,
    autoShow: defaults.autoShow,
    chair: defaults.chair,
    secretary: '',
    minuteTaker: '',
    minuteTakerOffice: '',
    leaders: settings.leaders,
    agencies,
    agenda: {
      order: items.map((item) => item.id),
      items: Object.fromEntries(items.map((item) => [item.id, item])),
    },
    presented: [],
    plans: [],
    status: 'prepared',
    openedAt: null,
    finishedAt: null,
    current: null,
    blank: false,
    screen: newScreen(),
    outage: null,
    notes: {},
    followUps: { order: followUps.map(({ id }) => id), items: Object.fromEntries(followUps.map((f) => [f.id, f])) },
    problems: noProblems(),
    entries: {},
    attendance: { order: [], items: {} },
    drafts: {},
    wording: emptyWording(),
  };
}

/** An agency as author is named by its id in the original meeting; if this meeting does not have it, it is left out. */
const carriedAuthor = (author: FollowUp['author'], agencies: Readonly<Record<AgencyId, Agency>>): FollowUp['author'] =>
  author?.kind === 'agency' && !Object.hasOwn(agencies, author.agencyId) ? null : author;

const minutesOfDay = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/**
 * Where the break goes: before the first item that would run into it; `null` if the meeting is over by then, or begins
 * after it.
 */
function breakPosition(items: readonly AgendaItem[], { defaults }: Settings, at: string): number | null {
  let cursor = minutesOfDay(defaults.startAt);
  const limit = minutesOfDay(at);
  if (cursor >= limit) return null;
  for (const [index, item] of items.entries()) {
    const agency = item.kind === 'agency';
    const length = (item.planned ?? (agency ? (defaults.limits.hard ?? 0) : 0)) / MINUTE;
    if (cursor + length > limit) return index;
    cursor += length + (agency ? defaults.changeover / MINUTE : 0);
  }
  return null;
}
