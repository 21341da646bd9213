import { original } from 'immer';
import { z } from 'zod';
import { type Agency, AgencyRow, AgencyRows, agencyKey, withGiven } from '../model/agency.ts';
import { AgendaItem, ClockTimeSchema, ITEM_KINDS, isPending, Presenter } from '../model/agenda-item.ts';
import { AGENCIES_MAX, AGENCY_NAME_MAX, AGENCY_SHORT_MAX } from '../model/lengths.ts';
import { DurationSchema, Limits, limitsAreSound } from '../model/limits.ts';
import type { Meeting } from '../model/meeting.ts';
import { newItem } from '../model/new-item.ts';
import { assignDefined, getOwn } from '../model/own-properties.ts';
import { hasPresented } from '../model/presented.ts';
import { ShortText } from '../model/roles.ts';
import { sheetIsEmpty } from '../model/sheet.ts';
import { wordingDraftKey } from '../model/wording.ts';
import { Refused } from '../refusals/refusals.ts';
import { type Duration, duration, minutes } from '../time/units.ts';
import { type CommandContext, define, type MeetingDraft } from './definition.ts';
import { needItem } from './lookup.ts';
import { COMPOSE, editDraftKey } from './notes.ts';
import { forgetWording } from './wording-records.ts';

/** The meeting's agencies by normalised name; the first of two with the same spelling. */
function agencyIndex(meeting: MeetingDraft): Map<string, Agency> {
  const index = new Map<string, Agency>();
  // Read from the original: reading from the draft would create a draft of every agency for every row of a long list.
  for (const agency of Object.values(original(meeting)?.agencies ?? meeting.agencies)) {
    const key = agencyKey(agency.name);
    if (!index.has(key)) index.set(key, agency);
  }
  return index;
}

/** The agency of a row: a known one updated with the row's fields, or a new one. */
function takeAgency(
  meeting: MeetingDraft,
  index: Map<string, Agency>,
  { name, short, head }: Omit<AgencyRow, 'person'>,
  context: CommandContext,
): Agency {
  const key = agencyKey(name);
  const known = index.get(key);
  const agency = known === undefined ? { id: context.newId(), name, short, head } : withGiven(known, { short, head });
  if (known?.short !== agency.short || known.head !== agency.head) meeting.agencies[agency.id] = agency;
  index.set(key, agency);
  return agency;
}

function checkName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '') throw new Refused('agencyNameEmpty');
  if (trimmed.length > AGENCY_NAME_MAX) throw new Refused('agencyNameTooLong', { max: AGENCY_NAME_MAX });
  return trimmed;
}

function checkShort(short: string): string {
  const trimmed = short.trim();
  if (trimmed.length > AGENCY_SHORT_MAX) throw new Refused('agencyNameTooLong', { max: AGENCY_SHORT_MAX });
  return trimmed;
}

/** Whether something is being typed for an item. A draft left over from a deleted note does not count. */
function isDrafted(meeting: MeetingDraft, { id, noteIds }: AgendaItem): boolean {
  const compose = getOwn(meeting.drafts, COMPOSE);
  const keys = noteIds.flatMap((noteId) => [editDraftKey(noteId), wordingDraftKey(noteId)]);
  return compose?.itemId === id || keys.some((key) => getOwn(meeting.drafts, key) !== undefined);
}

/** After the last agency, or (without agencies) before the closing items; other kinds go to the end. */
export function defaultIndex({ agenda }: Pick<Meeting, 'agenda'>, kind: AgendaItem['kind']): number {
  const { order, items } = agenda;
  if (kind !== 'agency') return order.length;
  const last = order.findLastIndex((id) => items[id]?.kind === 'agency');
  if (last !== -1) return last + 1;
  const closing = order.findIndex((id) => items[id]?.kind === 'closingRemarks' || items[id]?.kind === 'closing');
  return closing === -1 ? order.length : closing;
}

/** Removes an item with its notes and the drafts left over from deleted notes. */
function drop(meeting: MeetingDraft, itemId: string): void {
  for (const [key, draft] of Object.entries(meeting.drafts)) if (draft.itemId === itemId) delete meeting.drafts[key];
  for (const noteId of getOwn(meeting.agenda.items, itemId)?.noteIds ?? []) forgetWording(meeting, noteId);
  delete meeting.wording.order[itemId];
  delete meeting.notes[itemId];
  delete meeting.agenda.items[itemId];
  meeting.presented = meeting.presented.filter((id) => id !== itemId);
}

/** Whether an item is no longer to come as it was planned. A start by mistake is no beginning. */
const hasBegun = (item: AgendaItem): boolean => !isPending(item) || hasPresented(item);

/** The order with `turns` in the positions of the agencies, so that the lunch break stays after as many turns as before. */
function refill(meeting: MeetingDraft, turns: readonly string[]): string[] {
  const { order, items } = meeting.agenda;
  const places = order.filter((id) => items[id]?.kind === 'agency').length;
  if (places === 0) return order.toSpliced(defaultIndex(meeting, 'agency'), 0, ...turns);
  let place = 0;
  return order.flatMap((id) => {
    if (items[id]?.kind !== 'agency') return [id];
    place += 1;
    return turns.slice(place - 1, place === places ? undefined : place);
  });
}

function insert(meeting: MeetingDraft, item: AgendaItem, index: number | null): void {
  meeting.agenda.items[item.id] = item;
  meeting.agenda.order.splice(index ?? defaultIndex(meeting, item.kind), 0, item.id);
}

/** An item of a rundown: an agency's turn, or what `kind` says. */
const RundownItem = z.object({
  agency: AgencyRow.nullable(),
  kind: z.enum(ITEM_KINDS).exclude(['agency']),
  title: ShortText,
  inCharge: ShortText,
  planned: DurationSchema.nullable(),
  fixedStart: ClockTimeSchema.nullable(),
});

/** The limits for a turn of this length, with a reminder in time to conclude; `null` if it is the meeting's own length. */
function limitsFor(length: Duration, own: Limits): Limits | null {
  if (length === own.hard || length < minutes(1)) return null;
  const reminder = Math.max(minutes(1), Math.floor(length / minutes(6)) * minutes(1));
  const soft = length > reminder ? duration(length - reminder) : null;
  return { soft, hard: length };
}

const ByItem = z.object({ itemId: z.string() });
const Index = z.number().int().min(0).max(10_000).nullable();

export const agendaCommands = {
  /** Adds an item that is no agency. */
  'agenda.addOther': define(
    z.object({
      kind: z.enum(ITEM_KINDS).exclude(['agency']),
      title: ShortText,
      planned: DurationSchema.nullable(),
      fixedStart: ClockTimeSchema.nullable(),
      index: Index,
    }),
    (meeting, { kind, title, planned, fixedStart, index }, context) => {
      insert(meeting, { ...newItem(context.newId(), kind, null), title, planned, fixedStart }, index);
    },
  ),

  /** Adds an agency's turn: one that the meeting knows, or a new one. */
  'agenda.addAgency': define(
    z.object({
      agencyId: z.string().nullable(),
      name: z.string().max(2_000),
      short: ShortText,
      head: ShortText,
      index: Index,
    }),
    (meeting, { agencyId, name, short, head, index }, context) => {
      const known = agencyId === null ? undefined : getOwn(meeting.agencies, agencyId);
      if (agencyId !== null && known === undefined) throw new Refused('unknownAgency');
      const agency =
        known ??
        takeAgency(
          meeting,
          agencyIndex(meeting),
          { name: checkName(name), short: checkShort(short), head: head.trim() },
          context,
        );
      const taken = Object.values(meeting.agenda.items).some((item) => item.agencyId === agency.id);
      if (taken) throw new Refused('agencyExists', { name: agency.name });
      insert(meeting, newItem(context.newId(), 'agency', agency.id), index);
    },
  ),

  /**
   * Replaces all agencies' turns by a list; an agency that stays keeps its item. Refused once an agency's turn has
   * begun, or if an item to be removed contains a note, a draft or a sheet.
   */
  'agenda.replaceAgencies': define(z.object({ agencies: AgencyRows }), (meeting, { agencies }, context) => {
    if (agencies.length === 0) throw new Refused('noAgencies');
    const { items } = meeting.agenda;
    const turns = Object.values(items).filter((item) => item.kind === 'agency');
    if (turns.some(hasBegun)) throw new Refused('agendaStarted');
    const itemOfAgency = new Map(turns.map((item) => [item.agencyId, item]));
    const index = agencyIndex(meeting);
    const wanted = agencies.map((row): AgendaItem => {
      const { id } = takeAgency(meeting, index, row, context);
      const item = itemOfAgency.get(id) ?? newItem(context.newId(), 'agency', id);
      itemOfAgency.set(id, item);
      if (row.person.trim() !== '') item.presenter = { ...item.presenter, name: row.person.trim() };
      return item;
    });
    const staying = new Set(wanted.map(({ id }) => id));
    for (const item of turns) {
      if (staying.has(item.id)) continue;
      if (item.noteIds.length > 0 || isDrafted(meeting, item) || !sheetIsEmpty(item.sheet)) {
        throw new Refused('agendaStarted');
      }
    }
    meeting.agenda.order = refill(meeting, [...staying]);
    for (const { id } of turns) if (!staying.has(id)) drop(meeting, id);
    for (const item of wanted) items[item.id] ??= item;
  }),

  /**
   * Fills the agenda from a rundown in one step: `replace` replaces the items to come, otherwise the rundown is
   * appended. Refused for the same reasons as `agenda.replaceAgencies`.
   */
  'agenda.fill': define(
    z.object({
      rows: z.array(RundownItem).min(1).max(AGENCIES_MAX),
      replace: z.boolean(),
      /** When the meeting begins; `null` leaves that as it is. */
      startAt: ClockTimeSchema.nullable(),
    }),
    (meeting, { rows, replace, startAt }, context) => {
      const { items } = meeting.agenda;
      const before = Object.values(items);
      const index = agencyIndex(meeting);
      const byAgency = new Map(before.map((item) => [item.agencyId, item]));
      const used = new Set<string>();
      const wanted = rows.map(({ agency, kind, title, inCharge, planned, fixedStart }): AgendaItem => {
        const id = agency === null ? null : takeAgency(meeting, index, agency, context).id;
        const known = id === null ? undefined : byAgency.get(id);
        if (known !== undefined && (!replace || used.has(known.id)))
          throw new Refused('agencyExists', { name: agency?.name ?? '' });
        const item = known ?? newItem(context.newId(), id === null ? kind : 'agency', id);
        used.add(item.id);
        if (id !== null) byAgency.set(id, item);
        if (inCharge !== '') item.inCharge = inCharge;
        if (id === null) Object.assign(item, { title, planned, fixedStart });
        else if (planned !== null) item.limits = limitsFor(planned, meeting.limits);
        return item;
      });
      if (replace) {
        const going = before.filter((item) => !used.has(item.id));
        const isKept = (item: AgendaItem): boolean =>
          item.noteIds.length > 0 || isDrafted(meeting, item) || !sheetIsEmpty(item.sheet);
        if (before.some(hasBegun) || going.some(isKept)) {
          throw new Refused('agendaStarted');
        }
        for (const { id } of going) drop(meeting, id);
      }
      for (const item of wanted) items[item.id] ??= item;
      const order = wanted.map(({ id }) => id);
      meeting.agenda.order = replace ? order : [...meeting.agenda.order, ...order];
      if (startAt !== null && meeting.status === 'prepared') meeting.startAt = startAt;
    },
  ),

  /** Removes an item with its sheet and notes (undo restores all). The current item must be finished first. */
  'agenda.remove': define(ByItem, (meeting, { itemId }) => {
    const item = needItem(meeting, itemId);
    if (meeting.current === itemId) throw new Refused('itemIsCurrent');
    if (isDrafted(meeting, item)) throw new Refused('itemIsCurrent');
    drop(meeting, itemId);
    meeting.agenda.order = meeting.agenda.order.filter((id) => id !== itemId);
  }),

  /** Moves to a position (counted without the item), or by a step, which a held-down key needs. */
  'agenda.move': define(
    ByItem.extend({ index: Index.unwrap() }).or(ByItem.extend({ by: z.literal([-1, 1]) })),
    (meeting, to) => {
      const { id } = needItem(meeting, to.itemId);
      const { order } = meeting.agenda;
      const index = Math.max(0, Math.min('by' in to ? order.indexOf(id) + to.by : to.index, order.length - 1));
      if (order[index] !== id) meeting.agenda.order = order.filter((other) => other !== id).toSpliced(index, 0, id);
    },
  ),

  'item.edit': define(
    z.object({
      itemId: z.string(),
      fields: AgendaItem.pick({ title: true, inCharge: true, planned: true, fixedStart: true })
        .extend({ presenter: Presenter, limits: Limits.nullable() })
        .partial(),
    }),
    (meeting, { itemId, fields }) => {
      const item = needItem(meeting, itemId);
      if (fields.limits != null && !limitsAreSound(fields.limits)) throw new Refused('limitsUnsound');
      assignDefined(item, fields);
      // The later change wins: new limits remove an earlier adjustment.
      if (fields.limits !== undefined || fields.planned !== undefined) item.adjusted = null;
    },
  ),

  'agency.edit': define(
    z.object({ agencyId: z.string(), name: z.string().max(2_000), short: ShortText, head: ShortText }),
    (meeting, { agencyId, name, short, head }) => {
      const agency = getOwn(meeting.agencies, agencyId);
      if (agency === undefined) throw new Refused('unknownAgency');
      const checked = checkName(name);
      const taken = Object.values(meeting.agencies).some(
        (other) => other.id !== agencyId && agencyKey(other.name) === agencyKey(checked),
      );
      if (taken) throw new Refused('agencyExists', { name: checked });
      assignDefined(agency, { name: checked, short: checkShort(short), head: head.trim() });
    },
  ),
};
