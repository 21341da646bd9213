import { type Draft as Mutable, original, type Patch, produceWithPatches } from 'immer';
import { z } from 'zod';
import { mergeRegisters } from '../archive/merge-registers.ts';
import { Agency, agencyKey } from '../model/agency.ts';
import { Entries, type Entry, EntryFields, REGISTER_ID } from '../model/entry.ts';
import { CivilDateSchema, FollowUp } from '../model/follow-up.ts';
import { AGENCIES_MAX } from '../model/lengths.ts';
import { entriesOfSubject } from '../model/meeting-matters.ts';
import { assignDefined, getOwn } from '../model/own-properties.ts';
import { Problem } from '../model/problem.ts';
import {
  agencyNamed,
  agencyWithId,
  givenBack,
  presentAgency,
  Register,
  RegisterAgency,
  renamed,
  withdrawnByDeleting,
  withOther,
} from '../model/register.ts';
import { Role } from '../model/roles.ts';
import { Refused } from '../refusals/refusals.ts';
import { type Instant, instant } from '../time/units.ts';
import { type CivilDate, civilDateAt, type Zone } from '../time/zone.ts';

/** What a command of the register may know besides it. */
export interface RegisterContext {
  readonly at: Instant;
  /** In which the day of an entry is. */
  readonly zone: Zone;
  newId(): string;
  /** When something was said of a follow-up or problem last, in any document; `null` if nothing was. */
  lastHeard(subjectId: string): Instant | null;
  /** The day on which it was ordered, as any meeting says; `null` if none does. */
  orderedOn(subjectId: string): CivilDate | null;
}

export type RegisterDraft = Mutable<Register>;

interface Definition<S extends z.ZodType> {
  readonly payload: S;
  apply(register: RegisterDraft, payload: z.output<S>, context: RegisterContext): void;
  readonly undoable: boolean;
}
const define = <S extends z.ZodType>(payload: S, apply: Definition<S>['apply'], undoable = true): Definition<S> => ({
  payload,
  apply,
  undoable,
});

/** @param id any under which a meeting knows it */
function needAgency(register: RegisterDraft, id: string): Mutable<RegisterAgency> {
  const agency = agencyWithId(register.agencies, id);
  if (agency === undefined) throw new Refused('unknownAgency');
  return agency;
}

/** Adds an entry that is later than everything said of its subject, and not before it was ordered. @returns its id */
function addEntry(
  register: RegisterDraft,
  subjectId: string,
  by: Role | null,
  fields: EntryFields,
  context: RegisterContext,
): string {
  const heard = context.lastHeard(subjectId);
  const before = original(register) ?? register;
  const own = entriesOfSubject(before, subjectId).map(({ at }) => at);
  const at = instant(Math.max(context.at, ...[...own, ...(heard === null ? [] : [heard])].map((time) => time + 1)));
  // Of a meeting that was deleted it has the record itself.
  const record = getOwn(before.followUps.items, subjectId) ?? getOwn(before.problems.items, subjectId);
  const ordered = [context.orderedOn(subjectId), record?.origin?.date].flatMap((day) => day ?? []);
  // A clock that was set back says an earlier day.
  const on = [civilDateAt(at, context.zone), ...ordered].reduce((a, b) => (a < b ? b : a));
  const id = context.newId();
  register.entries[id] = { id, subjectId, at, on, madeIn: REGISTER_ID, by, fields };
  return id;
}

const AgencyFields = RegisterAgency.pick({ name: true, short: true, head: true }).extend({
  order: z.number().int(),
  group: RegisterAgency.shape.group.unwrap(),
  activeFrom: CivilDateSchema.nullable(),
  activeTo: CivilDateSchema.nullable(),
});

const Subject = z.string().min(1).max(64);

/** The agencies that a command names, as the sender knows them: those that the register lacks become known. */
const Named = z.array(Agency).max(AGENCIES_MAX).default([]);

function know(register: RegisterDraft, named: readonly Agency[]): void {
  for (const given of named) {
    const ofId = agencyWithId(register.agencies, given.id);
    const known = ofId ?? agencyNamed(register.agencies, given.name);
    if (known === undefined) register.agencies[given.id] = RegisterAgency.parse(given);
    else Object.assign(known, withOther({ ...known, otherIds: [...known.otherIds] }, given));
  }
}

/** Takes entries out, as if no deleted meeting had brought them. */
function forget(register: RegisterDraft, isGone: (entry: Mutable<Entry>) => boolean): void {
  const gone = new Set(Object.values(register.entries).flatMap((entry) => (isGone(entry) ? [entry.id] : [])));
  if (gone.size === 0) return;
  for (const id of gone) delete register.entries[id];
  for (const own of Object.values(register.discarded)) own.entries = own.entries.filter((id) => !gone.has(id));
}

export const REGISTER_COMMANDS = {
  /** Says the same of one or more follow-ups or problems, between meetings. */
  'entry.add': define(
    z.object({
      subjectIds: z.array(Subject).min(1).max(1000),
      by: Role.nullable().default(null),
      fields: EntryFields,
      agencies: Named,
    }),
    (register, { subjectIds, by, fields, agencies }, context) => {
      const given = Object.values(fields).filter((value) => value !== undefined);
      // Only a meeting raises a problem again.
      if (given.length === 0 || fields.recurred !== undefined) throw new Refused('badMessage');
      know(register, agencies);
      for (const id of fields.pics ?? []) needAgency(register, id);
      for (const subjectId of new Set(subjectIds)) addEntry(register, subjectId, by, fields, context);
    },
  ),

  'agency.add': define(AgencyFields.partial().extend({ name: Agency.shape.name }), (register, fields, { newId }) => {
    const known = agencyNamed(register.agencies, fields.name);
    if (known !== undefined) throw new Refused('agencyExists', { name: known.name });
    const agency = RegisterAgency.parse({ id: newId(), short: '', head: '', ...fields, said: true });
    register.agencies[agency.id] = agency;
  }),

  /** Changes an agency; a name that it had before is kept as a former name. */
  'agency.edit': define(
    z.object({ agencyId: z.string(), fields: AgencyFields.partial(), agencies: Named }),
    (register, { agencyId, fields: { name, ...fields }, agencies }) => {
      know(register, agencies);
      const agency = needAgency(register, agencyId);
      assignDefined(agency, { ...fields, said: true });
      if (name === undefined) return;
      // What was merged into it is the same agency, whose name it may take.
      const other = Object.values(register.agencies).find(
        (one) => presentAgency(register.agencies, one).id !== agency.id && agencyKey(one.name) === agencyKey(name),
      );
      if (other !== undefined) throw new Refused('agencyExists', { name: other.name });
      Object.assign(agency, renamed(agency, name));
    },
  ),

  /** Joins an agency with another, of which it is a part from then on; `null` separates it again. Both keep their history. */
  'agency.merge': define(
    z.object({ agencyId: z.string(), into: z.string().nullable(), agencies: Named }),
    (register, { agencyId, into, agencies }) => {
      know(register, agencies);
      const agency = needAgency(register, agencyId);
      const target = into === null ? null : needAgency(register, into);
      if (target !== null) {
        if (presentAgency(register.agencies, target).id === agency.id) throw new Refused('badMessage');
        target.said = true;
      }
      agency.mergedInto = target?.id ?? null;
    },
  ),

  /** A meeting is deleted: its follow-ups and problems are handed over with their entries, or withdrawn. Sent by the application. */
  'matters.discard': define(
    z.object({
      meetingId: z.string().min(1).max(64),
      followUps: z.array(FollowUp),
      problems: z.array(Problem),
      entries: z.array(Entries.valueType),
      withdrawn: z.array(Subject),
      /** Whether that is everything that the meeting had. */
      handed: z.boolean(),
      agencies: Named,
    }),
    (register, { meetingId, followUps, problems, entries, withdrawn, handed, agencies }, context) => {
      know(register, agencies);
      const own = getOwn(register.discarded, meetingId) ?? { followUps: [], problems: [], entries: [], handed };
      own.handed ||= handed;
      const put = <R extends { id: string }>(
        part: { order: string[]; items: Record<string, R> },
        record: R,
      ): boolean => {
        if (Object.hasOwn(part.items, record.id)) return false;
        part.items[record.id] = record;
        part.order.push(record.id);
        return true;
      };
      for (const record of followUps) if (put(register.followUps, record)) own.followUps.push(record.id);
      for (const record of problems) if (put(register.problems, record)) own.problems.push(record.id);
      const isHanded = (id: string): boolean => id !== meetingId && getOwn(register.discarded, id)?.handed === true;
      // Its own copy of what was said here or in a meeting handed over before, and taken back since, is not said again.
      for (const entry of entries.filter(({ madeIn }) => madeIn !== REGISTER_ID && !isHanded(madeIn))) {
        if (Object.hasOwn(register.entries, entry.id)) continue;
        register.entries[entry.id] = entry;
        own.entries.push(entry.id);
      }
      // Another deleted meeting brought a copy of what was undone here since: the register stands for this one, and does not say it.
      if (handed) forget(register, (entry) => entry.madeIn === meetingId && !entries.some(({ id }) => id === entry.id));
      for (const id of withdrawn) own.entries.push(addEntry(register, id, null, { withdrawn: true }, context));
      register.discarded[meetingId] = own;
    },
    false,
  ),

  /** A meeting is there again with what it held, of which some began in it: see `givenBack`. Sent by the application. */
  'matters.takeBack': define(
    z.object({ meetingId: z.string(), held: z.array(z.string()), begun: z.array(z.string()) }),
    (register, { meetingId, held, begun }) => {
      const withdrawn = withdrawnByDeleting(register, new Set(begun));
      forget(register, ({ id }) => withdrawn.has(id));
      const written = getOwn(register.discarded, meetingId);
      if (written === undefined) return;
      const own = givenBack(register, written, new Set(held));
      for (const id of own.entries) delete register.entries[id];
      // The meeting does not say these any more, so that the register does.
      for (const id of written.entries) {
        const entry = getOwn(register.entries, id);
        if (entry?.madeIn === meetingId) entry.madeIn = REGISTER_ID;
      }
      for (const key of ['followUps', 'problems'] as const) {
        for (const id of own[key]) delete register[key].items[id];
        register[key].order = register[key].order.filter((id) => !own[key].includes(id));
      }
      delete register.discarded[meetingId];
    },
    false,
  ),

  /** Becomes what it was in a backup. Sent by the application. */
  'backup.restore': define(z.object({ register: Register }), (register, { register: before }) => {
    Object.assign(register, before);
  }),

  /** Takes in the register of a moved archive: everything that either has. Sent by the application. */
  'archive.take': define(
    z.object({ register: Register }),
    (register, { register: other }) => {
      const merged = mergeRegisters(original(register) ?? register, other);
      if (merged.createdAt !== register.createdAt) register.createdAt = merged.createdAt;
      const put = <T>(into: Record<string, T>, from: Readonly<Record<string, T>>): void => {
        // One by one, so that the change says what is new and nothing else.
        for (const [id, value] of Object.entries(from))
          if (JSON.stringify(into[id]) !== JSON.stringify(value)) into[id] = value;
      };
      put(register.agencies, merged.agencies);
      put(register.entries, merged.entries);
      put(register.discarded, merged.discarded);
      for (const [own, all] of [
        [register.followUps, merged.followUps],
        [register.problems, merged.problems],
      ] as const) {
        put<FollowUp | Problem>(own.items, all.items);
        for (const id of all.order) if (!own.order.includes(id)) own.order.push(id);
      }
    },
    false,
  ),
};

export type RegisterCommandType = keyof typeof REGISTER_COMMANDS;
export const REGISTER_COMMAND_TYPES = Object.keys(REGISTER_COMMANDS) as RegisterCommandType[];
export type RegisterCommand = {
  [T in RegisterCommandType]: { readonly type: T } & z.input<(typeof REGISTER_COMMANDS)[T]['payload']>;
}[RegisterCommandType];

/** What a window may send; the others are the application's own. */
export const DESK_REGISTER_COMMANDS = ['entry.add', 'agency.add', 'agency.edit', 'agency.merge'] as const;

export interface RegisterApplied {
  readonly register: Register;
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
  readonly type: RegisterCommandType;
  readonly undoable: boolean;
}

const Envelope = z.looseObject({ type: z.enum(REGISTER_COMMAND_TYPES) });

/**
 * Checks a message against the register's commands and applies it.
 * @throws Refused `badMessage`, or the command's own refusal; nothing is changed then
 */
export function applyRegisterCommand(register: Register, message: unknown, context: RegisterContext): RegisterApplied {
  const envelope = Envelope.safeParse(message);
  if (!envelope.success) throw new Refused('badMessage');
  const { type, ...rest } = envelope.data;
  // The table ties each payload schema to its rule; TypeScript cannot follow that through a lookup by key.
  const definition = REGISTER_COMMANDS[type] as unknown as Definition<z.ZodType>;
  const payload = definition.payload.safeParse(rest);
  if (!payload.success) throw new Refused('badMessage');
  const [next, patches, inverse] = produceWithPatches(register, (draft: RegisterDraft) => {
    definition.apply(draft, payload.data, context);
  });
  return { register: next, patches, inverse, type, undoable: definition.undoable };
}
