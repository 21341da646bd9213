import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { Audience, Push } from '#core/protocol/messages.ts';
import type { MessageHandler } from '../port.ts';
import { LAST_WORDS_CHANNEL, MESSAGE_CHANNEL, PUSH_CHANNEL } from './channels.ts';
import { pageAddress } from './scheme.ts';
import type { WindowSet } from './windows.ts';

/**
 * The audience of a message: that of the window it came from, if it came from that window's own page and no frame in
 * it.
 */
function senderOf(event: IpcMainInvokeEvent, windows: WindowSet): Audience {
  const audience = windows.audienceOf(event.sender);
  const frame = event.senderFrame;
  const ours =
    audience !== null &&
    frame !== null &&
    frame.parent === null &&
    frame.url.split(/[?#]/)[0] === pageAddress(audience);
  if (!ours) throw new Error('a message from a page that may send none');
  return audience;
}

/** There is one window per audience, so its pages need no name to distinguish them. */
const ONLY = 'window';

/** Answers the windows' messages. Called once. */
export function answerWindows(windows: WindowSet, handler: MessageHandler): void {
  ipcMain.handle(MESSAGE_CHANNEL, (event, message: unknown) => handler(senderOf(event, windows), message, ONLY));
}

/** Sends to the audience's windows, if any is open. */
export function pushTo(windows: WindowSet, audience: Audience, push: Push): void {
  for (const { webContents } of windows.all(audience)) {
    if (!webContents.isDestroyed() && !webContents.isCrashed()) webContents.send(PUSH_CHANNEL, push);
  }
}

/** A page that has not answered by then hangs, ms. */
const LAST_WORDS_LIMIT = 350;

/**
 * Requests what is being typed. Called once;
 * @returns a function that asks the desk and resolves when its words have arrived, or do not come
 */
export function lastWordsOf(windows: WindowSet): () => Promise<void> {
  const waiting = new Set<() => void>();
  ipcMain.handle(LAST_WORDS_CHANNEL, (event) => {
    if (senderOf(event, windows) !== 'desk') return;
    for (const resolve of waiting) resolve();
    waiting.clear();
  });
  return () =>
    new Promise((resolve) => {
      const contents = windows.get('desk')?.webContents;
      if (contents === undefined || contents.isDestroyed() || contents.isCrashed()) {
        resolve();
        return;
      }
      waiting.add(resolve);
      setTimeout(resolve, LAST_WORDS_LIMIT);
      contents.send(LAST_WORDS_CHANNEL);
    });
}
