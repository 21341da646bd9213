import type { MeetingId } from '#core/model/meeting.ts';
import { type Duration, duration, elapsed, type Instant, instant, type Mono, seconds, ZERO } from '#core/time/units.ts';
import type { Heartbeat } from '../meeting/heartbeat.ts';
import type { Clock } from '../meeting/journal.ts';
import type { MeetingSession } from '../meeting/meeting-session.ts';

/** How often a running turn's progress and the last durable change are stored, for the question after an interruption. */
const BEAT: Duration = seconds(5);
/** A turn that nobody watched for so long was not presented. */
const ASLEEP: Duration = seconds(60);

export interface TurnWatchOptions {
  readonly clock: Clock;
  write(id: MeetingId, heartbeat: Heartbeat): Promise<void>;
  report(error: unknown): void;
}

/** Watches the open meeting: stores its progress regularly, and pauses a turn during which the machine slept. */
export interface TurnWatch {
  /** Starts watching a meeting. */
  attach(session: MeetingSession): void;
  /** Stops watching. Resolves when the last write has ended, so that nothing more is written into its folder. */
  detach(): Promise<void>;
  /** Called whenever the meeting or its saved state has changed. */
  changed(): void;
  /** Stores the progress now. Never rejects: a failure is reported, and the next write says the same. */
  heartbeat(): Promise<void>;
  suspended(): void;
  resumed(): void;
}

export function turnWatch({ clock, write, report }: TurnWatchOptions): TurnWatch {
  let session: MeetingSession | null = null;
  let timer: NodeJS.Timeout | null = null;
  let lastTick: Mono | null = null;
  /** The durable change that was stored last. */
  let noted = 0;
  let underWay: Promise<void> | null = null;
  let asleep: { readonly meetingId: MeetingId; readonly spent: Duration; readonly at: Instant } | null = null;

  async function note(own: MeetingSession): Promise<void> {
    const { durable } = own.saved();
    const running = own.heartbeat();
    const turn = running === null ? null : { itemId: running.itemId, spent: running.spent };
    try {
      await write(own.meeting().id, { turn, at: clock.now(), durable });
      if (session === own) noted = durable;
    } catch (error) {
      report(error);
    }
  }

  const isWanted = (own: MeetingSession): boolean =>
    !own.readOnly && (own.heartbeat() !== null || own.saved().durable !== noted);

  /** One at a time: all of them replace the same file. */
  async function heartbeat(): Promise<void> {
    while (underWay !== null) await underWay;
    if (session === null || !isWanted(session)) return;
    underWay = note(session).finally(() => {
      underWay = null;
    });
    await underWay;
  }

  /** A tick that comes far too late means that the machine slept, on a host that cannot report it. */
  function tick(): void {
    const late = lastTick === null ? ZERO : elapsed(lastTick, clock.mono());
    lastTick = clock.mono();
    const running = session?.heartbeat() ?? null;
    if (running !== null && late > ASLEEP) {
      session?.settle(duration(Math.max(0, running.spent - late)), instant(running.at - late));
    }
    void heartbeat().then(changed);
  }

  /** Ticks only while there is something to store: an idle meeting wakes nobody. */
  function changed(): void {
    const wanted = session !== null && isWanted(session);
    if (wanted && timer === null) {
      lastTick = clock.mono();
      timer = setInterval(tick, BEAT);
    }
    if (!wanted && timer !== null) {
      clearInterval(timer);
      timer = null;
    }
  }

  return {
    attach(next) {
      session = next;
      noted = next.saved().durable;
      changed();
    },
    async detach() {
      const own = session;
      session = null;
      changed();
      while (underWay !== null) await underWay;
      if (own !== null && isWanted(own)) await note(own);
    },
    changed,
    heartbeat,
    suspended() {
      const running = session?.heartbeat() ?? null;
      asleep =
        session === null || running === null
          ? null
          : { meetingId: session.meeting().id, spent: duration(Math.floor(running.spent)), at: running.at };
      void heartbeat();
    },
    resumed() {
      const before = asleep;
      asleep = null;
      if (before !== null && session?.meeting().id === before.meetingId) session.settle(before.spent, before.at);
    },
  };
}
