import type { RegisterContext } from '#core/commands/register.ts';
import type { MeetingId } from '#core/model/meeting.ts';
import type { Matters } from '#core/model/meeting-matters.ts';
import { isListedIn, lastHeard, type OwnMatters, ownMatters } from '#core/model/news.ts';
import { begunIn, heldBy, type Register, subjectsOfDeleting } from '#core/model/register.ts';
import { Refused } from '#core/refusals/refusals.ts';
import type { Instant } from '#core/time/units.ts';
import type { Notice, RegisterState } from '#core/views/desk.ts';
import type { Clock } from '../meeting/journal.ts';
import { oneByOne } from '../storage/one-by-one.ts';
import { hasRegister, openRegister, type RegisterFiles, registerMark } from './register-files.ts';
import { type RegisterSession, registerSession } from './register-session.ts';

export interface RegisterKeeperOptions extends RegisterFiles {
  readonly clock: Clock;
  context(): RegisterContext;
  /** A meeting as its files prove it; `null` if they do not, or it does not exist. */
  meeting(id: MeetingId): Promise<Matters | null>;
  /** The meetings that are there in which one of these follow-ups and problems began. */
  meetingsOf(subjectIds: ReadonlySet<string>): Promise<readonly MeetingId[]>;
  /** Called with the present state whenever it has changed. */
  onState(state: RegisterState): void;
  onNotices(notices: readonly Notice[]): void;
  /** Called when it is found that it cannot be read, and when it can be again. */
  onReadable(is: boolean): void;
  readonly backups: RegisterFiles['backups'] & {
    /** Backs up the register, unless this change is backed up. Never rejects. */
    write(register: Register, seq: number): Promise<void>;
    /** Whether it is time for one. */
    isDue(): boolean;
  };
}

/** Owns the register: it is opened when it is first needed, and open until the application ends. */
export interface RegisterKeeper {
  /** @throws Refused `registerUnreadable`, `meetingFromFuture` */
  session(): Promise<RegisterSession>;
  /** The register as it is now; `null` if there is none yet, which is not begun for this. */
  present(): Promise<Register | null>;
  /** The same as far as it was read or changed here: it needs no disk, and closing does not forget it. */
  known(): Register | null;
  /** When something was said in it last of a follow-up or a problem, as far as it is known. */
  heard(subjectId: string): Instant | null;
  /** Whether it has a follow-up or a problem of a deleted meeting, as far as it is known. */
  lists(subjectId: string): boolean;
  /** The open register if it contains changes that are not on the disk. */
  unsaved(): { readonly register: Register; readonly seq: number } | null;
  /** A command of the application itself. */
  send(command: unknown): Promise<void>;
  /**
   * A meeting is there again: what was written when it was deleted is taken back. A register that cannot be read or saved now
   * keeps no meeting away: it says so, and takes it back when it opens.
   */
  restored(id: MeetingId): Promise<void>;
  /** The same of every meeting that is there, whatever the register says of it now. @throws Refused if saving fails */
  reconciled(): Promise<void>;
  /** Saves everything that was acknowledged. @throws Refused if saving fails */
  flush(): Promise<void>;
  /** Saves everything and closes its files; it opens again when it is needed. @throws Refused if saving fails */
  close(): Promise<void>;
}

export function registerKeeper(options: RegisterKeeperOptions): RegisterKeeper {
  const { clock, context, onState, onNotices, backups } = options;
  const queue = oneByOne();
  let open: RegisterSession | null = null;
  /** The one that was open last, which may be closed since. */
  let last: RegisterSession | null = null;
  const mark = registerMark(options);
  /** What was marked last, and when that is on the disk. */
  let marked = { durable: 0, done: Promise.resolve() };

  /** After a change is on the disk: only a hint, so that nothing waits for it but closing. */
  function markDurable({ saved, readOnly }: RegisterSession): void {
    const { durable } = saved();
    if (readOnly || durable === marked.durable) return;
    marked = { durable, done: mark(durable).catch(options.report) };
  }

  const changed = (): void =>
    onState({
      rev: open?.seq() ?? 0,
      undo: open?.next('undo') ?? null,
      redo: open?.next('redo') ?? null,
      failing: open?.saved().failing ?? null,
    });

  async function takeBack(session: RegisterSession, meetingId: MeetingId): Promise<void> {
    if (Object.keys(session.register().discarded).length === 0) return;
    const meeting = await options.meeting(meetingId).catch((error: unknown) => {
      // One meeting that cannot be read now must not keep the register from opening; the next opening asks again.
      options.report(error);
      return null;
    });
    if (meeting === null) return;
    const has = { held: [...heldBy(meeting)], begun: [...begunIn(meeting)] };
    session.command({ type: 'matters.takeBack', meetingId, ...has }, 'application');
  }

  /** A meeting that was deleted may be there again, or one whose second one was: it brings back what began in it. */
  async function takeBackAll(session: RegisterSession): Promise<void> {
    const withdrawn = subjectsOfDeleting(session.register());
    const begun = withdrawn.size === 0 ? [] : await options.meetingsOf(withdrawn).catch(unasked);
    const ids = new Set([...Object.keys(session.register().discarded), ...begun]);
    for (const meetingId of ids) await takeBack(session, meetingId);
  }
  /** Meetings that cannot be listed now must not keep the register from opening. */
  function unasked(error: unknown): [] {
    options.report(error);
    return [];
  }

  async function opening(): Promise<RegisterSession> {
    if (open !== null) return open;
    const opened = await openRegister(options);
    onNotices(opened.notices);
    // What is missing is told once.
    marked = { durable: opened.notices.length === 0 ? opened.seq : -1, done: marked.done };
    const session: RegisterSession = registerSession({
      opened,
      clock,
      context,
      onChange() {
        changed();
        markDurable(session);
        // Only what is on the disk is backed up.
        if (open === null || open.saved().durable < open.seq() || !backups.isDue()) return;
        void backups.write(open.register(), open.seq());
      },
    });
    if (!opened.readOnly) await takeBackAll(session);
    // Damaged files are repaired first; if that fails, the state says that saving fails.
    await session.flush().catch(options.report);
    open = session;
    last = session;
    changed();
    markDurable(session);
    return session;
  }
  let isReadable = true;
  function readable(is: boolean): void {
    if (is !== isReadable) options.onReadable(is);
    isReadable = is;
  }
  /** Whoever opens it passes here, so that all agree whether it can be read. */
  async function telling<T>(read: () => Promise<T>): Promise<T> {
    try {
      const found = await read();
      readable(true);
      return found;
    } catch (error) {
      readable(false);
      throw error;
    }
  }
  const needed = (): Promise<RegisterSession> => telling(opening);
  /** The same if there is one: none is begun for it. */
  const existing = (): Promise<RegisterSession | null> =>
    telling(async () => (open === null && !(await hasRegister(options)) ? null : opening()));
  const session = (): Promise<RegisterSession> => queue(needed);
  const known = (): Register | null => last?.register() ?? null;
  function own(): OwnMatters[] {
    const register = known();
    return register === null ? [] : [ownMatters(register)];
  }

  /** Takes back what one that can be read and written has; any other does so when it opens. */
  const takingBack = (take: (session: RegisterSession) => Promise<void>): Promise<void> =>
    queue(async () => {
      const found = await existing().catch((error: unknown) => {
        options.report(error);
        return null;
      });
      if (found === null) return;
      if (!found.readOnly) await take(found);
      await found.flush();
    });

  return {
    session,
    present: () => queue(async () => (await existing())?.register() ?? null),
    lists: (subjectId) => isListedIn(own(), subjectId),
    known,
    heard: (subjectId) => lastHeard(own(), subjectId),
    unsaved() {
      if (open === null || open.saved().durable === open.seq()) return null;
      return { register: open.register(), seq: open.seq() };
    },
    async send(command) {
      (await session()).command(command, 'application');
    },
    restored: (id) =>
      takingBack((opened) => takeBack(opened, id)).catch((error: unknown) => {
        // Saving is tried again, and its state says that it fails.
        if (!(error instanceof Refused)) throw error;
      }),
    reconciled: () => takingBack(takeBackAll),
    flush: () => queue(async () => open?.flush()),
    close: () =>
      queue(async () => {
        const closing = open;
        if (closing === null) return;
        await closing.flush();
        if (!closing.readOnly) await backups.write(closing.register(), closing.seq());
        await closing.close();
        markDurable(closing);
        await marked.done;
        open = null;
        changed();
      }),
  };
}
