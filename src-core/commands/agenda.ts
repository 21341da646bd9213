import { z } from 'zod';
import { type AgencyLine, parseAgencyLines } from '../import/agency-lines.ts';
import { AGENCY_NAME_MAX, type Agency } from '../model/agency.ts';
import { AgendaItem, ClockTimeSchema, ITEM_KINDS, Presenter } from '../model/agenda-item.ts';
import { DurationSchema, Limits, limitsAreSound } from '../model/limits.ts';
import { newItem } from '../model/new-item.ts';
import { ShortText } from '../model/roles.ts';
import { type CommandContext, define, type MeetingDraft, Refused } from './definition.ts';
import { isPending, needItem } from './lookup.ts';

const sameName = (a: string, b: string): boolean => a.toLocaleLowerCase('id') === b.toLocaleLowerCase('id');

function addAgency(meeting: MeetingDraft, line: AgencyLine, context: CommandContext): Agency {
  const known = Object.values(meeting.agencies).find((agency) => sameName(agency.name, line.name));
  if (known !== undefined) return known;
  const agency: Agency = { id: context.newId(), ...line };
  meeting.agencies[agency.id] = agency;
  return agency;
}

function checkName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '') throw new Refused('agencyNameEmpty');
  if (trimmed.length > AGENCY_NAME_MAX) throw new Refused('agencyNameTooLong', { max: AGENCY_NAME_MAX });
  return trimmed;
}

/** Behind the last agency, so that closing items stay last; other kinds go to the end. */
function defaultIndex(meeting: MeetingDraft, kind: AgendaItem['kind']): number {
  const { order, items } = meeting.agenda;
  if (kind !== 'agency') return order.length;
  const last = order.findLastIndex((id) => items[id]?.kind === 'agency');
  return last === -1 ? order.length : last + 1;
}

function insert(meeting: MeetingDraft, item: AgendaItem, index: number | null): void {
  meeting.agenda.items[item.id] = item;
  meeting.agenda.order.splice(index ?? defaultIndex(meeting, item.kind), 0, item.id);
}

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
      const known = agencyId === null ? undefined : meeting.agencies[agencyId];
      if (agencyId !== null && known === undefined) throw new Refused('unknownAgency');
      const agency =
        known ?? addAgency(meeting, { name: checkName(name), short: short.trim(), head: head.trim() }, context);
      const taken = Object.values(meeting.agenda.items).some((item) => item.agencyId === agency.id);
      if (taken) throw new Refused('agencyExists', { name: agency.name });
      insert(meeting, newItem(context.newId(), 'agency', agency.id), index);
    },
  ),

  /**
   * Replaces all agencies' turns by a pasted list, a line each. Refused once the agenda has begun, or where an agency's
   * turn already holds a note: nothing that was written may vanish with a paste.
   */
  'agenda.replaceAgencies': define(z.object({ text: z.string().max(1_000_000) }), (meeting, { text }, context) => {
    const { agencies } = parseAgencyLines(text);
    if (agencies.length === 0) throw new Refused('noAgencies');
    const { order, items } = meeting.agenda;
    const begun = Object.values(items).some(
      (item) => item.kind === 'agency' && (!isPending(item) || item.noteIds.length > 0),
    );
    if (begun) throw new Refused('agendaStarted');
    const drafted = Object.values(meeting.drafts).some((draft) => items[draft.itemId]?.kind === 'agency');
    if (drafted) throw new Refused('agendaStarted');
    const first = order.findIndex((id) => items[id]?.kind === 'agency');
    const kept = order.filter((id) => items[id]?.kind !== 'agency');
    const before = first === -1 ? kept.length : order.slice(0, first).filter((id) => kept.includes(id)).length;
    const fresh = agencies.map((line) => newItem(context.newId(), 'agency', addAgency(meeting, line, context).id));
    for (const id of order) if (items[id]?.kind === 'agency') delete items[id];
    for (const item of fresh) items[item.id] = item;
    meeting.agenda.order = kept.toSpliced(before, 0, ...fresh.map((item) => item.id));
  }),

  /** Takes an item out, with its sheet and notes (undo brings all back). The current one must be finished first. */
  'agenda.remove': define(z.object({ itemId: z.string() }), (meeting, { itemId }) => {
    const item = needItem(meeting, itemId);
    if (meeting.current === itemId) throw new Refused('itemIsCurrent');
    if (Object.values(meeting.drafts).some((draft) => draft.itemId === itemId)) throw new Refused('itemIsCurrent');
    for (const noteId of item.noteIds) delete meeting.notes[noteId];
    delete meeting.agenda.items[itemId];
    meeting.agenda.order = meeting.agenda.order.filter((id) => id !== itemId);
    meeting.presented = meeting.presented.filter((id) => id !== itemId);
  }),

  /** Moves an item to `index` of the order (counted without the item itself). */
  'agenda.move': define(
    z.object({ itemId: z.string(), index: z.number().int().min(0).max(10_000) }),
    (meeting, { itemId, index }) => {
      needItem(meeting, itemId);
      const rest = meeting.agenda.order.filter((id) => id !== itemId);
      meeting.agenda.order = rest.toSpliced(Math.min(index, rest.length), 0, itemId);
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
      Object.assign(item, fields);
    },
  ),

  'agency.edit': define(
    z.object({ agencyId: z.string(), name: z.string().max(2_000), short: ShortText, head: ShortText }),
    (meeting, { agencyId, name, short, head }) => {
      const agency = meeting.agencies[agencyId];
      if (agency === undefined) throw new Refused('unknownAgency');
      const checked = checkName(name);
      const taken = Object.values(meeting.agencies).some(
        (other) => other.id !== agencyId && sameName(other.name, checked),
      );
      if (taken) throw new Refused('agencyExists', { name: checked });
      Object.assign(agency, { name: checked, short: short.trim(), head: head.trim() });
    },
  ),
};
