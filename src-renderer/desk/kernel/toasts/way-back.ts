import type { DeskT } from '../i18n.ts';
import type { ToastStore } from './toast-store.ts';

/** Words that a key has just closed, and how to restore them. */
export interface WayBack {
  /**
   * Reports what was closed, and offers to restore it: by the message's button, or by the next undo.
   * @param ended is told once that neither can restore it any more: it is being restored, or was given up
   */
  offer(text: string, bringBack: () => void, ended?: () => void): void;
  /** What undo does first, unless the room looks on, which need not read them. @returns whether something was restored */
  take(): boolean;
  /** Something else was done since, which the next undo is about. The messages stay. */
  forget(): void;
}

interface Offer {
  readonly toast: number;
  /** Whether undo still means it. */
  readonly byUndo: boolean;
  bringBack(): void;
  ended(): void;
}

/** @param roomLooks whether the room looks at this window */
export function wayBack(
  toasts: Pick<ToastStore, 'show' | 'dismiss' | 'get' | 'subscribe'>,
  t: DeskT,
  roomLooks: () => boolean,
): WayBack {
  let offers: readonly Offer[] = [];
  const end = (isOver: (offer: Offer) => boolean): void => {
    const over = offers.filter(isOver);
    if (over.length === 0) return;
    offers = offers.filter((offer) => !over.includes(offer));
    for (const { ended } of over) ended();
  };
  const endGivenUp = (): void => end(({ toast, byUndo }) => !byUndo && toasts.get().every(({ id }) => id !== toast));
  toasts.subscribe(endGivenUp);
  return {
    offer: (text, bringBack, ended = () => undefined) => {
      const run = (): void => {
        end(({ toast }) => toast === id);
        bringBack();
      };
      const id = toasts.show({ tone: 'info', text, holdsWords: true, action: { label: t('domain:bringBack'), run } });
      offers = [...offers, { toast: id, byUndo: true, bringBack, ended }];
    },
    take: () => {
      const last = offers.findLast(({ byUndo }) => byUndo);
      if (last === undefined || roomLooks()) return false;
      end((offer) => offer === last);
      toasts.dismiss(last.toast);
      last.bringBack();
      return true;
    },
    forget: () => {
      offers = offers.map((offer) => ({ ...offer, byUndo: false }));
      endGivenUp();
    },
  };
}
