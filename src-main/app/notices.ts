import type { Notice, ShownNotice } from '#core/views/desk.ts';

/** Messages that the desk shows until the operator dismisses them. */
export interface Notices {
  all(): readonly ShownNotice[];
  add(more: readonly Notice[]): void;
  /** Shows one while something lasts; it is there once, and not again after it was dismissed. */
  during(code: Notice['code'], lasts: boolean): void;
  /**
   * Adds one in place of what was said of the same before.
   * @param isOver asked whenever the notices are looked at; once it says so, the notice has gone. Where it says so from the
   * beginning it tells nothing of this notice, which stays until it is dismissed.
   */
  renew(notice: Notice, isOver: () => boolean): void;
  /** Removes this notice; no effect if it has gone already. */
  dismiss(id: string): void;
}

/** @param newId names each notice */
export function noticeList(newId: () => string, onChange: () => void): Notices {
  let notices: readonly ShownNotice[] = [];
  const endings = new WeakMap<ShownNotice, () => boolean>();
  const become = (next: readonly ShownNotice[]): void => {
    notices = next;
    onChange();
  };
  const shown = (notice: Notice): ShownNotice => ({ ...notice, id: newId() });
  const othersThan = (code: Notice['code']) => notices.filter((notice) => notice.code !== code);
  return {
    all() {
      const left = notices.filter((notice) => endings.get(notice)?.() !== true);
      if (left.length < notices.length) notices = left;
      return notices;
    },
    add: (more) => become([...notices, ...more.map(shown)]),
    during(code, lasts) {
      const others = othersThan(code);
      if (lasts) become([...others, shown({ code, params: {} })]);
      else if (others.length < notices.length) become(others);
    },
    renew(notice, isOver) {
      const next = shown(notice);
      if (!isOver()) endings.set(next, isOver);
      become([...othersThan(notice.code), next]);
    },
    dismiss: (id) => become(notices.filter((notice) => notice.id !== id)),
  };
}
