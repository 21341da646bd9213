import type { PageTurn } from '#core/model/slides.ts';

/** What a clicker sends, and what a hand at the projector's own keyboard would press. */
const TURNS: Readonly<Record<string, PageTurn>> = {
  PageDown: 'next',
  ArrowRight: 'next',
  ArrowDown: 'next',
  Space: 'next',
  Enter: 'next',
  NumpadEnter: 'next',
  PageUp: 'previous',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  Backspace: 'previous',
  Home: 'first',
  End: 'last',
  KeyB: 'black',
  Period: 'black',
};

type Pressed = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat'>;

/** Which turn a key asks for; `null` for every other key. A key held down turns pages, but blanks only once. */
export function turnOf({ code, ctrlKey, altKey, metaKey, repeat }: Pressed): PageTurn | null {
  if (ctrlKey || altKey || metaKey) return null;
  const turn = Object.hasOwn(TURNS, code) ? (TURNS[code] ?? null) : null;
  return turn === 'black' && repeat ? null : turn;
}

/**
 * Turns pages by keys that this window receives: the clicker's receiver may be plugged in anywhere.
 * @param isOn whether slides are shown, or may be hidden by black
 */
export function turnByKeys(page: Window, isOn: () => boolean, turn: (to: PageTurn) => void): void {
  page.addEventListener('keydown', (event) => {
    const to = turnOf(event);
    if (to === null || !isOn()) return;
    event.preventDefault();
    turn(to);
  });
}
