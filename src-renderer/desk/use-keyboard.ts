import { useLayoutEffect } from 'react';
import { itemOf } from '#core/model/meeting.ts';
import { useRuntime } from './kernel/desk-context.tsx';
import { keyPlace } from './kernel/keys/key-place.ts';
import { bindingOf, type KeyBinding } from './kernel/keys/keymap.ts';
import type { DeskScreen } from './kernel/ui-store.ts';
import { perform } from './perform.ts';
import { typeAnywhere } from './type-anywhere.ts';

const TYPING = /^(?:text|search|email|number|password|tel|url|date|time)$/;

/** Whether keys such as Ctrl+Z belong to the field that has the focus. */
export function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLInputElement) return TYPING.test(target.type);
  return target instanceof HTMLElement && target.isContentEditable;
}

/** What of a panel that is hidden stands beside the desk is not over it. */
const seen = (within: ParentNode, selector: string): Element[] =>
  [...within.querySelectorAll(selector)].filter((one) => one.checkVisibility());

/**
 * The dialog in front, while nothing has the focus: for a moment after a question above it was closed. Escape is meant
 * for it even then.
 */
const unfocusedDialog = (): Element | null =>
  document.activeElement === document.body
    ? (seen(document, '[role="dialog"], [role="alertdialog"], dialog[open]').at(-1) ?? null)
    : null;

const OVER_THE_DESK = '[role="dialog"], [role="alertdialog"], [role="menu"]';

/** Looked for beside the desk, where everything is drawn that stands over it: in the desk itself it would be looked for long. */
const dialogIsOpen = (): boolean =>
  [...document.getElementsByTagName('dialog')].some(({ open }) => open) ||
  [...document.body.children].some(
    (part) =>
      part.id !== 'root' &&
      ((part.matches(OVER_THE_DESK) && part.checkVisibility()) || seen(part, OVER_THE_DESK).length > 0),
  );
/** A list attached to a field is not a dialog, but handles letters itself. */
const listIsOpen = (): boolean => seen(document, '.k-popover').length > 0;

/**
 * What only moves the focus or opens something is done at once; what changes the meeting waits for what was pressed
 * before.
 */
const isImmediate = ({ group, action }: KeyBinding): boolean =>
  group === 'notes' ||
  group === 'move' ||
  ['export', 'wording', 'help', 'arrangeProjector', 'refit', 'dayChart', 'agencyPage', 'board'].includes(action.do);

/**
 * On other screens there is no turn and no note; the keys can still be read, and what is of all meetings opened and
 * searched.
 */
const worksOutside = ({ action }: KeyBinding, screen: DeskScreen): boolean =>
  action.do === 'help' || action.do === 'board' || (action.do === 'search' && screen !== 'settings');

/** How long (ms) Alt is held before the chips show their keys: whoever knows the key has pressed it by then. */
const HELD_MS = 250;

/** Listens for the desk's keys anywhere in the window; while Alt is held the chips show theirs. */
export function useKeyboard(): void {
  const runtime = useRuntime();
  // Before the screen is painted: what is seen takes keys.
  useLayoutEffect(() => {
    const root = document.documentElement;
    const typing = typeAnywhere(document);
    let showing = 0;
    const showKeys = (): void => {
      root.dataset.alt = 'held';
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.repeat) window.clearTimeout(showing);
      if (event.key === 'Alt' && !event.repeat) showing = window.setTimeout(showKeys, HELD_MS);
      if (event.isComposing) return;
      if (event.key === 'Escape' && event.target === document.body) {
        const front = unfocusedDialog();
        const { key, code } = event;
        if (front !== null) {
          event.stopPropagation();
          front.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }));
          return;
        }
      }
      const inText = isTextField(event.target);
      const { meeting } = runtime.store.current();
      const slides = meeting?.screen.layout === 'slides' && itemOf(meeting, meeting.current)?.slides != null;
      // Looked for in the whole page: not with every letter that is typed.
      const place = {
        inText,
        get inDialog() {
          return dialogIsOpen();
        },
        slides,
      };
      const binding = bindingOf(event, place);
      const { screen } = runtime.ui.get();
      if (screen !== 'meeting' || meeting === null) {
        if (binding === null || !worksOutside(binding, screen)) return;
      } else if (binding === null) {
        if (!inText && !place.inDialog && !listIsOpen() && typing.take(event)) event.stopPropagation();
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      if (event.repeat && binding.repeats !== true) return;
      const { action } = binding;
      const pressedAt = keyPlace();
      if (isImmediate(binding)) perform(runtime, action, pressedAt).catch(runtime.failed);
      else runtime.inOrder(() => perform(runtime, action, pressedAt));
    };
    const release = (event: Event): void => {
      if (event instanceof KeyboardEvent && event.key !== 'Alt') return;
      window.clearTimeout(showing);
      delete root.dataset.alt;
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    window.addEventListener('keyup', release);
    window.addEventListener('blur', release);
    return () => {
      window.clearTimeout(showing);
      typing.stop();
      window.removeEventListener('keydown', onKeyDown, { capture: true });
      window.removeEventListener('keyup', release);
      window.removeEventListener('blur', release);
    };
  }, [runtime]);
}
