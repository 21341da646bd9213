import { expect, it } from 'vitest';
import { toastStore } from '#renderer/desk/kernel/toasts/toast-store.ts';

it('keeps what is held for the desk, however many messages the room reads meanwhile', () => {
  let isShut = false;
  const toasts = toastStore(() => isShut);
  const texts = (): string[] => toasts.get().map(({ text }) => text);
  isShut = true;
  toasts.show({ tone: 'success', text: 'saved' });
  for (const text of ['a', 'b', 'c', 'd']) toasts.show({ tone: 'info', text, forRoom: true });
  expect(texts()).toEqual(['saved', 'b', 'c', 'd']);
  isShut = false;
  for (const text of ['e', 'f', 'g']) toasts.show({ tone: 'info', text });
  expect(texts()).toEqual(['e', 'f', 'g']);
});

it('holds as many messages for the desk as the desk shows, however it is said that they are not for the room', () => {
  const toasts = toastStore(() => true);
  for (const text of ['a', 'b', 'c', 'd']) {
    toasts.show({ tone: 'info', text, forRoom: false });
    toasts.show({ tone: 'info', text: `${text} too` });
  }
  expect(toasts.get().map(({ text }) => text)).toEqual(['c too', 'd', 'd too']);
});
