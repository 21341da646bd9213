import type { Meeting, MeetingId } from '#core/model/meeting.ts';
import { Refused } from '#core/refusals/refusals.ts';
import type { Instant } from '#core/time/units.ts';
import type { MeetingSummary, Notice } from '#core/views/desk.ts';
import type { BackupKeeper } from '../backups/automatic-backups.ts';
import type { Exporting } from '../exports/exporting.ts';
import { countedRows } from '../meeting/counted-rows.ts';
import type { Elsewhere } from '../meeting/elsewhere.ts';
import type { Clock } from '../meeting/journal.ts';
import { type MeetingSession, meetingSession } from '../meeting/meeting-session.ts';
import type { MeetingStore } from '../meeting/meeting-store.ts';
import type { ListedMeeting } from '../meeting/summary.ts';
import type { RegisterKeeper } from '../register/keeper.ts';
import type { Way, Workspace } from '../requests/workspace.ts';
import { oneByOne } from '../storage/one-by-one.ts';
import type { MeetingChange } from './publisher.ts';
import type { SettingsValue } from './settings.ts';
import type { TurnWatch } from './turn-watch.ts';

/** The states of the workspace, drawn in docs/architecture.md#the-life-of-the-workspace. Only *open* accepts commands. */
type Life =
  | { readonly kind: 'closed' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly session: MeetingSession }
  /** A backup is replacing the meeting. */
  | { readonly kind: 'replacing'; readonly session: MeetingSession }
  | { readonly kind: 'closing'; readonly session: MeetingSession }
  /** From any state; what was open is open again if something could not be saved. */
  | { readonly kind: 'quitting'; readonly session: MeetingSession | null }
  /** Everything is on the disk; the meeting is still shown, and nothing is processed any more. */
  | { readonly kind: 'ended'; readonly session: MeetingSession | null };

export interface WorkspaceOptions {
  readonly store: MeetingStore;
  readonly clock: Clock;
  readonly keeper: BackupKeeper;
  readonly elsewhere: Pick<Elsewhere, 'bringNews' | 'bringLate' | 'bringWaiting'>;
  readonly register: Pick<RegisterKeeper, 'present' | 'known' | 'flush' | 'close'>;
  /** See `CommandContext.lastHeard`. */
  lastHeard(subjectId: string): Instant | null;
  /** See `CommandContext.isCarried`. */
  isCarried(subjectId: string): boolean;
  /** See `CommandContext.slidesBytes`. */
  slidesBytes(hash: string): number | null;
  readonly watch: TurnWatch;
  readonly exports: Exporting;
  readonly settings: SettingsValue;
  newId(): string;
  /** Called whenever the views may have changed, with the effect of a command if that is the reason. */
  onChange(change?: MeetingChange): void;
  /** Problems found while opening a meeting. */
  onNotices(notices: readonly Notice[]): void;
  /** Called as a meeting is opened or closed: whether something waits that it would carry. */
  onWaiting(is: boolean): void;
  /** Called once the files of a meeting are closed. */
  onClosed?(meeting: Meeting, seq: number): Promise<void>;
  keepAwake(on: boolean): void;
  report(error: unknown): void;
}

export function workspace(options: WorkspaceOptions): Workspace {
  const { store, clock, keeper, watch, exports, settings, newId, onChange, report } = options;
  const queue = oneByOne();
  let life: Life = { kind: 'closed' };
  let listed: readonly ListedMeeting[] = [];
  let rows: readonly MeetingSummary[] = [];
  const counted = countedRows();
  let stopping: Promise<void> | null = null;
  /** A meeting that has not begun and did not get all of what the one before it left open. */
  let lacking: MeetingSession | null = null;

  const shown = (): MeetingSession | null => ('session' in life ? life.session : null);

  function become(next: Life): void {
    life = next;
    options.keepAwake(shown()?.meeting().status === 'open');
    onChange();
  }

  function sessionOf(opened: Awaited<ReturnType<MeetingStore['open']>>): MeetingSession {
    let known = opened.meeting;
    const session: MeetingSession = meetingSession({
      opened,
      clock,
      newId,
      kop: settings.current,
      lastHeard: options.lastHeard,
      isCarried: options.isCarried,
      slidesBytes: options.slidesBytes,
      onChange(patches) {
        const before = known;
        known = session.meeting();
        if (shown() !== session) return;
        watch.changed();
        if (patches.length > 0) options.keepAwake(known.status === 'open');
        if (before.status === 'finished' && known.status !== 'finished') void queue(() => hearAgain(session));
        if (lacking === session && known.status === 'open') void queue(() => takeWaiting(session));
        onChange(patches.length > 0 ? { before, patches } : undefined);
        if (life.kind === 'open') keeper.saved();
      },
    });
    known = session.meeting();
    return session;
  }

  function recount(): void {
    rows = counted({ listed, own: store.own(), register: options.register.known() });
  }

  async function readRows(): Promise<void> {
    // What is said there between meetings decides what they leave open.
    await options.register.present().catch(report);
    listed = await store.list();
    recount();
  }

  /** Saves the whole open meeting and closes its files. If it rejects, the meeting is as before. */
  async function settleDown(session: MeetingSession): Promise<void> {
    try {
      await session.flush();
      await watch.detach();
      await keeper.closing();
      await session.close();
    } catch (error) {
      watch.attach(session);
      throw error;
    }
  }

  async function close(next: 'closed' | 'opening'): Promise<void> {
    if (life.kind === 'open') {
      const { session } = life;
      become({ kind: 'closing', session });
      try {
        await settleDown(session);
      } catch (error) {
        become({ kind: 'open', session });
        throw error;
      }
      keeper.closed();
      if (!session.readOnly) await options.onClosed?.(session.meeting(), session.saved().seq).catch(report);
      // The meeting is closed, even if the rows cannot be read now.
      await readRows().catch(report);
    }
    lacking = null;
    options.onWaiting(false);
    become({ kind: next });
  }

  /** A closed meeting says what was so on its day. */
  async function takeNews(session: MeetingSession): Promise<void> {
    // Even a closed meeting may say something: it must know what was said last. Where it cannot be read, other news still comes.
    await options.register.present().catch(report);
    if (session.readOnly || session.meeting().status === 'finished') return;
    await options.elsewhere.bringNews(session);
  }

  /** One that is closed no longer hears what it missed. */
  async function hearAgain(session: MeetingSession): Promise<void> {
    if (life.kind === 'open' && life.session === session) await takeNews(session).catch(report);
  }

  /** Once, so that what is taken out after it has begun stays out. */
  async function takeWaiting(session: MeetingSession): Promise<void> {
    if (lacking !== session || life.kind !== 'open' || session.meeting().status !== 'open') return;
    lacking = null;
    const isAll = await options.elsewhere.bringWaiting(session).catch((error: unknown) => {
      report(error);
      return false;
    });
    if (isAll) options.onWaiting(false);
  }

  const bringLate = (session: MeetingSession) =>
    options.elsewhere.bringLate(session).catch((error: unknown) => {
      report(error);
      return 'meeting' as const;
    });

  async function open(id: MeetingId): Promise<void> {
    if (life.kind === 'open' && life.session.meeting().id === id) return;
    await close('opening');
    try {
      const opened = await store.open(id);
      options.onNotices(opened.notices);
      const session = sessionOf(opened);
      await takeNews(session).catch(report);
      const waits = session.readOnly ? null : await bringLate(session);
      lacking = waits === null ? null : session;
      options.onWaiting(waits === 'register');
      // Damaged files are repaired before anybody is informed; if that fails, the view says that saving fails.
      await session.flush().catch(report);
      await keeper.opened(id, session.saved().seq).catch(report);
      watch.attach(session);
      become({ kind: 'open', session });
    } catch (error) {
      become({ kind: 'closed' });
      throw error;
    }
  }

  async function replace(meeting: Meeting): Promise<void> {
    const session = needSession();
    if (session.readOnly) throw new Refused('readOnly');
    // A change between the backup and the replacement would be in neither.
    become({ kind: 'replacing', session });
    try {
      await keeper.now(() => session.flush());
      session.replace(meeting);
      await session.flush();
    } finally {
      become({ kind: 'open', session });
    }
  }

  function admit(): void {
    if (life.kind === 'quitting' || life.kind === 'ended') throw new Refused('quitting');
  }

  function needSession(): MeetingSession {
    switch (life.kind) {
      case 'open':
        return life.session;
      case 'closed':
        throw new Refused('noMeeting');
      case 'opening':
      case 'replacing':
      case 'closing':
        throw new Refused('meetingChanging');
      case 'quitting':
      case 'ended':
        throw new Refused('quitting');
      default:
        return life satisfies never;
    }
  }

  async function quit(): Promise<void> {
    const before = life;
    const session = shown();
    become({ kind: 'quitting', session });
    try {
      await exports.pause();
      await settings.idle();
      // First: the meeting could not be opened again as it was, and this can.
      await options.register.close();
      if (session !== null) await settleDown(session);
    } catch (error) {
      exports.resume();
      become(before);
      await options.register.present().catch(report);
      throw error;
    }
    become({ kind: 'ended', session });
  }

  const way: Way = {
    open,
    close: () => close('closed'),
    replace,
    async refreshRows() {
      await readRows();
      onChange();
    },
  };

  return {
    shown,
    session: needSession,
    admit,
    rows: () => rows,
    recount,
    inOrder: (task) =>
      queue(async () => {
        admit();
        return task(way);
      }),
    async flush() {
      await settings.idle();
      await options.register.flush();
      await shown()?.flush();
      await watch.heartbeat();
    },
    stop() {
      stopping ??= queue(quit).catch((error: unknown) => {
        stopping = null;
        throw error;
      });
      return stopping;
    },
  };
}
