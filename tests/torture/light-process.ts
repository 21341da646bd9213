import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { applyPatches, enablePatches } from 'immer';
import type { Command } from '#core/commands/apply.ts';
import type { Meeting } from '#core/model/meeting.ts';
import type { Hello, Push, Reply } from '#core/protocol/messages.ts';
import type { AnswerOf, RequestOf, RequestType } from '#core/protocol/requests.ts';
import type { DeskView } from '#core/views/desk.ts';

enablePatches();

type Incoming = { ready: true } | { id: number; answer: unknown } | { push: Push };

/** A main process that can be killed, and what its desk received. */
export interface LightProcess {
  readonly child: ChildProcess;
  /** Resolves when it answers; false when it was killed before. */
  readonly ready: Promise<boolean>;
  readonly gone: Promise<unknown>;
  view(): DeskView;
  connect(): Promise<void>;
  /** Neither resolves when the process is killed first. */
  send(command: Command): Promise<Reply<{ seq: number }>>;
  ask<T extends RequestType>(type: T, payload: RequestOf<T>): Promise<Reply<AnswerOf[T]>>;
}

/** @param onMeeting called with every state that the desk was shown, with its number */
export function startLight(
  entry: string,
  folder: string,
  onMeeting: (seq: number, meeting: Meeting, durable: number) => void,
): LightProcess {
  const child = fork(entry, [folder], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const waiting = new Map<number, (answer: unknown) => void>();
  let lastId = 0;
  let view: DeskView | null = null;
  const shown = (): void => {
    if (view?.meeting != null) onMeeting(view.saved.seq, view.meeting, view.saved.durable);
  };
  const gone = once(child, 'exit');
  const ready = new Promise<boolean>((resolve) => {
    void gone.then(() => resolve(false));
    child.on('message', (incoming: Incoming) => {
      if ('ready' in incoming) resolve(true);
      else if ('push' in incoming) {
        if (view === null || incoming.push.kind !== 'patches') return;
        view = applyPatches(view, incoming.push.patches);
        shown();
      } else {
        waiting.get(incoming.id)?.(incoming.answer);
        waiting.delete(incoming.id);
      }
    });
  });
  const call = (message: unknown): Promise<unknown> => {
    lastId += 1;
    const id = lastId;
    // A killed process has no channel any more; the answer then never comes, like the process.
    if (child.connected) child.send({ id, message }, () => undefined);
    return new Promise((resolve) => waiting.set(id, resolve));
  };
  return {
    child,
    ready,
    gone,
    view() {
      if (view === null) throw new Error('not connected');
      return view;
    },
    async connect() {
      view = ((await call({ kind: 'hello' })) as Hello<'desk'>).view;
      shown();
    },
    send: (command) => call({ kind: 'command', command }) as Promise<Reply<{ seq: number }>>,
    ask: (type, payload) => call({ kind: 'request', type, payload }) as never,
  };
}
