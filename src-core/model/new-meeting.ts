import { duration, type Instant, MINUTE } from '../time/units.ts';
import { type CivilDate, weekdayOf } from '../time/zone.ts';
import { type Agency, type AgencyId, type AgencyRow, agencyKey, type ListedAgency, withGiven } from './agency.ts';
import type { AgendaItem, ItemKind } from './agenda-item.ts';
import { type CarriedMatters, NOTHING_CARRIED, placeMatters } from './carry.ts';
import { MEETING_SCHEMA, type Meeting, type MeetingId } from './meeting.ts';
import { newItem } from './new-item.ts';
import { newScreen } from './screen.ts';
import type { Settings } from './settings.ts';
import { agencyTaker, type SameAgency } from './take-agency.ts';
import { emptyWording } from './wording.ts';

export interface NewMeetingRequest {
  readonly title: string;
  readonly date: CivilDate;
  /** The presenting agencies; empty means those of the user's own list. */
  readonly agencies: readonly AgencyRow[];
  /** What an earlier meeting left open, to be carried into this one, and that meeting. */
  readonly carried?: CarriedMatters;
  readonly continues?: MeetingId | null;
  /** Whether two names are of one agency, as far as somebody knows. */
  readonly isSame?: SameAgency;
}

export interface NewMeetingContext {
  readonly at: Instant;
  /** Generates identifiers that are unique among all documents. */
  newId(): string;
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
export function breakOf(id: string, date: CivilDate): AgendaItem {
  const friday = weekdayOf(date) === FRIDAY;
  return {
    ...newItem(id, 'break', null),
    fixedStart: friday ? '11:30' : '12:00',
    planned: duration((friday ? 120 : 90) * MINUTE),
  };
}

/** The agencies of the user's list; one that presents under another name is there under that name only. */
function listedAgencies({ agencies: listed }: Settings, { agencies: rows, isSame }: NewMeetingRequest): ListedAgency[] {
  const presenting = rows.length > 0 ? rows : listed.filter(({ inAgenda }) => inAgenda);
  const isAmong = (all: readonly { readonly name: string }[], name: string): boolean =>
    all.some((one) => agencyKey(one.name) === agencyKey(name));
  return listed.flatMap((agency) => {
    if (isSame === undefined || isAmong(presenting, agency.name)) return [agency];
    const now = presenting.find((one) => isSame(agency, { ...one, id: agency.id }));
    if (now === undefined) return [agency];
    return isAmong(listed, now.name) ? [] : [{ ...agency, name: now.name }];
  });
}

/**
 * A meeting with defaults for everything except title and date.
 */
export function newMeeting(settings: Settings, request: NewMeetingRequest, context: NewMeetingContext): Meeting {
  const { defaults } = settings;
  const agencies: Record<AgencyId, Agency> = {};
  const presenters = new Map<AgencyId, string>();
  const add = (agency: Agency): void => {
    agencies[agency.id] = agency;
  };
  const take = agencyTaker(agencies, add, context.newId);

  const listed = listedAgencies(settings, request).map(({ inAgenda, ...agency }) => ({ agency, inAgenda }));
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

  // Lists mean what they name; what is carried belongs to the same agency by whatever name it is known here.
  const takeCarried = agencyTaker(agencies, add, context.newId, request.isSame);
  const matters = placeMatters(request.carried ?? NOTHING_CARRIED, takeCarried);

  return {
    schema: MEETING_SCHEMA,
    id: context.newId(),
    createdAt: context.at,
    sample: false,
    rehearsalOf: null,
    continues: request.continues ?? null,
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
    minuteTakerRank: '',
    minuteTakerNip: '',
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
    screen: { ...newScreen(), slidesOnCall: defaults.slidesOnCall },
    outage: null,
    notes: {},
    ...matters,
    unsaid: [],
    past: {},
    attendance: { order: [], items: {} },
    drafts: {},
    wording: emptyWording(),
  };
}

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
