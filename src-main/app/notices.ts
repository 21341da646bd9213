import type { Notice } from '#core/views/desk.ts';

/** Messages that the desk shows until the operator dismisses them. */
export interface Notices {
  all(): readonly Notice[];
  add(more: readonly Notice[]): void;
  /** Shows one while something lasts; it is there once, and not again after it was dismissed. */
  during(code: Notice['code'], lasts: boolean): void;
  /** Adds one in place of what was said of the same before. */
  renew(notice: Notice): void;
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
    during(code, lasts) {
      const others = notices.filter((notice) => notice.code !== code);
      if (lasts || others.length < notices.length) become(lasts ? [...others, { code, params: {} }] : others);
    },
    renew: (notice) => become([...notices.filter(({ code }) => code !== notice.code), notice]),
    dismiss: (index) => become(notices.toSpliced(index, 1)),
  };
}
