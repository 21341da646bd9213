import type { Deck } from './deck.ts';
import type { Box, SlideFault } from './protocol.ts';

interface Place {
  readonly canvas: HTMLCanvasElement;
  /** Pixels of the display. */
  readonly box: Box;
  /** Pixels of the display in one of the page that shows it. */
  readonly density: number;
}

/**
 * Draws a page of a deck on a canvas, which gets the size that the page has in the box.
 * @returns what it cannot be drawn for, `null` if it was drawn or is wanted no more
 */
export async function drawPage(
  deck: Deck,
  page: number,
  { canvas, box, density }: Place,
  wanted: { readonly signal: AbortSignal; urgency(): number; onPainted?(): void },
): Promise<SlideFault | null> {
  const drawn = await deck.render(page, box, { signal: wanted.signal, urgency: () => wanted.urgency() });
  if (!drawn.ok) return drawn.fault === 'cancelled' || wanted.signal.aborted ? null : drawn.fault;
  if (wanted.signal.aborted) {
    drawn.bitmap.close();
    return null;
  }
  const { width, height } = drawn.bitmap;
  canvas.width = width;
  canvas.height = height;
  canvas.style.width = `${width / density}px`;
  canvas.style.height = `${height / density}px`;
  canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(drawn.bitmap);
  wanted.onPainted?.();
  return null;
}

/** Takes the picture off a canvas that is shown no more: its memory would wait for the collector. */
export function clearPage(canvas: HTMLCanvasElement): void {
  canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(null);
  canvas.width = canvas.height = 0;
}
