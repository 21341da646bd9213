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
  /** A second thing that can be done with it. */
  readonly other?: ToastAction;
  /** Whether its action takes the last step back: only the newest such offer is about the last step. */
  readonly undoes?: true;
  /** Whether its action brings typed words back: then no other message takes its place. */
  readonly holdsWords?: true;
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
