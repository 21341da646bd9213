import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { type MovedState, secondMeetingKey } from '#core/archive/moved-states.ts';
import { type IsPrivate, meetingWithoutPrivate } from '#core/archive/without-private.ts';
import type { Meeting, MeetingId } from '#core/model/meeting.ts';
import { getOwn } from '#core/model/own-properties.ts';
import type { FilePort } from '../storage/file-port.ts';
import { jsonFiles } from '../storage/json-file.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const sorted = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** The same for the same content, in whatever order a file has its keys. */
export const hashOf = (meeting: Meeting): string => sha256(JSON.stringify(meeting, sorted));

export function stateOf(meeting: Meeting, isPrivate: IsPrivate): MovedState {
  const full = hashOf(meeting);
  const bare = meetingWithoutPrivate(meeting, isPrivate);
  return { full, public: bare === meeting ? full : hashOf(bare) };
}

/** The identifier of the second meeting that a state becomes: the same one, however often it is taken in. */
export const secondMeetingId = (meetingId: MeetingId, hash: string): MeetingId =>
  sha256(secondMeetingKey(meetingId, hash)).slice(0, 16);

const State = z.object({ full: z.string(), public: z.string() });
const Stored = z.record(z.string(), z.array(State));
/** Of one meeting; a state that is forgotten makes a second meeting of what need not be one, and nothing worse. */
const MOST_STATES = 100;

/** In which states meetings left this computer or came to it. Never the truth: damaged or missing, it is begun again. */
export interface PastStates {
  /** The oldest first. */
  of(id: MeetingId): readonly MovedState[];
  /** The meeting of which some state became a second meeting with this identifier; `null` if it is none. */
  originalOf(secondId: MeetingId): MeetingId | null;
  add(states: ReadonlyMap<MeetingId, MovedState>): Promise<void>;
}

/** Reads the states as they are now. */
export async function pastStates(files: FilePort, dataFolder: string): Promise<PastStates> {
  const folder = join(dataFolder, 'moving');
  const file = jsonFiles(files).at(join(folder, 'states.json'));
  const found = await file.read().then(
    () => Stored.safeParse(file.data ?? {}),
    (error: unknown) => {
      if (error instanceof SyntaxError) return null;
      throw error;
    },
  );
  let all: z.output<typeof Stored> = found?.success ? found.data : {};
  const seconds = new Map(
    Object.entries(all).flatMap(([id, states]) =>
      states.flatMap(({ full, public: bare }) => [full, bare].map((hash) => [secondMeetingId(id, hash), id] as const)),
    ),
  );
  return {
    of: (id) => getOwn(all, id) ?? [],
    originalOf: (secondId) => seconds.get(secondId) ?? null,
    async add(states) {
      const fresh = [...states].filter(([id, { full, public: bare }]) => {
        const known = getOwn(all, id) ?? [];
        return !known.some((state) => state.full === full && state.public === bare);
      });
      if (fresh.length === 0) return;
      const added = fresh.map(([id, state]) => {
        const before = getOwn(all, id) ?? [];
        // The first one says what a second meeting was when it was made.
        return [id, [...before.slice(0, 1), ...before.slice(1).slice(2 - MOST_STATES), state]] satisfies [
          string,
          MovedState[],
        ];
      });
      all = { ...all, ...Object.fromEntries(added) };
      await files.makeFolder(folder);
      file.data = all;
      await file.write();
      await files.syncFolder(dataFolder);
    },
  };
}
