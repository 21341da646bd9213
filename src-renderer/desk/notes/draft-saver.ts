import type { Command } from '#core/commands/apply.ts';
import type { Reply } from '#core/protocol/messages.ts';
import type { Unsent } from '#renderer/client/unsent.ts';
import { LONGEST_MS, PAUSE_MS } from '../../kit/typing-pause.ts';

export interface Timers {
  now(): number;
  set(run: () => void, ms: number): number;
  clear(timer: number): void;
}

export const windowTimers: Timers = {
  now: () => performance.now(),
  set: (run, ms) => window.setTimeout(run, ms),
  clear: (timer) => window.clearTimeout(timer),
};

export type DraftSet = Extract<Command, { type: 'draft.set' }>;
type Typed = DraftSet['draft'];

export interface DraftSaverOptions {
  /** Under which the meeting holds the draft. */
  readonly key: DraftSet['key'];
  readonly unsent: Unsent;
  /** @returns the answer; `null` when the application has gone away */
  send(command: DraftSet): Promise<Reply<unknown> | null>;
  readonly timers?: Timers | undefined;
}

export interface DraftSaver {
  /** A newer draft; it replaces the one that waits. */
  typed(draft: Typed): void;
  /** Sends what waits, now. */
  flush(): void;
  /** What was typed is given up: nothing waits, and the window keeps nothing. */
  forget(): void;
  readonly waiting: boolean;
}

/**
 * Decides when typed text is sent: after a pause, and under continuous typing at least every `LONGEST_MS`; a save that is
 * only ever put off is how other programs lost an afternoon. Until it is answered the window keeps the text itself.
 */
export function draftSaver({ key, unsent, send, timers = windowTimers }: DraftSaverOptions): DraftSaver {
  const kept = `draft/${key}`;
  let pending: { command: DraftSet; since: number; timer: number } | null = null;

  const flush = (): void => {
    if (pending === null) return;
    const { command, timer } = pending;
    timers.clear(timer);
    pending = null;
    void send(command).then((reply) => {
      // Another desk holds the pen: the words stay here until they were shown to be copied.
      const taken = reply?.ok === false && reply.refusal.code === 'otherDesk';
      if (reply !== null && !taken) unsent.forget(kept, command);
    });
  };

  return {
    typed: (draft) => {
      const command = { type: 'draft.set', key, draft } as const;
      unsent.keep(kept, command);
      const now = timers.now();
      const since = pending?.since ?? now;
      if (pending !== null) timers.clear(pending.timer);
      const wait = Math.max(0, Math.min(PAUSE_MS, since + LONGEST_MS - now));
      pending = { command, since, timer: timers.set(flush, wait) };
    },
    flush,
    forget: () => {
      if (pending !== null) timers.clear(pending.timer);
      pending = null;
      unsent.forget(kept);
    },
    get waiting() {
      return pending !== null;
    },
  };
}
