import type { Meeting } from '#core/model/meeting.ts';
import { duration, instant } from '#core/time/units.ts';
import { NO_STEPS, type Steps } from '#main/meeting/history.ts';
import type { StoredLine } from '#main/meeting/journal-text.ts';
import { type MeetingSession, type MeetingSessionOptions, meetingSession } from '#main/meeting/meeting-session.ts';
import { stepsAfter } from '#main/meeting/recovery.ts';
import { replay } from '#main/meeting/replay.ts';

/** A meeting in its real session, over a journal in memory. */
export interface JournalledMeeting {
  session(): MeetingSession;
  /** The power fails: a new session begins with what the first state and the journal prove. */
  cut(): void;
}

const SAVED = { seq: 0, durable: 0, at: null, failing: null };

export function journalledMeeting(
  first: Meeting,
  options: Omit<MeetingSessionOptions, 'opened' | 'onChange'>,
): JournalledMeeting {
  const lines: StoredLine[] = [];
  const journal = () => ({
    append: (line: StoredLine) => void lines.push(line),
    isOpen: () => true,
    state: () => SAVED,
    flush: async () => undefined,
    close: async () => undefined,
    stop: async () => undefined,
  });
  function begin(meeting: Meeting, steps: Steps): MeetingSession {
    const seq = lines.length;
    const outage = { spent: duration(0), lastSeen: instant(0) };
    const opened = { meeting, seq, steps, outage, readOnly: false, notices: [], journal };
    return meetingSession({ ...options, opened, onChange: () => undefined });
  }
  let session = begin(first, NO_STEPS);
  return {
    session: () => session,
    cut() {
      const { stored, lines: proven } = replay(first, 0, lines, () => true);
      session = begin(stored as Meeting, stepsAfter(0, proven, { seq: 0, steps: NO_STEPS }));
    },
  };
}
