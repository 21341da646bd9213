import { appDouble } from './app.ts';
import { KnownEvents, strict } from './strict.ts';

type Answer = (allowed: boolean) => void;
type RequestHandler = (contents: unknown, permission: string, answer: Answer, details: unknown) => void;
type CheckHandler = (contents: unknown, permission: string, origin: string, details: unknown) => boolean;
type DeviceHandler = (details: unknown) => boolean;
type BeforeRequest = (
  details: { url: string; method: string; resourceType: string; id: number },
  answer: (response: { cancel?: boolean }) => void,
) => void;

class SessionDouble extends KnownEvents {
  request: RequestHandler | null = null;
  check: CheckHandler | null = null;
  device: DeviceHandler | null = null;
  beforeRequest: BeforeRequest | null = null;
  spelling = true;

  constructor() {
    super('session', ['will-download']);
  }

  readonly webRequest = strict('session.webRequest', {
    onBeforeRequest: (listener: BeforeRequest): void => {
      if (typeof listener !== 'function') throw new Error('the double of electron takes no filter for onBeforeRequest');
      this.beforeRequest = listener;
    },
  });

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.request = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.check = handler;
  }

  setDevicePermissionHandler(handler: DeviceHandler | null): void {
    this.device = handler;
  }

  setSpellCheckerEnabled(enabled: boolean): void {
    this.spelling = enabled;
  }

  /** What each handler answers to any permission; `null` if there is no handler, in which case Electron would allow it. */
  verdicts(): { request: boolean | null; check: boolean | null; device: boolean | null } {
    let request: boolean | null = null;
    this.request?.(
      null,
      'media',
      (allowed) => {
        request = allowed;
      },
      {},
    );
    return {
      request,
      check: this.check?.(null, 'media', 'app://ekspose', {}) ?? null,
      device: this.device?.({ deviceType: 'usb' }) ?? null,
    };
  }

  cancels(details: { url: string; method: string; resourceType: string }): Promise<boolean> {
    const listener = this.beforeRequest;
    if (listener === null) return Promise.resolve(false);
    return new Promise((resolve) => listener({ ...details, id: 1 }, ({ cancel }) => resolve(cancel === true)));
  }
}

export const sessionDouble = new SessionDouble();

export function resetSession(): void {
  sessionDouble.removeAllListeners();
  Object.assign(sessionDouble, { request: null, check: null, device: null, beforeRequest: null, spelling: true });
}
const strictSession = strict('session.defaultSession', sessionDouble);

export const sessionModule = strict('session', {
  get defaultSession() {
    if (!appDouble.ready) throw new Error('Session can only be received when app is ready');
    return strictSession;
  },
});
