/**
 * The messages between the two halves of the double: the module `electron` in the main process, and the windows in a
 * test.
 */

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface DisplayDouble {
  id: number;
  label: string;
  internal: boolean;
  scaleFactor: number;
  bounds: Rect;
  workArea: Rect;
}

/** What a test can inspect in the main process. */
export interface Inspection {
  windows: {
    id: number;
    url: string;
    title: string;
    bounds: Rect;
    fullScreen: boolean;
    visible: boolean;
    focused: boolean;
    /** Level at which it is above all others; `null` if it is not. */
    topLevel: string | null;
    takesMouse: boolean;
    /** Whether another program's window is above it. */
    covered: boolean;
    zoomLevel: number;
    options: Record<string, unknown>;
  }[];
  blockers: string[];
  privileges: { scheme: string; privileges: Record<string, boolean> }[];
  switches: string[];
  menu: 'unset' | 'none' | 'set';
  popups: { window: number | null; items: { label: string; role: string; enabled: boolean }[] }[];
  /** Calls that changed a window, those made inside an event, and how often macOS created a space for it. */
  calls: { count: number; inEvent: string[]; spaces: number };
  paths: Record<string, string>;
  permissions: { request: boolean | null; check: boolean | null; device: boolean | null };
  shown: {
    kind: 'errorBox' | 'messageBox' | 'saveDialog' | 'openDialog' | 'openPath' | 'showItemInFolder';
    detail: string;
  }[];
  pids: number[];
}

/** Main process to windows; each is answered. */
export interface WindowCalls {
  create(given: { id: number; javascript: boolean; preload: string | null; width: number; height: number }): void;
  load(given: { id: number; url: string }): void;
  reload(given: { id: number }): void;
  resize(given: { id: number; width: number; height: number }): void;
  close(given: { id: number }): void;
  deliver(given: { id: number; channel: string; args: unknown[] }): void;
  reply(given: { id: number; callId: number; channel: string; ok: boolean; value: unknown }): void;
  pdf(given: { id: number; options: Record<string, unknown> }): Uint8Array;
}

/** Windows (and the test itself) to main process; each is answered. */
export interface MainCalls {
  request(given: { id: number; url: string; method: string; resourceType: string; headers: Record<string, string> }): {
    status: number;
    headers: Record<string, string>;
    body: Uint8Array;
  } | null;
  mayNavigate(given: { id: number; url: string; isMainFrame: boolean }): boolean;
  mayOpen(given: { id: number; url: string }): boolean;
  navigated(given: { id: number; url: string; title: string }): void;
  invoke(given: {
    id: number;
    callId: number;
    channel: string;
    args: unknown[];
    url: string;
    isMainFrame: boolean;
  }): void;
  gone(given: { id: number; reason: string }): void;
  userClose(given: { id: number }): void;
  userFocus(given: { id: number }): void;
  /** Another program has put a window above all others. */
  foreignInFront(given: { takesFocus: boolean }): void;
  userMove(given: { id: number; bounds: Rect }): void;
  key(given: {
    id: number;
    key: string;
    control?: boolean;
    alt?: boolean;
    shift?: boolean;
    isAutoRepeat?: boolean;
  }): boolean;
  rightClick(given: { id: number; isEditable: boolean; selectionText: string }): void;
  /**
   * Windows: `query` asks whether the session may end (`vetoed` by another program, it continues); `end` ends it and
   * the process.
   */
  session(given: { event: 'query' | 'end' }): { prevented: boolean };
  setDisplays(given: { displays: DisplayDouble[]; event: 'added' | 'removed' | 'metrics' }): void;
  power(given: { event: 'suspend' | 'resume' }): void;
  inspect(given: Record<string, never>): Inspection;
}

export type Wire =
  | { kind: 'call'; n: number; name: string; given: unknown }
  | { kind: 'answer'; n: number; ok: true; value: unknown }
  | { kind: 'answer'; n: number; ok: false; message: string };

type Calls<T> = { [K in keyof T]: (given: never) => unknown };
type Given<F> = F extends (given: infer G) => unknown ? G : never;
type Result<F> = F extends (given: never) => infer R ? Awaited<R> : never;

export interface Link<Out extends Calls<Out>> {
  call<K extends keyof Out & string>(name: K, given: Given<Out[K]>): Promise<Result<Out[K]>>;
  /** Ends every waiting call; nothing can be requested any more. */
  end(why: string): void;
}

/** @param handlers answer the other side; each may be asynchronous */
export function link<Out extends Calls<Out>, In extends Calls<In>>(
  post: (wire: Wire) => void,
  listen: (take: (wire: Wire) => void) => void,
  handlers: { [K in keyof In]: (given: Given<In[K]>) => Result<In[K]> | Promise<Result<In[K]>> },
): Link<Out> {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let last = 0;
  let ended: string | null = null;

  async function answer(n: number, name: string, given: unknown): Promise<void> {
    try {
      const handler = handlers[name as keyof In] as ((given: unknown) => unknown) | undefined;
      if (handler === undefined) throw new Error(`nothing answers ${name}`);
      const value = await handler(given);
      if (ended === null) post({ kind: 'answer', n, ok: true, value });
    } catch (error) {
      if (ended === null)
        post({ kind: 'answer', n, ok: false, message: error instanceof Error ? error.message : String(error) });
    }
  }

  listen((wire) => {
    if (wire.kind === 'call') {
      void answer(wire.n, wire.name, wire.given);
      return;
    }
    const waiter = waiting.get(wire.n);
    waiting.delete(wire.n);
    if (wire.ok) waiter?.resolve(wire.value);
    else waiter?.reject(new Error(wire.message));
  });

  return {
    call: (name, given) =>
      new Promise((resolve, reject) => {
        if (ended !== null) {
          reject(new Error(ended));
          return;
        }
        last += 1;
        waiting.set(last, { resolve: resolve as (value: unknown) => void, reject });
        post({ kind: 'call', n: last, name, given });
      }),
    end(why) {
      ended = why;
      for (const { reject } of waiting.values()) reject(new Error(why));
      waiting.clear();
    },
  };
}
