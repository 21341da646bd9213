import type { Command } from '#core/commands/apply.ts';
import type { Reply } from '#core/protocol/messages.ts';
import type { RefusalCode } from '#core/refusals/refusals.ts';
import { type OpenMeeting, type Outbox, outbox } from '#renderer/client/outbox.ts';
import { steppedTimers } from './stepped-timers.ts';
import { windowStorage } from './window-storage.ts';

export const ok = (seq = 0): Reply<{ seq: number }> => ({ ok: true, value: { seq } });
export const refused = (code: RefusalCode): Reply<{ seq: number }> => ({ ok: false, refusal: { code, params: {} } });

/** One window and the application behind it, which answers only when the test lets it. */
export function outboxWorld(storage: Storage = windowStorage()) {
  const { timers, advance } = steppedTimers();
  const sent: Command[] = [];
  const waiting: { resolve(reply: Reply<{ seq: number }>): void; reject(error: Error): void }[] = [];
  let meeting: OpenMeeting | null = { id: 'm1', seq: 0, durable: 0 };
  const failures: unknown[] = [];
  /** The next page of the same window: it has the storage and nothing else. */
  const nextPage = (): Outbox => {
    sent.length = 0;
    waiting.length = 0;
    return outbox({
      storage,
      send: (command) => {
        sent.push(command);
        return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
      },
      open: () => meeting,
      placeOf: (command) => ('itemId' in command ? String(command.itemId) : ''),
      onFailed: (error) => failures.push(error),
      later: (run, ms) => void timers.later(run, ms),
    });
  };
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return {
    storage,
    timers,
    advance,
    sent,
    failures,
    nextPage,
    settle,
    /** The oldest unanswered command is answered. */
    answer: async (reply: Reply<{ seq: number }>) => {
      waiting.shift()?.resolve(reply);
      await settle();
    },
    /** The connection breaks: it is unknown whether anything arrived. */
    lose: async () => {
      for (const { reject } of waiting.splice(0)) reject(new Error('lost'));
      await settle();
    },
    open: (next: OpenMeeting | null) => {
      meeting = next;
    },
  };
}
