import { type Deck, openDeck } from '#renderer/slides/deck.ts';
import type { Box } from '#renderer/slides/protocol.ts';
import { slideWorkerHost, startSlideWorker } from '#renderer/slides/slide-worker-host.ts';

/** A window with nothing but slides, for the tests of their worker: what a test may ask of it. */
export interface SlidesWindow {
  /** @returns the number of its pages, or why it cannot be shown */
  open(address: string): Promise<number | string>;
  sizeOf(address: string, page: number): Promise<Box | string>;
  /** @returns the picture's size, and how much of it is not white, in thousandths; or why there is none */
  draw(address: string, page: number, box: Box): Promise<(Box & { readonly ink: number }) | string>;
  /** Of several pages that are wanted at once, the order in which they came, and the codes of those given up. */
  drawMany(address: string, pages: readonly { page: number; urgency: number; stop?: boolean }[]): Promise<string[]>;
  close(address: string): void;
  /** Opens it once more beside the one that stays, and closes that again; the pages of both. */
  openTwice(address: string): Promise<(number | string)[]>;
  /** Which worker it is by now. */
  generation(): number;
}

declare global {
  interface Window {
    slides: SlidesWindow;
  }
}

const MOST = 2000;
const patience = Number(new URLSearchParams(location.search).get('patience'));
const host = slideWorkerHost(startSlideWorker, patience);
const decks = new Map<string, Deck>();

async function opened(address: string): Promise<Deck | string> {
  const known = decks.get(address);
  if (known !== undefined) return known;
  const reply = await openDeck(host, address, { most: MOST });
  if (!reply.ok) return reply.fault;
  decks.set(address, reply.deck);
  return reply.deck;
}

function inkOf(bitmap: ImageBitmap): number {
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  let inked = 0;
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) inked += 1;
  return Math.round((inked / (data.length / 4)) * 1000);
}

window.slides = {
  async open(address) {
    const deck = await opened(address);
    return typeof deck === 'string' ? deck : deck.pages;
  },
  async sizeOf(address, page) {
    const deck = await opened(address);
    if (typeof deck === 'string') return deck;
    const reply = await deck.sizeOf(page);
    return reply.ok ? reply.size : reply.fault;
  },
  async draw(address, page, box) {
    const deck = await opened(address);
    if (typeof deck === 'string') return deck;
    const reply = await deck.render(page, box);
    if (!reply.ok) return reply.fault;
    const { width, height } = reply.bitmap;
    const ink = inkOf(reply.bitmap);
    reply.bitmap.close();
    return { width, height, ink };
  },
  async drawMany(address, pages) {
    const deck = await opened(address);
    if (typeof deck === 'string') return [deck];
    const order: string[] = [];
    await Promise.all(
      pages.map(async ({ page, urgency, stop = false }) => {
        const abort = new AbortController();
        const reply = deck.render(page, { width: 400, height: 300 }, { urgency: () => urgency, signal: abort.signal });
        if (stop) abort.abort();
        const drawn = await reply;
        order.push(drawn.ok ? `${page}` : `${page} ${drawn.fault}`);
        if (drawn.ok) drawn.bitmap.close();
      }),
    );
    return order;
  },
  async openTwice(address) {
    const [stays, other] = await Promise.all([opened(address), openDeck(host, address, { most: MOST })]);
    if (other.ok) other.deck.destroy();
    return [typeof stays === 'string' ? stays : stays.pages, other.ok ? other.deck.pages : other.fault];
  },
  close(address) {
    decks.get(address)?.destroy();
    decks.delete(address);
  },
  generation: host.generation,
};
