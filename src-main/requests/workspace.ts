import type { Meeting, MeetingId } from '#core/model/meeting.ts';
import type { MeetingSummary } from '#core/views/desk.ts';
import type { MeetingSession } from '../meeting/meeting-session.ts';

/** The functions that change which meeting is open; only a queued task receives them. */
export interface Way {
  /**
   * Closes the open meeting and opens this one; no effect if it is already open.
   * @throws Refused with the reason; no meeting is open then
   */
  open(id: MeetingId): Promise<void>;
  /** @throws Refused if something could not be saved; the meeting then stays open */
  close(): Promise<void>;
  /** Replaces the open meeting by a backup, after backing it up. */
  replace(meeting: Meeting): Promise<void>;
  /** Reads the rows of the start screen again. */
  refreshRows(): Promise<void>;
}

/** Which meeting is open, and how it is opened and closed. */
export interface Workspace {
  /** The meeting that is shown, whether or not it accepts commands now. */
  shown(): MeetingSession | null;
  /** The open meeting. @throws Refused `noMeeting`; `meetingChanging` while opening or closing; `quitting` */
  session(): MeetingSession;
  /** @throws Refused `quitting` while the application quits: nothing is started then */
  admit(): void;
  /** The rows of the start screen. */
  rows(): readonly MeetingSummary[];
  /** Something may have been said in the register: the rows say what is left open now. */
  recount(): void;
  /** Runs what changes which meeting is open: one task at a time, in order of arrival. */
  inOrder<T>(task: (way: Way) => Promise<T>): Promise<T>;
  /** Saves everything that was acknowledged, and continues. @throws Refused if saving fails */
  flush(): Promise<void>;
  /** Quits, see `Application.stop`. */
  stop(): Promise<void>;
}
