import { appDouble } from './app.ts';
import { sessionDouble } from './session.ts';
import { cloned, KnownEvents, strict } from './strict.ts';
import { windowsLink } from './windows-link.ts';

const EVENTS = [
  'before-input-event',
  'context-menu',
  'did-finish-load',
  'did-navigate',
  'destroyed',
  'render-process-gone',
  'will-attach-webview',
  'will-frame-navigate',
  'will-navigate',
  'will-redirect',
];

type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };

export class WebContentsDouble extends KnownEvents {
  readonly id: number;
  readonly session = sessionDouble;
  url = '';
  title = '';
  crashed = false;
  destroyed = false;
  zoom = 0;
  open: OpenHandler | null = null;
  loaded: () => void = () => undefined;

  constructor(id: number) {
    super('webContents', EVENTS);
    this.id = id;
  }

  send(channel: string, ...args: unknown[]): void {
    if (this.destroyed) throw new TypeError('Object has been destroyed');
    const copied = cloned(args);
    windowsLink()
      .call('deliver', { id: this.id, channel, args: copied })
      .catch(() => undefined);
  }

  async loadURL(url: string): Promise<void> {
    await windowsLink().call('load', { id: this.id, url });
    this.crashed = false;
    this.emit('did-finish-load', {});
    this.loaded();
  }

  reload(): void {
    windowsLink()
      .call('reload', { id: this.id })
      .then(() => {
        this.crashed = false;
        this.emit('did-finish-load', {});
      })
      .catch((error: unknown) => {
        if (!this.destroyed) throw error;
      });
  }

  getURL(): string {
    return this.url;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  isCrashed(): boolean {
    return this.crashed;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.open = handler;
  }

  setWebRTCIPHandlingPolicy(policy: string): void {
    if (policy !== 'disable_non_proxied_udp') throw new Error(`the double of electron knows no policy ${policy}`);
  }

  getZoomLevel(): number {
    return this.zoom;
  }

  setZoomLevel(level: number): void {
    this.zoom = level;
  }

  async printToPDF(options: Record<string, unknown>): Promise<Buffer> {
    return Buffer.from(await windowsLink().call('pdf', { id: this.id, options }));
  }
}

export function makeContents(id: number): WebContentsDouble {
  const contents = strict('webContents', new WebContentsDouble(id));
  appDouble.emit('web-contents-created', {}, contents);
  return contents;
}
