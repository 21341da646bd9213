import type { ValueStore } from '../value-store.ts';
import { valueStore } from '../value-store.ts';

export interface ToastAction {
  readonly label: string;
  run(): void;
}

export interface Toast {
  readonly id: number;
  readonly tone: 'info' | 'success' | 'error';
  readonly text: string;
  readonly action?: ToastAction;
  /** A second action. */
  readonly other?: ToastAction;
  /** Whether its action undoes the last step: only the newest such offer is about the last step. */
  readonly undoes?: true;
  /** Whether its action restores typed words: then no other message replaces it. */
  readonly holdsWords?: true;
}

export type NewToast = Omit<Toast, 'id'>;

export interface ToastStore extends Pick<ValueStore<readonly Toast[]>, 'get' | 'subscribe'> {
  readonly list: ValueStore<readonly Toast[]>;
  show(toast: NewToast): number;
  dismiss(id: number): void;
}

/** More than this at once would hide the desk; the oldest is removed. */
const MOST = 3;

/** The short messages at the bottom of the desk. A message with the same words as the last one replaces it. */
export function toastStore(): ToastStore {
  const list = valueStore<readonly Toast[]>([]);
  let lastId = 0;
  return {
    list,
    get: list.get,
    subscribe: list.subscribe,
    show: (toast) => {
      lastId += 1;
      const id = lastId;
      list.update((before) => {
        const others = before.filter(({ text, holdsWords }) => holdsWords === true || text !== toast.text);
        const crowded = others.length < MOST ? undefined : others.find(({ holdsWords }) => holdsWords !== true);
        return [...others.filter((one) => one !== crowded), { ...toast, id }];
      });
      return id;
    },
    dismiss: (id) => list.update((before) => before.filter((toast) => toast.id !== id)),
  };
}
