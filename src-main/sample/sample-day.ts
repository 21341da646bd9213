import type { Command } from '#core/commands/apply.ts';
import type { AgendaItem } from '#core/model/agenda-item.ts';
import { type Meeting, orderedItems } from '#core/model/meeting.ts';
import { followUpsNow } from '#core/model/meeting-matters.ts';
import { type Author, type Concerns, EVERY_AGENCY } from '#core/model/note.ts';
import { Role } from '#core/model/roles.ts';
import { type Duration, duration, type Instant, later, MINUTE, minutes } from '#core/time/units.ts';
import { instantOf } from '#core/time/zone.ts';
import { agencyIdIn, materialKey } from './keys.ts';
import { type MaterialNote, type SampleMaterial, sampleMaterial } from './material.ts';

/** One step of the sample's days: how long after the step before it, and what the operator does. */
export interface SampleStep {
  readonly after: Duration;
  readonly command: (meeting: Meeting) => Command;
}

/** Guests arrive, and are ticked, from ten minutes before the planned start. */
const ARRIVALS = minutes(10);

/** The instant at which playing the sample begins. */
export const sampleBegins = ({ date, startAt, zone }: Pick<Meeting, 'date' | 'startAt' | 'zone'>): Instant =>
  later(instantOf(date, startAt, zone), duration(-ARRIVALS));

type Commands = readonly SampleStep['command'][];
/** Between two notes, and at least before a turn ends. */
const BREATH = minutes(0.25);
const LENGTHS: Partial<Record<AgendaItem['kind'], number>> = {
  opening: 6,
  anthem: 3,
  prayer: 4,
  break: 83,
  closingRemarks: 14,
  closing: 3,
};

/** Turns of 8 to 12 minutes, always the same for the same position in the agenda. */
const usualLength = (index: number): number => 8.2 + ((index * 37) % 38) / 10;

function authorOf(meeting: Meeting, by: string): Author | null {
  if (!by.startsWith('@')) return { kind: 'leader', role: Role.parse(by) };
  const agencyId = agencyIdIn(meeting, by.slice(1));
  return agencyId === null ? null : { kind: 'agency', agencyId };
}

function concernsIn(meeting: Meeting, { concerns = [] }: MaterialNote): Concerns {
  if (concerns === EVERY_AGENCY) return EVERY_AGENCY;
  const known = concerns.flatMap((id) => agencyIdIn(meeting, id) ?? []);
  return known.length === 0 ? null : known;
}

/** A note, and its follow-up. Nothing if its author is not in this meeting. */
function noteCommands(prepared: Meeting, itemId: string, note: MaterialNote): Commands {
  const author = authorOf(prepared, note.by);
  if (author === null) return [];
  const { kind, visibility, text, followUp } = note;
  const concerns = concernsIn(prepared, note);
  const add = (): Command => ({ type: 'note.add', itemId, author, kind, visibility, text, concerns });
  if (followUp === undefined) return [add];
  const { inCharge, plan, remark, due, status } = followUp;
  const pics = inCharge.flatMap((id) => agencyIdIn(prepared, id) ?? []);
  return [
    add,
    (meeting) => {
      const noteId = meeting.agenda.items[itemId]?.noteIds.at(-1) ?? null;
      return { type: 'followUp.add', noteId, itemId, what: null, pics, due, status, plan, remark };
    },
  ];
}

/** Everyone is ticked before the start, except the agencies that did not come. */
function arrivals(meeting: Meeting, { course }: SampleMaterial): SampleStep[] {
  const absent = new Set(course.absent.map((id) => agencyIdIn(meeting, id)));
  const here = meeting.attendance.order.filter((id) => {
    const agencyId = meeting.attendance.items[id]?.agencyId ?? null;
    return agencyId === null || !absent.has(agencyId);
  });
  return here.map((attendeeId) => ({
    after: duration(Math.round((9 * MINUTE) / here.length)),
    command: () => ({ type: 'attendance.tick', attendeeId, present: true }),
  }));
}

/** What is said while an item is active, spread over its length, and its end. */
function floor(meeting: Meeting, item: AgendaItem, length: number, { parts, course }: SampleMaterial): SampleStep[] {
  const key = materialKey(meeting, item);
  const notes = parts.get(key)?.notes ?? [];
  const added = course.addedMinutes[key];
  const paused = course.pausedMinutes[key];
  const steps: SampleStep[] = [];
  const step = (after: number, command: SampleStep['command']) => steps.push({ after: duration(after), command });
  if (paused !== undefined) {
    step(3 * MINUTE, () => ({ type: 'turn.pause' }));
    step(paused * MINUTE, () => ({ type: 'turn.resume' }));
  }
  if (added !== undefined) step(2 * MINUTE, () => ({ type: 'turn.addTime', by: added * MINUTE }));
  const used = (paused === undefined ? 0 : 3 * MINUTE) + (added === undefined ? 0 : 2 * MINUTE);
  const gap = Math.max(BREATH, Math.round((length - used) / (notes.length + 1) / 1000) * 1000);
  for (const note of notes) {
    for (const [index, command] of noteCommands(meeting, item.id, note).entries()) step(index === 0 ? gap : 0, command);
  }
  step(Math.max(BREATH, Math.round(length - used - gap * notes.length)), () => ({
    type: 'turn.finish',
    callNext: false,
  }));
  return steps;
}

const reports = (meeting: Meeting, { rakor }: SampleMaterial): SampleStep[] =>
  rakor.carried.flatMap(({ what, report }): SampleStep[] => {
    const followUpId = followUpsNow(meeting).find((followUp) => followUp.what === what)?.id;
    if (report === null || followUpId === undefined) return [];
    return [{ after: BREATH, command: () => ({ type: 'followUp.edit', followUpId, fields: report }) }];
  });

/**
 * The whole meeting as steps for a session, from ten minutes before its start: two days, in the order of the agenda
 * except for postponed items.
 * @param meeting the prepared sample
 */
export function samplePlay(meeting: Meeting): SampleStep[] {
  const material = sampleMaterial();
  const { parts, course } = material;
  const steps: SampleStep[] = [...arrivals(meeting, material), ...reports(meeting, material)];
  const queue = orderedItems(meeting);
  const lastTurn = () => queue.findLastIndex(({ kind }) => kind === 'agency');
  const again = new Set<string>();
  const dayEnds = instantOf(meeting.date, course.dayEnds, meeting.zone);
  const start = instantOf(meeting.date, meeting.startAt, meeting.zone);
  let overnight = false;
  const now = (): number => sampleBegins(meeting) + steps.reduce((sum, { after }) => sum + after, 0);

  for (let item = queue.shift(), index = 0; item !== undefined; item = queue.shift(), index += 1) {
    const { id: itemId, kind } = item;
    const key = materialKey(meeting, item);
    const notes = parts.get(key)?.notes ?? [];
    const push = (after: number, command: SampleStep['command']) => steps.push({ after: duration(after), command });
    const comeAgain = () => {
      again.add(itemId);
      queue.splice(lastTurn() + 1, 0, item as AgendaItem);
    };

    if (!overnight && kind === 'agency' && now() > dayEnds) {
      push(start + 24 * 60 * MINUTE - now(), () => ({ type: 'turn.call', itemId }));
      overnight = true;
    }
    if (course.skipped.includes(key)) {
      for (const note of notes) for (const command of noteCommands(meeting, itemId, note)) push(BREATH, command);
      push(BREATH, () => ({ type: 'turn.skip', itemId }));
      continue;
    }
    if (course.postponedBefore.includes(key) && !again.has(itemId)) {
      push(BREATH, () => ({ type: 'turn.postpone', itemId }));
      comeAgain();
      continue;
    }
    push(kind === 'agency' ? 70_000 + ((index * 13) % 50) * 1000 : kind === 'opening' ? 95_000 : 20_000, () => ({
      type: 'turn.start',
    }));
    if (course.postponedWithin.includes(key) && !again.has(itemId)) {
      push(4 * MINUTE, () => ({ type: 'turn.postpone', itemId }));
      comeAgain();
      continue;
    }
    const length = course.minutes[key] ?? LENGTHS[kind] ?? usualLength(index);
    const spentBefore = again.has(itemId) && course.postponedWithin.includes(key) ? 4 : 0;
    steps.push(...floor(meeting, item, (length - spentBefore) * MINUTE, material));
  }
  steps.push({ after: duration(MINUTE), command: () => ({ type: 'meeting.finish' }) });
  return steps;
}
