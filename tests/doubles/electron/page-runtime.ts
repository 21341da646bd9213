/** How the page's half of the double calls its server; one function, which is hidden from the page at once. */
export type PageCall =
  | { kind: 'start'; document: number }
  | { kind: 'next'; document: number }
  | { kind: 'invoke'; callId: number; channel: string; args: unknown[] };

export type PageMessage =
  | { kind: 'push'; channel: string; args: unknown[] }
  | { kind: 'reply'; callId: number; ok: boolean; value: unknown };

/**
 * Runs in the page before its own scripts: gives the preload the `electron` that a sandboxed preload has, and nothing
 * else. It is sent as text, so it may use nothing from outside.
 * @param runPreload the built preload, as the body of a CommonJS module
 */
export function pageRuntime(
  bindingName: string,
  runPreload: (require: (name: string) => unknown, module: object, exports: object) => void,
): void {
  const scope = window as unknown as Record<string, unknown>;
  const ask = scope[bindingName] as (call: PageCall) => Promise<PageMessage[]>;
  delete scope[bindingName];
  // A sandboxed preload runs in the window's own page, not in frames.
  if (window.top !== window || ask === undefined) return;

  // electron/electron docs/api/protocol.md: a scheme of one's own has no cookies, and none of these without a privilege for it.
  for (const [owner, name] of [
    [Document.prototype, 'cookie'],
    [Navigator.prototype, 'serviceWorker'],
  ] as const) {
    const refuse = (): never => {
      throw new Error(`the double of electron: a scheme of one's own has no ${name}`);
    };
    Object.defineProperty(owner, name, { get: refuse, set: refuse, configurable: true });
  }

  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const listeners = new Map<string, ((event: object, ...args: unknown[]) => void)[]>();
  const documentId = Math.random();
  let lastCall = 0;

  const complaining = <T extends object>(name: string, object: T): T =>
    new Proxy(object, {
      get(target, key) {
        if (
          typeof key === 'string' &&
          !(key in target) &&
          key !== 'then' &&
          key !== '__esModule' &&
          key !== 'default'
        ) {
          throw new Error(`the double of electron has no ${name}.${key} in a preload`);
        }
        return Reflect.get(target, key);
      },
    });

  const ipcRenderer = complaining('ipcRenderer', {
    invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      let copied: unknown[];
      try {
        copied = structuredClone(args);
      } catch (error) {
        return Promise.reject(error);
      }
      lastCall += 1;
      const callId = lastCall;
      return new Promise((resolve, reject) => {
        waiting.set(callId, { resolve, reject });
        void ask({ kind: 'invoke', callId, channel, args: copied });
      });
    },
    on(channel: string, listener: (event: object, ...args: unknown[]) => void): void {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    },
  });

  /** As the real bridge does: functions become proxies, plain data is copied, anything else is rejected. */
  const bridged = (value: unknown): unknown => {
    if (typeof value === 'function') {
      return (...args: unknown[]) => bridged((value as (...given: unknown[]) => unknown)(...args.map(bridged)));
    }
    if (value instanceof Promise) return value.then(bridged);
    if (typeof value === 'symbol') throw new Error('a symbol does not pass the context bridge');
    if (typeof value !== 'object' || value === null) return value;
    const prototype: unknown = Object.getPrototypeOf(value);
    if (Array.isArray(value)) return value.map(bridged);
    if (prototype === Object.prototype || prototype === null) {
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, bridged(inner)]));
    }
    if (value instanceof Error) return new Error(value.message);
    return structuredClone(value);
  };

  const contextBridge = complaining('contextBridge', {
    exposeInMainWorld(key: string, api: unknown): void {
      if (key in window) throw new Error(`Cannot bind an API on top of an existing property: ${key}`);
      const value = bridged(api);
      Object.defineProperty(window, key, { value: Object.freeze(value), enumerable: true });
    },
  });

  const take = (message: PageMessage): void => {
    if (message.kind === 'push') {
      for (const listener of listeners.get(message.channel) ?? []) listener({}, ...message.args);
      return;
    }
    const waiter = waiting.get(message.callId);
    waiting.delete(message.callId);
    if (message.ok) waiter?.resolve(message.value);
    else waiter?.reject(new Error(String(message.value)));
  };

  const listen = async (): Promise<void> => {
    await ask({ kind: 'start', document: documentId });
    for (;;) {
      for (const message of await ask({ kind: 'next', document: documentId })) take(message);
    }
  };
  // Ends with the page, when nobody is left to be informed.
  listen().catch(() => undefined);

  const electron = complaining('electron', { ipcRenderer, contextBridge });
  runPreload(
    (name) => {
      if (name === 'electron') return electron;
      throw new Error(`module not found: ${name}`);
    },
    { exports: {} },
    {},
  );
}
