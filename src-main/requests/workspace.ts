import type { Meeting, MeetingId } from '#core/model/meeting.ts';
import type { MeetingSummary } from '#core/views/desk.ts';
import type { MeetingSession } from '../meeting/meeting-session.ts';

/** What may change which meeting is open; given only to a task that has its turn. */
export interface Way {
  /** Closes what is open and opens this one; does nothing when it is the one that is open. @throws Refused why not; none is open then */
  open(id: MeetingId): Promise<void>;
  /** @throws Refused when something could not be saved; the meeting is still open then, and goes on */
  close(): Promise<void>;
  /** Puts a backup in the place of the open meeting, which is backed up first. */
  replace(meeting: Meeting): Promise<void>;
  /** Reads the rows of the start screen anew. */
  refreshRows(): Promise<void>;
}

/** Which meeting is open, and the way in and out. */
export interface Workspace {
  /** The meeting that is shown, whether or not it takes commands now. */
  shown(): MeetingSession | null;
  /** The open meeting. @throws Refused `noMeeting`; `meetingChanging` on the way in or out; `quitting` */
  session(): MeetingSession;
  /** @throws Refused `quitting` while the application quits: nothing is begun then */
  admit(): void;
  /** The rows of the start screen. */
  rows(): readonly MeetingSummary[];
  /** Carries out what changes which meeting is open: one task at a time, in the order in which they come. */
  inOrder<T>(task: (way: Way) => Promise<T>): Promise<T>;
  /** Writes down what was acknowledged; everything goes on. @throws Refused when saving fails */
  flush(): Promise<void>;
  /** Quits, see `Application.stop`. */
  stop(): Promise<void>;
}
