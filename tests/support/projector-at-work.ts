import type { Command } from '#core/commands/apply.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { allNotes } from '#core/model/meeting-notes.ts';
import { newMeeting } from '#core/model/new-meeting.ts';
import type { Note } from '#core/model/note.ts';
import { firstSettings } from '#core/model/settings.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { type Instant, instant, mono } from '#core/time/units.ts';
import type { Clock } from '#main/meeting/journal.ts';
import type { MeetingSession } from '#main/meeting/meeting-session.ts';
import type { Dice } from '../doubles/disk/legal-states.ts';

/** Both clocks, standing still until they are moved; `wall` moves the wall clock alone, as setting the time does. */
export interface MovedClock extends Clock {
  advance(ms: number): void;
  wall(ms: number): void;
  /** A new process: its monotonic clock starts again. */
  restart(): void;
}

export function movedClock(at: Instant = instant(Date.UTC(2021, 4, 17, 0, 30))): MovedClock {
  let wall: number = at;
  let ticks = 1000.25;
  return {
    now: () => instant(wall),
    mono: () => mono(ticks),
    advance(ms) {
      wall += ms;
      ticks += ms;
    },
    wall(ms) {
      wall += ms;
    },
    restart() {
      ticks = 17.5;
    },
  };
}

export function counter(prefix: string): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `${prefix}${last}`;
  };
}

/** A meeting with a few agencies and the given number of notes, spread over the turns. */
export function roomOf(clock: Clock, notes = 0, agencies = 3): Meeting {
  const newId = counter('n');
  const rows = Array.from({ length: agencies }, (_, n) => ({
    name: `Dinas Nomor ${n + 1}`,
    short: `D${n + 1}`,
    head: 'Kepala Dinas',
    person: '',
  }));
  const request = { title: 'Rakor Uji', date: '2021-05-17', agencies: rows };
  const bare = newMeeting(firstSettings([]), request, { at: clock.now(), newId });
  if (notes === 0) return bare;
  const meeting = structuredClone(bare);
  const turns = Object.values(meeting.agenda.items).filter((item) => item.kind === 'agency');
  for (let n = 0; n < notes; n += 1) {
    const item = turns[n % turns.length];
    if (item === undefined) continue;
    const id = newId();
    const text = `Arahan nomor ${n}: data kemiskinan dipadankan sebelum akhir bulan.`;
    const author = { kind: 'leader', role: 'bupati' } as const;
    const note: Note = {
      id,
      itemId: item.id,
      author,
      kind: 'note',
      visibility: 'internal',
      text,
      at: clock.now(),
      minute: null,
      page: null,
      concerns: null,
      pinned: false,
      addendum: false,
    };
    meeting.notes[item.id] = { ...meeting.notes[item.id], [id]: note };
    item.noteIds.push(id);
  }
  return meeting;
}

const words = (roll: Dice): string => `Kata ${'é漢a"\\\n'.slice(0, roll(7))}${roll(1_000_000)} ${'x'.repeat(roll(80))}`;

/** A command that a desk might send in this state; some are refused, as in reality. */
export function anyCommand(meeting: Meeting, roll: Dice): Command {
  const { order } = meeting.agenda;
  const itemId = order[roll(order.length)] ?? '';
  const noteIds = allNotes(meeting).map(({ id }) => id);
  const noteId = noteIds[roll(Math.max(1, noteIds.length))] ?? '';
  const author = { kind: 'leader', role: 'sekda' } as const;
  const draft = { itemId, author, kind: 'directive', visibility: 'auto', text: words(roll) } as const;
  const commands: Command[] = [
    { type: 'draft.set', key: 'compose', draft },
    { type: 'draft.set', key: 'compose', draft },
    { type: 'note.add', ...draft, concerns: null },
    { type: 'note.add', ...draft, concerns: null },
    { type: 'note.edit', noteId, fields: { text: words(roll) } },
    { type: 'note.delete', noteId },
    { type: 'agenda.move', itemId, index: roll(order.length) },
    {
      type: 'agenda.addOther',
      kind: 'qa',
      title: words(roll).slice(0, 40),
      planned: null,
      fixedStart: null,
      index: null,
    },
    { type: 'agenda.remove', itemId },
    { type: 'turn.start' },
    { type: 'turn.pause' },
    { type: 'turn.resume' },
    { type: 'turn.addTime', by: 60_000 },
    { type: 'turn.finish', callNext: true },
    { type: 'turn.skip', itemId },
    { type: 'turn.bringBack', itemId },
    { type: 'outage.answer', choice: 'continue' },
    { type: 'meeting.edit', fields: { theme: words(roll).slice(0, 60) } },
    { type: 'attendance.fill' },
  ];
  return commands[roll(commands.length)] ?? { type: 'turn.start' };
}

/** Does something that a desk might do; what is refused changes nothing. */
export function anyDeed(session: MeetingSession, roll: Dice): void {
  try {
    const kind = roll(10);
    if (kind === 0) session.undo();
    else if (kind === 1) session.redo();
    else session.command(anyCommand(session.meeting(), roll));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
}
