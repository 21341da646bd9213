import { focusBoxFor } from './kernel/keys/note-box-focus.ts';

type Stroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'getModifierState'>;

/** Whether a keystroke would write something in a text box: a letter, also by AltGr, and the first key of a composed one. */
export function writesText(stroke: Stroke): boolean {
  const { key, ctrlKey, metaKey, altKey } = stroke;
  if (!stroke.getModifierState('AltGraph') && (ctrlKey || metaKey || altKey)) return false;
  return [...key].length === 1 || key === 'Dead' || key === 'Process';
}

/** What the space bar activates; if somebody came to it by key, it keeps the space bar. */
const PRESSED_BY_SPACE =
  'button, summary, input, [role="button"], [role="radio"], [role="checkbox"], [role="tab"], [role="row"], [role="option"]';

export interface TypeAnywhere {
  /**
   * Focuses the box for which a keystroke is meant, before the letter is written.
   * @returns whether it did
   */
  take(event: KeyboardEvent): boolean;
  stop(): void;
}

/**
 * Whoever types while no text box has the focus writes a note: after a click on a chip, a row or nothing. The letter
 * itself is not touched, so that input methods and dead keys work as usual.
 */
export function typeAnywhere(page: Document): TypeAnywhere {
  /** Whether the keyboard was used last, and whether it moved the focus to its present place. */
  let byKeys = false;
  let arrivedByKeys = false;
  const byPointer = (): void => {
    byKeys = false;
    // Also if a click leaves the focus where a key has put it.
    arrivedByKeys = false;
  };
  const byKey = (): void => {
    byKeys = true;
  };
  const onFocus = (): void => {
    arrivedByKeys = byKeys;
  };
  page.addEventListener('pointerdown', byPointer, { capture: true });
  page.addEventListener('keydown', byKey, { capture: true });
  page.addEventListener('focusin', onFocus, { capture: true });
  return {
    take: (event) => {
      if (!writesText(event)) return false;
      const place = page.activeElement;
      if (event.key === ' ' && arrivedByKeys && place?.matches(PRESSED_BY_SPACE) === true) return false;
      return focusBoxFor(place);
    },
    stop: () => {
      page.removeEventListener('pointerdown', byPointer, { capture: true });
      page.removeEventListener('keydown', byKey, { capture: true });
      page.removeEventListener('focusin', onFocus, { capture: true });
    },
  };
}
