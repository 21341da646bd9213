import type { ItemId } from '#core/model/agenda-item.ts';
import { SLIDES_PAGES_MAX } from '#core/model/lengths.ts';
import type { SlidesFile } from '#core/model/slides.ts';
import type { RefusalMessage } from '#core/protocol/requests.ts';
import { openDeck } from '#renderer/slides/deck.ts';
import type { SlideFault } from '#renderer/slides/protocol.ts';
import type { SlideWorkerHost } from '#renderer/slides/slide-worker-host.ts';
import { uploadSlides } from '#renderer/slides/upload.ts';
import type { DeskRuntime } from '../kernel/runtime.ts';

/** How far a file is. `look`: it was converted, and somebody has to look at its pages. */
export type IntakeState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'copying'; readonly bytes: number }
  | { readonly kind: 'checking' }
  | { readonly kind: 'look'; readonly slides: SlidesFile; readonly address: string }
  | { readonly kind: 'done'; readonly pages: number }
  | { readonly kind: 'failed'; readonly why: SlideFault | 'unreadable' | 'stopped' }
  | { readonly kind: 'failed'; readonly why: 'refused'; readonly refusal: RefusalMessage };

/** What is needed to take files in. */
type Parts = Pick<DeskRuntime, 'request' | 'dispatch'>;

const attached = async ({ dispatch }: Parts, itemId: ItemId, slides: SlidesFile): Promise<IntakeState> => {
  const reply = await dispatch({ type: 'slides.attach', itemId, slides });
  if (reply === null) return { kind: 'failed', why: 'gone' };
  return reply.ok ? { kind: 'done', pages: slides.pages } : { kind: 'failed', why: 'refused', refusal: reply.refusal };
};

/**
 * Copies a file, opens it in the worker to see that it can be shown, and attaches it. A converted one is not attached
 * before somebody has looked at it (`approve`).
 * @param tell hears of every step
 */
export async function takeIn(
  parts: Parts,
  host: SlideWorkerHost,
  { file, name, itemId }: { readonly file: File; readonly name: string; readonly itemId: ItemId },
  { signal, tell }: { readonly signal: AbortSignal; tell(state: IntakeState): void },
): Promise<void> {
  tell({ kind: 'copying', bytes: 0 });
  const sent = await uploadSlides(file, name, parts.request, {
    signal,
    onProgress: (bytes) => tell(bytes < file.size ? { kind: 'copying', bytes } : { kind: 'checking' }),
  });
  if (!sent.ok) {
    tell(
      sent.why === 'refused'
        ? { kind: 'failed', why: 'refused', refusal: sent.refusal }
        : { kind: 'failed', why: sent.why },
    );
    return;
  }
  const { hash, bytes, kind } = sent.file;
  const found = await parts.request('slides.address', { hash });
  if (found?.ok !== true) {
    tell({ kind: 'failed', why: 'gone' });
    return;
  }
  const address = found.value.url;
  const opened = await openDeck(host, address, { signal, most: SLIDES_PAGES_MAX });
  if (!opened.ok) {
    tell({ kind: 'failed', why: opened.fault === 'cancelled' ? 'stopped' : opened.fault });
    return;
  }
  const { pages } = opened.deck;
  // The first page as well: a file may open and show nothing.
  const first = await opened.deck.render(1, { width: 160, height: 90 }, { signal });
  opened.deck.destroy();
  if (!first.ok) {
    tell({ kind: 'failed', why: first.fault === 'cancelled' ? 'stopped' : first.fault });
    return;
  }
  first.bitmap.close();
  const slides: SlidesFile = { hash, bytes, pages, name };
  tell(kind === 'converted' ? { kind: 'look', slides, address } : await attached(parts, itemId, slides));
}

/** Attaches a converted file that somebody has looked at. */
export const approve = (parts: Parts, itemId: ItemId, slides: SlidesFile): Promise<IntakeState> =>
  attached(parts, itemId, slides);
