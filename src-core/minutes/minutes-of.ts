import { effectiveLimits } from '../clock/turn-clock.ts';
import type { AgendaItem } from '../model/agenda-item.ts';
import { agencyOf, itemTitle, limitsOf, type Meeting, orderedItems } from '../model/meeting.ts';
import type { Leader } from '../model/roles.ts';
import { type Sheet, sheetIsEmpty } from '../model/sheet.ts';
import { type Duration, duration, ZERO } from '../time/units.ts';
import { followUpRows } from './follow-up-rows.ts';
import type {
  Decision,
  Minutes,
  MinutesAttendee,
  MinutesItem,
  MinutesName,
  NotPresented,
  ProgrammeLine,
} from './minutes.ts';
import { minutesNote, notesOfItem } from './notes-of-item.ts';
import { allPrintable } from './printable.ts';
import { sessionsOf } from './sessions.ts';
import { notesForMinutes } from './wording.ts';

const nameOf = (meeting: Meeting, item: AgendaItem): MinutesName => ({
  kind: item.kind,
  title: itemTitle(meeting, item),
});

const sheetOf = ({ sheet }: AgendaItem): Sheet | null => (sheetIsEmpty(sheet) ? null : sheet);

function overtimeOf(meeting: Meeting, item: AgendaItem): Duration {
  const { hard } = effectiveLimits(limitsOf(meeting, item), item.turn.added);
  return hard === null ? ZERO : duration(Math.max(0, item.turn.spent - hard));
}

function presentedItem(meeting: Meeting, item: AgendaItem): MinutesItem {
  const named = item.kind === 'agency' || item.presenter.name !== '';
  return {
    id: item.id,
    ...nameOf(meeting, item),
    presenter: named ? { ...item.presenter, head: agencyOf(meeting, item)?.head ?? '' } : null,
    sessions: sessionsOf(item.turn),
    spent: item.turn.spent,
    added: item.turn.added,
    over: overtimeOf(meeting, item),
    sheet: sheetOf(item),
    notes: notesOfItem(meeting, item),
  };
}

function notPresented(meeting: Meeting, item: AgendaItem): NotPresented {
  return {
    id: item.id,
    ...nameOf(meeting, item),
    why: item.status === 'skipped' || item.status === 'postponed' ? item.status : 'notReached',
    sheet: sheetOf(item),
    notes: notesOfItem(meeting, item),
  };
}

/** The programme as it was laid out; agencies' turns in a row are one line with their number. */
function programmeOf(meeting: Meeting): ProgrammeLine[] {
  const lines: ProgrammeLine[] = [];
  for (const item of orderedItems(meeting)) {
    const last = lines.at(-1);
    if (item.kind !== 'agency') lines.push({ ...nameOf(meeting, item), turns: 0 });
    else if (last !== undefined && last.turns > 0) lines[lines.length - 1] = { ...last, turns: last.turns + 1 };
    else lines.push({ kind: 'agency', title: '', turns: 1 });
  }
  return lines;
}

function decisionsOf(meeting: Meeting, items: readonly AgendaItem[]): Decision[] {
  return items.flatMap((item) =>
    notesForMinutes(meeting, item)
      .filter(({ note }) => note.kind === 'decision')
      .map((worded) => ({ ...minutesNote(meeting, worded), item: nameOf(meeting, item) })),
  );
}

function chairOf({ leaders, chair }: Meeting): Leader {
  return leaders.find(({ role }) => role === chair) ?? { role: chair, name: '', office: '', rank: '', nip: '' };
}

function attendanceOf({ attendance, leaders }: Meeting): MinutesAttendee[] {
  return attendance.order
    .flatMap((id) => attendance.items[id] ?? [])
    .map((attendee) => {
      const leader = leaders.find(({ name }) => attendee.agencyId === null && name !== '' && name === attendee.name);
      return { ...attendee, role: leader?.role ?? null };
    });
}

/**
 * What the NOTULA of a meeting says, in its order (domain.md §5). Private notes, what follows from them, and drafts are
 * not in it. Items come in the order in which they really began. Every text is printable.
 */
export function minutesOf(meeting: Meeting): Minutes {
  const presented = meeting.presented.flatMap((id) => meeting.agenda.items[id] ?? []);
  const began = new Set(meeting.presented);
  const others = orderedItems(meeting).filter(({ id }) => !began.has(id));
  const turns = orderedItems(meeting).filter(({ kind }) => kind === 'agency');
  return allPrintable<Minutes>({
    locale: meeting.locale,
    sample: meeting.sample,
    unfinished: meeting.status !== 'finished',
    title: meeting.title,
    theme: meeting.theme,
    number: meeting.number,
    date: meeting.date,
    zone: meeting.zone,
    term: meeting.term,
    invitation: meeting.invitation,
    place: meeting.place,
    plannedStart: meeting.startAt,
    openedAt: meeting.openedAt,
    finishedAt: meeting.finishedAt,
    programme: programmeOf(meeting),
    chair: chairOf(meeting),
    secretary: meeting.secretary,
    minuteTaker: meeting.minuteTaker,
    minuteTakerOffice: meeting.minuteTakerOffice,
    items: presented.map((item) => presentedItem(meeting, item)),
    notPresented: others.map((item) => notPresented(meeting, item)),
    decisions: decisionsOf(meeting, [...presented, ...others]),
    followUps: followUpRows(meeting),
    attendance: attendanceOf(meeting),
    turns: { planned: turns.length, presented: turns.filter(({ id }) => began.has(id)).length },
  });
}
