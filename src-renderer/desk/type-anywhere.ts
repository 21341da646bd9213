import { focusBoxFor } from './kernel/keys/compose-focus.ts';

type Stroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'getModifierState'>;

/** Whether a stroke writes something, were a text box there: a letter, also by AltGr, and the first key of a composed one. */
export function writesText(stroke: Stroke): boolean {
  const { key, ctrlKey, metaKey, altKey } = stroke;
  if (!stroke.getModifierState('AltGraph') && (ctrlKey || metaKey || altKey)) return false;
  return [...key].length === 1 || key === 'Dead' || key === 'Process';
}

/** What the space bar works on; where somebody came to it by key, the space stays its own. */
const PRESSED_BY_SPACE =
  'button, summary, input, [role="button"], [role="radio"], [role="checkbox"], [role="tab"], [role="row"], [role="option"]';

export interface TypeAnywhere {
  /** Gives the focus to the box for which a stroke is meant, before the letter is written. @returns whether it did */
  take(event: KeyboardEvent): boolean;
  stop(): void;
}

/**
 * Whoever types without a text box having the focus writes a note: after a click on a chip, a row or nothing at all. The
 * letter itself is not touched, so that input methods and dead keys work as ever.
 */
export function typeAnywhere(page: Document): TypeAnywhere {
  /** Whether the last thing that was used is the keyboard, and whether the focus has come where it is by it. */
  let byKeys = false;
  let arrivedByKeys = false;
  const byPointer = (): void => {
    byKeys = false;
    // Also where a click leaves the focus where a key has put it.
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
