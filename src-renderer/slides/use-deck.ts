import { useContext, useEffect, useState } from 'react';
import { SLIDES_PAGES_MAX } from '#core/model/lengths.ts';
import { type Deck, openDeck } from './deck.ts';
import type { SlideFault } from './protocol.ts';
import { SlideWorkerContext, type SlideWorkerHolder } from './slide-worker-context.ts';
import { type SlideWorkerHost, slideWorkerHost, startSlideWorker } from './slide-worker-host.ts';

/** @throws outside a `SlideWorkerContext` */
export function useSlideWorker(): SlideWorkerHost {
  const holder = useContext(SlideWorkerContext);
  if (holder === null) throw new Error('useSlideWorker outside SlideWorkerContext');
  return hostOf(holder);
}

const hostOf = (holder: SlideWorkerHolder): SlideWorkerHost => {
  holder.host ??= slideWorkerHost(startSlideWorker);
  return holder.host;
};

/** Begins a window's worker before its first slides. */
export const prepareSlides = (holder: SlideWorkerHolder): void => hostOf(holder).begin();

export type DeckState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly deck: Deck }
  | { readonly kind: 'failed'; readonly fault: SlideFault };

const OPENING: DeckState = { kind: 'opening' };

/**
 * The file under an address, open as long as it is shown.
 * @param address empty while it is not known
 */
export function useDeck(address: string): DeckState {
  const host = useSlideWorker();
  const [found, setFound] = useState<{ readonly address: string; readonly state: DeckState }>({
    address: '',
    state: OPENING,
  });
  useEffect(() => {
    if (address === '') return;
    const abort = new AbortController();
    let deck: Deck | null = null;
    const open = async (): Promise<void> => {
      const opened = await openDeck(host, address, { signal: abort.signal, most: SLIDES_PAGES_MAX });
      if (opened.ok) deck = opened.deck;
      if (abort.signal.aborted) {
        deck?.destroy();
        return;
      }
      if (opened.ok) setFound({ address, state: { kind: 'open', deck: opened.deck } });
      else if (opened.fault !== 'cancelled') setFound({ address, state: { kind: 'failed', fault: opened.fault } });
    };
    void open();
    return () => {
      abort.abort();
      deck?.destroy();
    };
  }, [host, address]);
  // Never a page of the file before it.
  return found.address === address ? found.state : OPENING;
}
