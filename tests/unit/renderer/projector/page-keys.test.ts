import { expect, it } from 'vitest';
import { turnOf } from '#renderer/projector/page-keys.ts';

const press = (code: string, more: object = {}) =>
  turnOf({ code, ctrlKey: false, altKey: false, metaKey: false, repeat: false, ...more });

it('knows what clickers and hands press', () => {
  const turns = [
    'PageDown',
    'ArrowRight',
    'Space',
    'Enter',
    'PageUp',
    'ArrowLeft',
    'Backspace',
    'Home',
    'End',
    'KeyB',
    'Period',
  ];
  expect(turns.map((code) => press(code))).toEqual([
    ...['next', 'next', 'next', 'next', 'previous', 'previous', 'previous', 'first', 'last', 'black', 'black'],
  ]);
});

it('leaves other keys and their combinations alone, and blanks once however long the key is held', () => {
  expect(['KeyA', 'Escape', 'F5', 'toString'].map((code) => press(code))).toEqual([null, null, null, null]);
  expect(press('PageDown', { ctrlKey: true })).toBeNull();
  expect(press('KeyB', { altKey: true })).toBeNull();
  expect(press('PageDown', { repeat: true })).toBe('next');
  expect(press('KeyB', { repeat: true })).toBeNull();
});
