import { EventEmitter } from 'node:events';

/** Names that the language or the module loader reads from any object. */
const ASKED_OF_ANY = new Set(['then', '__esModule', 'default', 'toJSON', 'constructor', 'prototype', '$$typeof']);

/** An object that throws when a missing member is used: a test must not pass because the double lacks something. */
export function strict<T extends object>(name: string, object: T): T {
  return new Proxy(object, {
    get(target, key, receiver) {
      if (typeof key === 'string' && !(key in target) && !ASKED_OF_ANY.has(key)) {
        throw new Error(`the double of electron has no ${name}.${key}`);
      }
      return Reflect.get(target, key, receiver);
    },
  });
}

/** An emitter that knows its events: a listener for another one would wait for ever. */
export class KnownEvents extends EventEmitter {
  private readonly known: readonly string[];
  private readonly called: string;

  constructor(called: string, known: readonly string[]) {
    super();
    this.called = called;
    this.known = known;
  }

  private insist(event: string | symbol): void {
    if (typeof event === 'string' && !this.known.includes(event)) {
      throw new Error(`the double of electron has no event ${this.called} '${event}'`);
    }
  }

  override on(event: string | symbol, listener: (...args: never[]) => void): this {
    this.insist(event);
    return super.on(event, listener as (...args: unknown[]) => void);
  }

  override once(event: string | symbol, listener: (...args: never[]) => void): this {
    this.insist(event);
    return super.once(event, listener as (...args: unknown[]) => void);
  }

  /** Emits an event that can be prevented. @returns whether it was */
  ask(event: string, details: Record<string, unknown> = {}, ...rest: unknown[]): boolean {
    let prevented = false;
    const given = {
      ...details,
      preventDefault: () => {
        prevented = true;
      },
      get defaultPrevented() {
        return prevented;
      },
    };
    this.emit(event, given, ...rest);
    return prevented;
  }
}

/** What Electron would send through a pipe: functions, symbols and the like throw `DataCloneError` here too. */
export const cloned = <T>(value: T): T => structuredClone(value);
