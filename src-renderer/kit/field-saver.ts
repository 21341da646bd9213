import type { RefusalMessage } from '#core/protocol/requests.ts';
import { typingPause } from './autosave-delay.ts';

/** The result of sending: accepted, refused with the reason, or `null` if no answer came and it is tried again. */
export type SendResult = { readonly ok: true } | { readonly ok: false; readonly refusal: RefusalMessage } | null;

export interface FieldSaverOptions<T extends object> {
  send(fields: Partial<T>): Promise<SendResult>;
  /** What an earlier page typed and could not send; it replaces main's values. */
  unsent?(): { readonly [K in keyof T]?: T[K] | undefined } | null;
  /** False for a value that would be refused (too long, invalid): it stays on the screen until it is corrected. */
  canSend?(key: keyof T, value: T[keyof T]): boolean;
  onRefused?(refusal: RefusalMessage): void;
  /**
   * Called whenever it changes with everything typed that could be sent and has not been answered, and with what is held
   * because it would be refused; `null` if nothing.
   */
  onUnsent?(fields: Partial<T> | null, held: Partial<T> | null): void;
}

/** Keeps what is typed into a form's fields until main's view contains it. */
export interface FieldSaver<T extends object> {
  edit(fields: Partial<T>): void;
  /** Sends at once; for leaving a field, a form or the window. */
  flush(): Promise<void>;
  /** Forgets what was typed into these fields, or into all: something else has replaced it. */
  discard(fields?: readonly (keyof T)[]): void;
  /** Main's present values: typed values that they contain are released. */
  told(stored: T): void;
  /** What was typed and is not in main's values yet; it replaces them. The same object until it changes. */
  overlay(): Partial<T>;
  /** True while nothing typed waits to be sent, is in progress or was refused. */
  isIdle(): boolean;
  subscribe(listener: () => void): () => void;
}

interface Entry<V> {
  readonly value: V;
  /** put off: it could not be sent, and whoever keeps it may have sent it meanwhile. */
  readonly phase: 'typed' | 'sent' | 'taken' | 'putOff';
  /** Main's value when it was sent. */
  readonly before: unknown;
}

const same = (a: unknown, b: unknown): boolean => Object.is(a, b) || JSON.stringify(a) === JSON.stringify(b);

/**
 * A saver for one form. Only one message is in progress, so that no older text can overtake a newer one. A value that
 * was refused or could not be sent stays in the overlay and is sent with the next change or `flush`.
 */
export function createFieldSaver<T extends object>(options: FieldSaverOptions<T>): FieldSaver<T> {
  const entries = new Map<keyof T, Entry<T[keyof T]>>();
  const listeners = new Set<() => void>();
  for (const [key, value] of Object.entries(options.unsent?.() ?? {})) {
    if (value === undefined) continue;
    entries.set(key as keyof T, { value: value as T[keyof T], phase: 'putOff', before: undefined });
  }
  let snapshot = Object.fromEntries([...entries].map(([key, { value }]) => [key, value])) as Partial<T>;
  let stored: T | null = null;
  let released = false;
  let underWay: Promise<void> | null = null;

  const changed = (): void => {
    snapshot = Object.fromEntries([...entries].map(([key, { value }]) => [key, value])) as Partial<T>;
    for (const listener of [...listeners]) listener();
  };
  const letGo = (): void => {
    if (stored === null) return;
    let dropped = false;
    for (const [key, entry] of entries) {
      if (entry.phase !== 'taken' && entry.phase !== 'putOff') continue;
      const held = stored[key];
      // Main may have normalised a value (trimmed it); the user's own stays while the field is in use.
      const reshaped = entry.phase === 'taken' && released && !Object.is(held, entry.before);
      if (same(held, entry.value) || reshaped) dropped = entries.delete(key) || dropped;
    }
    if (dropped) changed();
  };
  const tellUnsent = (): void => {
    if (options.onUnsent === undefined) return;
    const waiting = [...entries].filter(([, { phase }]) => phase !== 'taken');
    const those = (areSound: boolean): Partial<T> | null => {
      const some = waiting.filter(([key, { value }]) => (options.canSend?.(key, value) ?? true) === areSound);
      return some.length === 0
        ? null
        : (Object.fromEntries(some.map(([key, { value }]) => [key, value])) as Partial<T>);
    };
    options.onUnsent(those(true), those(false));
  };
  const sendNow = async (): Promise<void> => {
    pause.cancel();
    const batch = [...entries].filter(
      ([key, { phase, value }]) => (phase === 'typed' || phase === 'putOff') && (options.canSend?.(key, value) ?? true),
    );
    if (batch.length === 0) return;
    for (const [key, { value }] of batch) entries.set(key, { value, phase: 'sent', before: stored?.[key] });
    const result = await options.send(Object.fromEntries(batch.map(([key, { value }]) => [key, value])) as Partial<T>);
    for (const [key, sent] of batch) {
      const now = entries.get(key);
      if (now === undefined || now.phase !== 'sent' || !Object.is(now.value, sent.value)) continue;
      entries.set(key, { ...now, phase: result === null ? 'putOff' : result.ok ? 'taken' : 'typed' });
    }
    // What was not accepted is kept as it was sent.
    if (result?.ok === true) tellUnsent();
    if (result !== null && !result.ok) options.onRefused?.(result.refusal);
    letGo();
  };

  const flush = async (): Promise<void> => {
    pause.cancel();
    while (underWay !== null) await underWay;
    underWay = sendNow().finally(() => {
      underWay = null;
    });
    await underWay;
  };
  const pause = typingPause(() => void flush());

  return {
    edit: (fields) => {
      released = false;
      for (const key of Object.keys(fields) as (keyof T)[]) {
        entries.set(key, { value: fields[key] as T[keyof T], phase: 'typed', before: stored?.[key] });
      }
      changed();
      tellUnsent();
      pause.typed();
    },
    flush: async () => {
      released = true;
      await flush();
      letGo();
    },
    discard: (fields = [...entries.keys()]) => {
      for (const key of fields) entries.delete(key);
      changed();
      tellUnsent();
    },
    told: (now) => {
      stored = now;
      letGo();
    },
    overlay: () => snapshot,
    isIdle: () => entries.size === 0,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
