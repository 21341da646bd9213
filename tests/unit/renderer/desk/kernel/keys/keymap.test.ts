import { describe, expect, it } from 'vitest';
import { ROLES } from '#core/model/roles.ts';
import { bindingOf, KEYMAP, type KeyStroke } from '#renderer/desk/kernel/keys/keymap.ts';
import { agendaKeyOf, noteKeyOf } from '#renderer/desk/kernel/keys/list-keys.ts';

const stroke = (code: string, held: Partial<KeyStroke> = {}): KeyStroke => ({
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const anywhere = { inText: false, inDialog: false };
const typing = { inText: true, inDialog: false };
const doing = (...given: Parameters<typeof bindingOf>) => bindingOf(...given)?.action.do ?? null;

describe('the keys of the desk', () => {
  it('are each tied to one thing', () => {
    const strokes = KEYMAP.map(({ code, ctrl, alt, shift }) => [code, ctrl, alt, shift].join());
    expect(new Set(strokes).size).toBe(strokes.length);
    const caps = KEYMAP.map(({ cap }) => cap);
    expect(new Set(caps).size).toBe(caps.length);
  });

  it('work while a note is typed', () => {
    expect(doing(stroke('F8'), typing)).toBe('startPause');
    expect(doing(stroke('F9'), typing)).toBe('finishNext');
    expect(doing(stroke('KeyJ', { altKey: true }), typing)).toBe('followUp');
    expect(doing(stroke('KeyE', { ctrlKey: true }), typing)).toBe('export');
  });

  it('leave undo and redo to the field in which somebody types', () => {
    expect(doing(stroke('KeyZ', { ctrlKey: true }), typing)).toBeNull();
    expect(doing(stroke('KeyZ', { ctrlKey: true }), anywhere)).toBe('undo');
    expect(doing(stroke('KeyY', { ctrlKey: true }), anywhere)).toBe('redo');
    expect(doing(stroke('KeyZ', { altKey: true }), typing)).toBe('undo');
  });

  it('take no letter or sign alone: those are typed', () => {
    const alone = KEYMAP.filter(
      ({ code, ctrl, alt }) => ctrl !== true && alt !== true && /^(?:Key|Digit|Slash|Space)/.test(code),
    );
    expect(alone).toEqual([]);
  });

  it('go on while they are held only where every step is meant', () => {
    const held = new Set(KEYMAP.filter(({ repeats }) => repeats).map(({ action }) => action.do));
    expect(held).toEqual(new Set(['addTime', 'turnPage', 'undo', 'redo']));
  });

  it('let the leader interrupt while a dialog is open, and nothing else', () => {
    const dialog = { inText: true, inDialog: true };
    expect(doing(stroke('F8'), dialog)).toBe('startPause');
    expect(doing(stroke('F6'), dialog)).toBe('blank');
    expect(doing(stroke('F4'), dialog)).toBeNull();
    expect(doing(stroke('Digit1', { altKey: true }), dialog)).toBeNull();
  });

  it('turn pages only while slides are shown, also while a note is typed, and never behind a dialog', () => {
    const slides = { ...typing, slides: true };
    expect(doing(stroke('PageDown'), typing)).toBeNull();
    expect(doing(stroke('PageDown'), slides)).toBe('turnPage');
    expect(bindingOf(stroke('PageUp', { ctrlKey: true }), slides)?.action).toEqual({ do: 'turnPage', to: 'first' });
    expect(doing(stroke('PageDown'), { ...slides, inDialog: true })).toBeNull();
    expect(doing(stroke('KeyB', { ctrlKey: true }), typing)).toBe('layout');
  });

  it('know AltGr for what it is', () => {
    expect(doing(stroke('KeyL', { altKey: true, ctrlKey: true }), typing)).toBeNull();
  });

  it('give the digits to the leaders in the order of their rank', () => {
    const roles = ROLES.map((_role, index) => bindingOf(stroke(`Digit${index + 1}`, { altKey: true }), typing)?.action);
    expect(roles).toEqual(ROLES.map((role) => ({ do: 'author', role })));
  });

  it('add and take minutes', () => {
    expect(bindingOf(stroke('F7'), typing)?.action).toEqual({ do: 'addTime', by: 60_000 });
    expect(bindingOf(stroke('F7', { shiftKey: true }), typing)?.action).toEqual({ do: 'addTime', by: -60_000 });
  });
});

describe('the keys of the lists', () => {
  const key = (name: string, altKey = false, shiftKey = false) => ({
    key: name,
    altKey,
    shiftKey,
    ctrlKey: false,
    metaKey: false,
  });
  it('are read with Alt and without', () => {
    expect(agendaKeyOf(key('ArrowUp', true))).toBe('moveUp');
    expect(agendaKeyOf(key('ArrowUp'))).toBeNull();
    expect(agendaKeyOf(key('Delete'))).toBe('remove');
    expect(agendaKeyOf(key('Delete', false, true))).toBeNull();
    expect(noteKeyOf(key('ArrowDown'))).toBe('down');
    expect(noteKeyOf(key('Enter'))).toBe('edit');
  });
});
