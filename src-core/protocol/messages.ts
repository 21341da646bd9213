import type { Patch } from 'immer';
import { z } from 'zod';
import type { Command } from '../commands/apply.ts';
import type { Instant, Mono } from '../time/units.ts';
import type { DeskView } from '../views/desk.ts';
import type { ProjectorView } from '../views/projector.ts';
import type { AnswerOf, RefusalMessage, RequestOf, RequestType } from './requests.ts';

/** A window is an audience: it receives the view built for it, and may send what is listed for it below. */
export const AUDIENCES = ['desk', 'projector'] as const;
export type Audience = (typeof AUDIENCES)[number];

export interface ViewOf {
  desk: DeskView;
  projector: ProjectorView;
}

/** The answer to `hello`: the whole view, and the main process's clocks at that moment. */
export interface Hello<A extends Audience = Audience> {
  readonly audience: A;
  /** The window's name among those of its audience, to compare with `DeskView.seat`. */
  readonly client: string;
  readonly view: ViewOf[A];
  /** The revision of this audience's view. Pushes up to this revision are already in it; the next one is `rev + 1`. */
  readonly rev: number;
  readonly clocks: Clocks;
}

export interface Clocks {
  /** The monotonic clock to which anchors refer. */
  readonly mono: Mono;
  readonly now: Instant;
}

/**
 * What main pushes. The desk receives patches of its view (in immer's form), the projector always its whole small view,
 * so that half of a change is never visible.
 *
 * Each audience has its own revisions, without gaps: a push takes the view from `rev - 1` to `rev`. A window applies
 * only the one after the revision it has; it drops an earlier one, and when one is missing it sends `hello` again.
 */
export type Push =
  | { readonly kind: 'patches'; readonly patches: readonly Patch[]; readonly rev: number; readonly clocks: Clocks }
  | { readonly kind: 'view'; readonly view: DeskView | ProjectorView; readonly rev: number; readonly clocks: Clocks };

export type Reply<T = null> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: RefusalMessage };

/** The envelope of every message from a window. */
export const ClientMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hello') }),
  z.object({ kind: z.literal('command'), command: z.looseObject({ type: z.string() }) }),
  z.object({ kind: z.literal('request'), type: z.string(), payload: z.unknown() }),
]);
export type ClientMessage = z.infer<typeof ClientMessage>;

/** What each audience may send; of requests the projector only those in `PROJECTOR_MAY_ASK`. */
export const MAY_SEND: Record<Audience, readonly ClientMessage['kind'][]> = {
  desk: ['hello', 'command', 'request'],
  projector: ['hello', 'request'],
};

/** `reconnecting`: the connection broke and is being restored; requests wait meanwhile. */
export type ConnectionStatus = 'connected' | 'reconnecting';

/** The four functions that a preload exposes as `window.ekspose`; the browser host's connection offers the same. */
export interface EksposePort {
  hello(): Promise<Hello>;
  /**
   * Answers with the change's sequence number; it is on the disk when the view's `saved.durable` has reached that
   * number.
   */
  send(command: Command): Promise<Reply<{ seq: number }>>;
  ask<T extends RequestType>(type: T, payload: RequestOf<T>): Promise<Reply<AnswerOf[T]>>;
  /** @returns stops listening */
  onPush(listener: (push: Push) => void): () => void;
  /**
   * Reports when the connection breaks and when it is back. Pushes in between were lost, so the view must be fetched
   * again. Absent if a connection cannot break.
   * @returns stops listening
   */
  onStatus?(listener: (status: ConnectionStatus) => void): () => void;
}
