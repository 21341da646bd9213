import { expect, it } from 'vitest';
import { deskT } from '#renderer/desk/kernel/i18n.ts';
import { reportErrors } from '#renderer/desk/kernel/report-errors.ts';
import { toastStore } from '#renderer/desk/kernel/toasts/toast-store.ts';
import { deskIn } from '../../../../support/desk-words.ts';

class FakeErrorEvent extends Event {
  constructor(readonly message: string) {
    super('error');
  }
}

it('reports an uncaught error, but not the browser’s remark about a layout', () => {
  Object.assign(globalThis, { ErrorEvent: FakeErrorEvent });
  const target = new EventTarget();
  const toasts = toastStore(() => false);
  const stop = reportErrors(target, { toasts, t: deskT(deskIn('en')) });
  target.dispatchEvent(new FakeErrorEvent('ResizeObserver loop completed with undelivered notifications.'));
  expect(toasts.get()).toEqual([]);
  target.dispatchEvent(new FakeErrorEvent('x is undefined'));
  expect(toasts.get()).toMatchObject([{ tone: 'error', action: { label: 'Load again' } }]);
  for (const { id } of toasts.get()) toasts.dismiss(id);
  target.dispatchEvent(new Event('unhandledrejection'));
  expect(toasts.get()).toHaveLength(1);
  stop();
  for (const { id } of toasts.get()) toasts.dismiss(id);
  target.dispatchEvent(new Event('unhandledrejection'));
  expect(toasts.get()).toEqual([]);
});
