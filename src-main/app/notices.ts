import type { Notice } from '#core/views/desk.ts';

/** Messages that the desk shows until the operator dismisses them. */
export interface Notices {
  all(): readonly Notice[];
  add(more: readonly Notice[]): void;
  /** Removes the notice at this index; no effect if there is none. */
  dismiss(index: number): void;
}

export function noticeList(onChange: () => void): Notices {
  let notices: readonly Notice[] = [];
  const become = (next: readonly Notice[]): void => {
    notices = next;
    onChange();
  };
  return {
    all: () => notices,
    add: (more) => become([...notices, ...more]),
    dismiss: (index) => become(notices.toSpliced(index, 1)),
  };
}
