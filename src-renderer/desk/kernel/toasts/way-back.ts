import type { DeskT } from '../i18n.ts';
import type { ToastStore } from './toast-store.ts';

/** Words that a key has just closed, and how to restore them. */
export interface WayBack {
  /** Reports what was closed, and offers to restore it: by the message's button, or by the next undo. */
  offer(text: string, bringBack: () => void): void;
  /** What undo does first, unless the room looks on, which need not read them. @returns whether something was restored */
  take(): boolean;
  /** Something else was done since, which the next undo is about. The messages stay. */
  forget(): void;
}

/** @param roomLooks whether the room looks at this window */
export function wayBack(toasts: Pick<ToastStore, 'show' | 'dismiss'>, t: DeskT, roomLooks: () => boolean): WayBack {
  let offers: readonly { readonly toast: number; bringBack(): void }[] = [];
  return {
    offer: (text, bringBack) => {
      const run = (): void => {
        offers = offers.filter(({ toast }) => toast !== id);
        bringBack();
      };
      const id = toasts.show({ tone: 'info', text, holdsWords: true, action: { label: t('domain:bringBack'), run } });
      offers = [...offers, { toast: id, bringBack }];
    },
    take: () => {
      const last = offers.at(-1);
      if (last === undefined || roomLooks()) return false;
      offers = offers.slice(0, -1);
      toasts.dismiss(last.toast);
      last.bringBack();
      return true;
    },
    forget: () => {
      offers = [];
    },
  };
}
