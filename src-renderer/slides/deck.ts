import type { Box, CallFault, QueryOf, SlideCallType } from './protocol.ts';
import type { Reply, SlideWorkerHost } from './slide-worker-host.ts';

export type Opened = { readonly ok: true; readonly deck: Deck } | { readonly ok: false; readonly fault: CallFault };
export type Drawn =
  | { readonly ok: true; readonly bitmap: ImageBitmap }
  | { readonly ok: false; readonly fault: CallFault };

/** An opened file. Nothing of it rejects: what went wrong is a code. */
export interface Deck {
  readonly pages: number;
  /** In points. */
  sizeOf(
    page: number,
  ): Promise<{ readonly ok: true; readonly size: Box } | { readonly ok: false; readonly fault: CallFault }>;
  /**
   * Draws a page as large as it fits into `box`, pixels of the display. Whoever asks owns the picture, and closes it.
   * @param wanted.urgency 0 is drawn before 1; asked when there is a choice
   */
  render(page: number, box: Box, wanted?: { signal?: AbortSignal; urgency?: () => number }): Promise<Drawn>;
  destroy(): void;
}

let decks = 0;

interface Wanted {
  readonly signal?: AbortSignal;
  /** The most pages that a file may have. */
  readonly most: number;
}

/** Opens the file that is served under `address`. */
export async function openDeck(host: SlideWorkerHost, address: string, { signal, most }: Wanted): Promise<Opened> {
  decks += 1;
  const id = decks;
  const open = () =>
    host.call('open', { deck: id, address: new URL(address, location.href).href, most }, signal ? { signal } : {});
  const close = (): void => void host.call('close', { deck: id });

  const first = await open();
  if (!first.ok) return first;
  if (signal?.aborted === true) {
    close();
    return { ok: false, fault: 'cancelled' };
  }

  let opened = host.generation();
  let reopening: Promise<CallFault | null> | null = null;
  let destroyed = false;

  /** Opens it again after another file, or this one, has ended the worker. */
  async function reopened(): Promise<CallFault | null> {
    const reply = await host.call('open', { deck: id, address: new URL(address, location.href).href, most });
    if (!reply.ok) return reply.fault;
    opened = host.generation();
    return null;
  }
  async function ask<T extends SlideCallType>(
    type: T,
    query: QueryOf<T>,
    wanted?: { signal?: AbortSignal; urgency?: () => number },
    isAgain = false,
  ): Promise<Reply<T>> {
    if (destroyed) return { ok: false, fault: 'cancelled' };
    if (opened !== host.generation()) {
      reopening ??= reopened().finally(() => {
        reopening = null;
      });
      const fault = await reopening;
      if (fault !== null) return { ok: false, fault };
    }
    const reply = await host.call(type, query, wanted);
    // Another file has ended the worker in the meantime: asked once more, of the next one.
    const isLost = !reply.ok && reply.fault === 'cancelled' && wanted?.signal?.aborted !== true && !isAgain;
    return isLost && opened !== host.generation() ? ask(type, query, wanted, true) : reply;
  }

  return {
    ok: true,
    deck: {
      pages: first.answer.pages,
      async sizeOf(page) {
        const reply = await ask('size', { deck: id, page });
        return reply.ok ? { ok: true, size: reply.answer } : reply;
      },
      async render(page, box, wanted) {
        const reply = await ask('render', { deck: id, page, box }, wanted);
        return reply.ok ? { ok: true, bitmap: reply.answer } : reply;
      },
      destroy() {
        if (destroyed) return;
        destroyed = true;
        if (opened === host.generation()) close();
      },
    },
  };
}
