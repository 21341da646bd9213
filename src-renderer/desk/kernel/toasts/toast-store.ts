import type { CommandType } from '#core/commands/apply.ts';
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
  /**
   * Whether the room may read it while it looks at this window: it names no file and no address, quotes nobody, and does
   * not say what is private. All others are held until the room no longer looks on.
   */
  readonly forRoom?: boolean;
}

export type NewToast = Omit<Toast, 'id'>;

export interface ToastStore extends Pick<ValueStore<readonly Toast[]>, 'get' | 'subscribe'> {
  readonly list: ValueStore<readonly Toast[]>;
  show(toast: NewToast): number;
  dismiss(id: number): void;
}

/** Whether messages about such a command are for the room: the clock and the screen are what it sees. */
export const isForRoom = (type: CommandType): boolean => /^(?:turn|screen|slides)\./.test(type);

const isRead = ({ forRoom }: NewToast): boolean => forRoom === true;

/** More than this at once would hide the desk; the oldest is removed. */
const MOST = 3;

/**
 * The short messages at the bottom of the desk. A message with the same words as the last one replaces it.
 * @param roomLooks whether the room looks at this window, and reads only the messages that are for it
 */
export function toastStore(roomLooks: () => boolean): ToastStore {
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
        // What is held is not in the way of what the room reads.
        const there = roomLooks() ? others.filter((one) => isRead(one) === isRead(toast)) : others;
        const tooMany = Math.max(there.length - (MOST - 1), 0);
        const crowded = there.filter(({ holdsWords }) => holdsWords !== true).slice(0, tooMany);
        return [...others.filter((one) => !crowded.includes(one)), { ...toast, id }];
      });
      return id;
    },
    dismiss: (id) => list.update((before) => before.filter((toast) => toast.id !== id)),
  };
}
