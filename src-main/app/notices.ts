import type { Notice } from '#core/views/desk.ts';

/** What the desk must be told once, until the operator has seen it. */
export interface Notices {
  all(): readonly Notice[];
  add(more: readonly Notice[]): void;
  /** Takes away the one at this place in the list; nothing happens where there is none. */
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
