import { describe, expect, it } from 'vitest';
import { deskI18n, deskT } from '#renderer/desk/kernel/i18n.ts';
import { toastStore } from '#renderer/desk/kernel/toasts/toast-store.ts';
import { wayBack } from '#renderer/desk/kernel/toasts/way-back.ts';

function opened(roomLooks = () => false) {
  const toasts = toastStore(roomLooks);
  const back: string[] = [];
  return { toasts, back, way: wayBack(toasts, deskT(deskI18n()), roomLooks) };
}

describe('words that a key has closed', () => {
  it('come back by undo, the last first, and their message is removed', () => {
    const { toasts, back, way } = opened();
    way.offer('Perubahan catatan tidak disimpan.', () => back.push('first'));
    way.offer('Perubahan catatan tidak disimpan.', () => back.push('second'));
    expect(toasts.get()).toHaveLength(2);
    expect(way.take()).toBe(true);
    expect(way.take()).toBe(true);
    expect(way.take()).toBe(false);
    expect(back).toEqual(['second', 'first']);
    expect(toasts.get()).toEqual([]);
  });

  it('come back by the button of their message, once', () => {
    const { toasts, back, way } = opened();
    way.offer('…', () => back.push('words'));
    toasts.get()[0]?.action?.run();
    expect(back).toEqual(['words']);
    expect(way.take()).toBe(false);
  });

  it('are no longer what undo means when something else was done, but keep their message among any others', () => {
    const { toasts, back, way } = opened();
    way.offer('…', () => back.push('words'));
    way.forget();
    expect(way.take()).toBe(false);
    for (const text of ['a', 'b', 'c', 'd']) toasts.show({ tone: 'info', text });
    const kept = toasts.get().find(({ holdsWords }) => holdsWords);
    kept?.action?.run();
    expect(back).toEqual(['words']);
  });

  it('stay closed while the room looks on, whoever asks, and come back afterwards', () => {
    let roomLooks = false;
    const { back, way } = opened(() => roomLooks);
    way.offer('…', () => back.push('words'));
    roomLooks = true;
    expect(way.take()).toBe(false);
    roomLooks = false;
    expect(way.take()).toBe(true);
    expect(back).toEqual(['words']);
  });

  it('are given up once, when neither undo nor a message can bring them back', () => {
    const { toasts, back, way } = opened();
    const ended: string[] = [];
    const offer = (name: string): void =>
      way.offer(
        '…',
        () => back.push(name),
        () => ended.push(name),
      );
    const close = (): void => {
      for (const { id } of toasts.get()) toasts.dismiss(id);
    };
    offer('by undo');
    way.take();
    expect(ended).toEqual(['by undo']);
    offer('by button');
    toasts.get()[0]?.action?.run();
    close();
    offer('closed');
    close();
    expect(ended).toEqual(['by undo', 'by button']);
    way.forget();
    offer('forgotten');
    way.forget();
    expect(ended).toEqual(['by undo', 'by button', 'closed']);
    close();
    way.forget();
    expect(ended).toEqual(['by undo', 'by button', 'closed', 'forgotten']);
    expect(back).toEqual(['by undo', 'by button']);
  });
});
