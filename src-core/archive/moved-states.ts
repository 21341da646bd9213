import type { MeetingId } from '../model/meeting.ts';

/**
 * The content of a meeting at some time, by the hashes of two texts: everything, and what may leave this computer. They
 * are the same if nothing in it is private.
 */
export interface MovedState {
  readonly full: string;
  readonly public: string;
}

/**
 * How a meeting of a moved archive stands to the one that is here. same: nothing to take. earlier: this computer has gone
 * on from it. later: the other one has gone on from what is here. differs: both have been changed; the other one becomes
 * a second meeting.
 */
export const MOVED_RELATIONS = ['new', 'same', 'earlier', 'later', 'differs'] as const;
export type MovedRelation = (typeof MOVED_RELATIONS)[number];

/** A meeting that is here: as it is, and states in which it is known to have been. */
export interface HereState {
  readonly now: MovedState;
  readonly past: readonly MovedState[];
}

/** A meeting in an archive. */
export interface ThereState {
  readonly hash: string;
  /** Whether nothing was left out of it. */
  readonly isFull: boolean;
  readonly past: readonly MovedState[];
}

/** @param here `null` if this computer has no such meeting */
export function movedRelation(here: HereState | null, there: ThereState): MovedRelation {
  if (here === null) return 'new';
  const isThere = (state: MovedState): boolean =>
    state.full === there.hash || (!there.isFull && state.public === there.hash);
  if (isThere(here.now)) return 'same';
  if (here.past.some(isThere)) return 'earlier';
  // All of what is here must have been in it: what is private here and was left out there would be lost.
  const wasHere = (state: MovedState): boolean => state.full === here.now.full || state.public === here.now.full;
  return there.past.some(wasHere) ? 'later' : 'differs';
}

/** What the second meeting is named after: the meeting, and the state of it. */
export const secondMeetingKey = (meetingId: MeetingId, hash: string): string => `${meetingId} ${hash}`;
