import { isDeepStrictEqual } from 'node:util';
import type { Patch } from 'immer';
import type { Meeting } from '#core/model/meeting.ts';
import type { Settings } from '#core/model/settings.ts';
import type { Pointed } from '#core/model/slides.ts';
import type { Audience, Clocks, Hello, Push } from '#core/protocol/messages.ts';
import type { DeskView } from '#core/views/desk.ts';
import { mayBeSeen, type ProjectorView } from '#core/views/projector.ts';

/** The effect of a command on the open meeting. */
export interface MeetingChange {
  /** The meeting before it, the identical value. */
  readonly before: Meeting;
  readonly patches: readonly Patch[];
}

export interface PublisherOptions {
  /** The desk's view as it is now. */
  view(): DeskView;
  /** What the projector is to see of that. */
  projected(seen: Projected): ProjectorView;
  /** Where the operator points on a page of slides: the same value until it moves. */
  pointed(): Pointed | null;
  clocks(): Clocks;
  push(audience: Audience, push: Push): void;
}

/** What the projector's view is built from. */
export interface Projected {
  readonly meeting: Meeting | null;
  readonly settings: Settings;
  readonly pointed: Pointed | null;
  readonly isStrip: boolean;
}

/** Keeps every audience up to date: knows what each really received, and sends the differences. */
export interface Publisher {
  /**
   * Sends each audience what has changed for it since the last push. A superfluous call costs little, and the next call
   * sends what an earlier one missed.
   * @param change what was just done to the meeting, so that it need not be sent as a whole
   */
  publish(change?: MeetingChange): void;
  /** The audience's whole view with its revision; the next push has the next revision. */
  hello(audience: Audience, client: string): Hello;
}

/** The parts of the desk's view besides the meeting, in the order in which they are compared. */
const AROUND = [
  'settings',
  'meetings',
  'saved',
  'register',
  'undo',
  'redo',
  'readOnly',
  'seat',
  'lastBackup',
  'exporting',
  'host',
  'notices',
] as const;

/** The large parts keep their reference until they change, so that only small ones are compared deeply. */
const isSame = (a: unknown, b: unknown): boolean => a === b || isDeepStrictEqual(a, b);

/**
 * The patches from the view that was sent to the next one. The meeting's patches come from the command that changed it,
 * so that the cost depends on the change and not on the meeting; if they do not start from what was sent, the whole
 * meeting is sent.
 */
function deskPatches(sent: DeskView, next: DeskView, change: MeetingChange | null): Patch[] {
  const patches: Patch[] = [];
  if (next.meeting !== sent.meeting) {
    if (change !== null && change.before === sent.meeting) {
      for (const patch of change.patches) patches.push({ ...patch, path: ['meeting', ...patch.path] });
    } else patches.push({ op: 'replace', path: ['meeting'], value: next.meeting });
  }
  for (const key of AROUND) {
    if (!isSame(sent[key], next[key])) patches.push({ op: 'replace', path: [key], value: next[key] });
  }
  return patches;
}

/** Whether another state can look different on the projector. */
function projectorMayDiffer(seen: Projected, next: Projected, change: MeetingChange | null): boolean {
  const { meeting, settings, pointed, isStrip } = next;
  if (settings !== seen.settings || pointed !== seen.pointed || isStrip !== seen.isStrip) return true;
  if (meeting === seen.meeting) return false;
  if (meeting === null || change === null || change.before !== seen.meeting) return true;
  return change.patches.some(({ path }) => mayBeSeen(meeting, path));
}

export function publisher({ view, projected, pointed, clocks, push }: PublisherOptions): Publisher {
  let desk = view();
  let deskRev = 0;
  const projectedOf = ({ meeting, settings, host }: DeskView): Projected => ({
    meeting,
    settings,
    pointed: pointed(),
    isStrip: host.strip === 'on',
  });
  let seen = projectedOf(desk);
  let room: ProjectorView = projected(seen);
  let roomRev = 0;

  function publishDesk(next: DeskView, change: MeetingChange | null): void {
    const patches = deskPatches(desk, next, change);
    desk = next;
    if (patches.length === 0) return;
    deskRev += 1;
    push('desk', { kind: 'patches', patches, rev: deskRev, clocks: clocks() });
  }

  function publishProjector(next: Projected, change: MeetingChange | null): void {
    const differs = projectorMayDiffer(seen, next, change);
    seen = next;
    if (!differs) return;
    const nextView = projected(next);
    if (isSame(room, nextView)) return;
    room = nextView;
    roomRev += 1;
    push('projector', { kind: 'view', view: room, rev: roomRev, clocks: clocks() });
  }

  function publish(change: MeetingChange | null): void {
    const next = view();
    // The room first: it must not wait while the desk's larger message is made.
    publishProjector(projectedOf(next), change);
    publishDesk(next, change);
  }

  return {
    publish: (change) => publish(change ?? null),
    hello(audience, client) {
      // The next push to everybody starts from what this answer contains.
      publish(null);
      return audience === 'desk'
        ? { audience, client, view: desk, rev: deskRev, clocks: clocks() }
        : { audience, client, view: room, rev: roomRev, clocks: clocks() };
    },
  };
}
