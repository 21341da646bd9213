import type { App, Session, WebContents } from 'electron';
import { isDocument, isOurs } from './scheme.ts';

/**
 * Chromium's own network traffic, which no page requests: component updates, field trials, name look-ups. Must run
 * before `ready`.
 */
export function silenceNetwork(app: App): void {
  for (const name of ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability']) {
    app.commandLine.appendSwitch(name);
  }
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

/**
 * Only our own scheme is ever loaded, and what needs no network: what a page created itself (`blob:` of that origin)
 * and what a document embeds (`data:`); each page's own policy says whether it may use them.
 */
const mayLoad = (url: string): boolean =>
  url.startsWith('data:') || isOurs(url.startsWith('blob:') ? url.slice('blob:'.length) : url);

/** Denies every permission, download and foreign request of the session. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url) }));
}

/**
 * Denies whatever would take a window away from its page: navigation, new windows, embedded browsers. A frame may show
 * a document of ours; a page may be reloaded.
 */
export function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    const allowed = event.isMainFrame ? isOurs(event.url) && event.url === contents.getURL() : isDocument(event.url);
    if (!allowed) event.preventDefault();
  });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
