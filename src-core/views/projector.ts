import type { ClockAnchor } from '../clock/turn-clock.ts';
import { isPending } from '../commands/lookup.ts';
import { shortName } from '../model/agency.ts';
import type { AgendaItem, ItemKind, Presenter } from '../model/agenda-item.ts';
import type { Limits } from '../model/limits.ts';
import { agencyOf, itemOf, itemTitle, limitsOf, type Meeting, orderedItems } from '../model/meeting.ts';
import { notesOf } from '../model/meeting-notes.ts';
import type { NoteKind } from '../model/note.ts';
import type { Role } from '../model/roles.ts';
import type { Theme } from '../model/settings-fields.ts';
import { plannedLength, planOf } from '../schedule/plan-of.ts';
import type { PlanEntry } from '../schedule/schedule.ts';
import type { Locale } from '../text/format.ts';
import type { Duration } from '../time/units.ts';
import type { CivilDate, ClockTime, Zone } from '../time/zone.ts';

/** What the room reads of a note. Only committed notes that are `shown` ever become one. */
export interface ProjectedNote {
  readonly id: string;
  /** A leader's role, or the short name of the agency that gave input. */
  readonly author: { readonly role: Role } | { readonly agency: string };
  readonly kind: NoteKind;
  readonly text: string;
}

/** An item's name: the user's words, or (empty title) the kind's own name in the language of the projector. */
export interface ItemName {
  readonly kind: ItemKind;
  readonly title: string;
}

interface Frame {
  readonly locale: Locale;
  readonly theme: Theme;
}

interface MeetingFrame extends Frame {
  readonly title: string;
  readonly subtitle: string;
  readonly date: CivilDate;
  readonly startAt: ClockTime;
  readonly zone: Zone;
  readonly term: string;
  readonly status: Meeting['status'];
  readonly next: ItemName | null;
  /** The n-th of m agencies' turns; `null` when the item is no agency. */
  readonly turn: { readonly n: number; readonly m: number } | null;
  /** How many agencies have finished, of how many. */
  readonly done: { readonly n: number; readonly m: number };
  /** The items to come, for the estimated finish, which each window computes by itself. */
  readonly plan: readonly PlanEntry[];
}

/** An item on the floor: called (clock not started), running or paused. */
export interface FloorView extends MeetingFrame {
  readonly stage: 'called' | 'running' | 'paused';
  /** A break (ishoma) has its own screen. */
  readonly isBreak: boolean;
  readonly item: ItemName;
  readonly presenter: (Presenter & { readonly head: string }) | null;
  readonly clock: ClockAnchor;
  /** Before added time: `effectiveLimits(limits, clock.added)` gives the marks. */
  readonly limits: Limits;
  /** Planned length where there is no limit, ms. */
  readonly planned: Duration;
  /** Changeover behind the current turn, ms. */
  readonly gap: Duration;
  /** Newest first. */
  readonly notes: readonly ProjectedNote[];
}

/** Everything the projector's window is ever sent: one small value, replaced whole, so that a change is one change. */
export type ProjectorView =
  | (Frame & { readonly stage: 'idle' })
  | (Frame & { readonly stage: 'blank' })
  | (MeetingFrame & { readonly stage: 'before' | 'between' | 'finished' })
  | FloorView;

const nameOf = (meeting: Meeting, item: AgendaItem): ItemName => ({ kind: item.kind, title: itemTitle(meeting, item) });

function projectedNotes(meeting: Meeting, item: AgendaItem): ProjectedNote[] {
  const shown = notesOf(meeting, item).filter(({ visibility }) => visibility === 'shown');
  return shown.toReversed().map(({ id, author, kind, text }): ProjectedNote => {
    if (author.kind === 'leader') return { id, author: { role: author.role }, kind, text };
    const agency = meeting.agencies[author.agencyId];
    return { id, author: { agency: agency === undefined ? '' : shortName(agency) }, kind, text };
  });
}

/** Parts of the meeting that the room is never shown anything of. */
const UNSEEN: readonly unknown[] = ['drafts', 'followUps', 'attendance', 'wording'] satisfies (keyof Meeting)[];

/**
 * Whether a change can make the room's view another one, so that it is not made anew for every word that is typed.
 * @param meeting as it is after the change
 * @param path where the meeting was changed; of the notes the room sees only those of the item on the floor
 */
export function mayBeSeen({ current }: Pick<Meeting, 'current'>, path: readonly (string | number)[]): boolean {
  const [part, itemId] = path;
  return part === 'notes' && itemId !== undefined ? itemId === current : !UNSEEN.includes(part);
}

/**
 * The view made for the room. It is built from the meeting, not cut out of a larger view, and names no private or
 * internal note, no draft, no follow-up: what is not here is never sent.
 * @param meeting `null` when none is open
 */
export function projectorView(meeting: Meeting | null, frame: Frame): ProjectorView {
  if (meeting === null) return { ...frame, stage: 'idle' };
  if (meeting.blank) return { ...frame, stage: 'blank' };

  const items = orderedItems(meeting);
  const agencies = items.filter((item) => item.kind === 'agency' && item.status !== 'skipped');
  const finished = agencies.filter((item) => item.status === 'done').length;
  const item = itemOf(meeting, meeting.current);
  const next = items.find((other) => isPending(other) && other.id !== item?.id) ?? null;
  const base: MeetingFrame = {
    ...frame,
    title: meeting.title,
    subtitle: meeting.theme,
    date: meeting.date,
    startAt: meeting.startAt,
    zone: meeting.zone,
    term: meeting.term,
    status: meeting.status,
    next: next === null ? null : nameOf(meeting, next),
    turn: item?.kind === 'agency' ? { n: finished + 1, m: agencies.length } : null,
    done: { n: finished, m: agencies.length },
    plan: planOf(meeting).filter(({ id }) => id !== item?.id || item.status === 'called'),
  };
  if (item === null || meeting.status === 'finished') {
    const stage = meeting.status === 'finished' ? 'finished' : meeting.status === 'prepared' ? 'before' : 'between';
    return { ...base, stage };
  }
  const agency = agencyOf(meeting, item);
  return {
    ...base,
    stage: item.status === 'running' ? 'running' : item.status === 'paused' ? 'paused' : 'called',
    isBreak: item.kind === 'break',
    item: nameOf(meeting, item),
    presenter:
      item.kind === 'agency' || item.presenter.name !== '' ? { ...item.presenter, head: agency?.head ?? '' } : null,
    clock: { spent: item.turn.spent, anchor: item.turn.anchor, added: item.turn.added },
    limits: limitsOf(meeting, item),
    planned: plannedLength(meeting, item),
    gap: item.kind === 'agency' ? meeting.changeover : (0 as Duration),
    notes: projectedNotes(meeting, item),
  };
}
