import type { DeskView } from '#core/views/desk.ts';
import type { ViewStore } from '#renderer/client/view-store.ts';

/** Longer than a push can be behind the answer to the same change; a lost one must not block the keys, ms. */
const LONGEST = 300;

/**
 * Resolves when the view contains an answered change, so that the next action is judged by it; or when another meeting,
 * or none, is open, or the view does not come.
 * @param seq the change's number, from the answer
 */
export async function caughtUp(store: Pick<ViewStore<DeskView>, 'current' | 'subscribe'>, seq: number): Promise<void> {
  const openId = store.current().meeting?.id;
  const isThere = (): boolean => store.current().saved.seq >= seq || store.current().meeting?.id !== openId;
  if (isThere()) return;
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(end, LONGEST);
    const stop = store.subscribe(() => {
      if (isThere()) end();
    });
  });
}
