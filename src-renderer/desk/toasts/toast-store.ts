import type { ValueStore } from '../app/value-store.ts';
import { valueStore } from '../app/value-store.ts';

export interface ToastAction {
  readonly label: string;
  run(): void;
}

export interface Toast {
  readonly id: number;
  readonly tone: 'info' | 'success' | 'error';
  readonly text: string;
  readonly action?: ToastAction;
  /** A second thing that can be done with it. */
  readonly other?: ToastAction;
}

export type NewToast = Omit<Toast, 'id'>;

export interface ToastStore extends Pick<ValueStore<readonly Toast[]>, 'get' | 'subscribe'> {
  readonly list: ValueStore<readonly Toast[]>;
  show(toast: NewToast): number;
  dismiss(id: number): void;
}

/** More than this at once would hide the desk; the oldest goes. */
const MOST = 3;

/** The short messages at the foot of the desk. One with the same words as the last replaces it instead of piling up. */
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
      list.update((before) => [...before.filter(({ text }) => text !== toast.text), { ...toast, id }].slice(-MOST));
      return id;
    },
    dismiss: (id) => list.update((before) => before.filter((toast) => toast.id !== id)),
  };
}
