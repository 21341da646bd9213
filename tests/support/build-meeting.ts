import { type Applied, applyCommand, type Command } from '#core/commands/apply.ts';
import type { CommandContext } from '#core/commands/definition.ts';
import type { ListedAgency } from '#core/model/agency.ts';
import type { AgendaItem } from '#core/model/agenda-item.ts';
import { itemTitle, type Meeting, orderedItems } from '#core/model/meeting.ts';
import { allNotes } from '#core/model/meeting-notes.ts';
import type { NewMeetingRequest } from '#core/model/new-meeting.ts';
import { newMeeting } from '#core/model/new-meeting.ts';
import type { Note } from '#core/model/note.ts';
import { firstSettings, type Settings } from '#core/model/settings.ts';
import { type RefusalCode, Refused } from '#core/refusals/refusals.ts';
import { type Instant, instant, type Mono, mono } from '#core/time/units.ts';
import { instantOf } from '#core/time/zone.ts';
import { agencyRows } from './agency-rows.ts';

/** Three agencies are enough for before, after and between. */
export const THREE_AGENCIES: readonly ListedAgency[] = [
  { id: 'dinkes', name: 'Dinas Kesehatan', short: 'Dinkes', head: 'Kepala Dinas', inAgenda: true },
  { id: 'pupr', name: 'Dinas Pekerjaan Umum dan Penataan Ruang', short: 'PUPR', head: 'Kepala Dinas', inAgenda: true },
  { id: 'satui', name: 'Kecamatan Satui', short: 'Kec. Satui', head: 'Camat', inAgenda: true },
];

/** Identifiers that say what they are when a test fails: "n1", "n2", … */
export function countedIds(prefix = 'n'): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `${prefix}${last}`;
  };
}

/** Both clocks of the main process, which stand still until a test moves them. */
export interface SteppedClock {
  at(): Instant;
  mono(): Mono;
  advance(ms: number): void;
}

/** @param at the wall-clock time; the monotonic clock begins at an arbitrary, odd reading */
export function steppedClock(at: Instant = instantOf('2021-05-17', '08:30', 'WITA')): SteppedClock {
  let passed = 0;
  return {
    at: () => instant(at + passed),
    mono: () => mono(4_321 + passed),
    advance: (ms) => {
      passed += ms;
    },
  };
}

export interface RoomOptions extends Partial<Omit<NewMeetingRequest, 'agencies'>> {
  /** The user's own list. */
  readonly agencies?: readonly ListedAgency[];
  /** A pasted list that replaces it. */
  readonly agencyText?: string;
  readonly settings?: (settings: Settings) => Settings;
  readonly clock?: SteppedClock;
}

/** A meeting with its clock, changed as the session does: each change goes through `applyCommand`. */
export interface Room {
  readonly clock: SteppedClock;
  meeting(): Meeting;
  /** @throws Refused as the desk would be refused */
  send(command: Command): Applied;
  /** Sends anything, and returns the code of its refusal. @throws if it was not refused */
  refusal(message: unknown): RefusalCode;
  /** The item with this title, or (without a title) of this kind. */
  item(name: string): AgendaItem;
  /** The note created last. */
  lastNote(): Note;
}

/** The context of a command: the clock's readings now, and the next identifier. */
export const contextOf = (clock: SteppedClock, newId: () => string): CommandContext => ({
  at: clock.at(),
  mono: clock.mono(),
  newId,
});

/** A meeting made by `newMeeting` on the sample's date, with the usual items around three agencies. */
export function openRoom({
  agencies = THREE_AGENCIES,
  agencyText = '',
  settings = (s) => s,
  ...request
}: RoomOptions = {}): Room {
  const clock = request.clock ?? steppedClock();
  const newId = countedIds();
  let meeting = newMeeting(
    settings(firstSettings(agencies)),
    { title: 'Rakor 17 Mei 2021', date: '2021-05-17', agencies: agencyRows(agencyText), ...request },
    { at: clock.at(), newId },
  );
  const apply = (message: unknown): Applied => {
    const applied = applyCommand(meeting, message, contextOf(clock, newId));
    meeting = applied.meeting;
    return applied;
  };
  return {
    clock,
    meeting: () => meeting,
    send: apply,
    refusal: (message) => {
      try {
        apply(message);
      } catch (error) {
        if (error instanceof Refused) return error.code;
        throw error;
      }
      throw new Error(`not refused: ${JSON.stringify(message)}`);
    },
    item: (name) => {
      const found = orderedItems(meeting).find((item) => itemTitle(meeting, item) === name || item.kind === name);
      if (found === undefined) throw new Error(`no item ${name}`);
      return found;
    },
    lastNote: () => {
      const numberOf = ({ id }: Note): number => Number(id.slice(1));
      const last = allNotes(meeting)
        .toSorted((a, b) => numberOf(a) - numberOf(b))
        .at(-1);
      if (last === undefined) throw new Error('no note');
      return last;
    },
  };
}

/** A note of the Bupati's, ready to be sent; given fields replace the usual ones. */
export const noteOf = (
  itemId: string,
  text: string,
  fields: Partial<Extract<Command, { type: 'note.add' }>> = {},
): Extract<Command, { type: 'note.add' }> => ({
  type: 'note.add',
  itemId,
  author: { kind: 'leader', role: 'bupati' },
  kind: 'note',
  visibility: 'internal',
  text,
  concerns: null,
  ...fields,
});

/** Calls an item and starts its clock. */
export function start(room: Room, name: string): void {
  room.send({ type: 'turn.call', itemId: room.item(name).id });
  room.send({ type: 'turn.start' });
}
