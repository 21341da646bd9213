import { focusBoxFor } from './note-box-focus.ts';

/** What was done in a box before what it was meant for is there: words, or a key that means something to the place where they go. */
export type HeldInput = { readonly words: string } | { readonly key: KeyboardEventInit };

/** Keys that mean more than a letter or a step within the box. */
const MEANINGFUL: ReadonlySet<string> = new Set(['Enter', 'Tab', 'ArrowUp', 'ArrowDown']);

/**
 * @returns what to hold of a key that is pressed; `null` if it only changes the words of the box it is pressed in, or is an Enter
 * that is still held down
 */
export const heldKey = (event: KeyboardEvent): HeldInput | null => {
  const { key, code, ctrlKey, altKey, shiftKey, metaKey, isComposing, repeat } = event;
  return isComposing || !MEANINGFUL.has(key) || (repeat && key === 'Enter')
    ? null
    : { key: { key, code, ctrlKey, altKey, shiftKey, metaKey } };
};

type TextBox = HTMLInputElement | HTMLTextAreaElement;

const DIALOG = '[role="dialog"], [role="alertdialog"]';

function focusedBox(page: Document): TextBox | null {
  const box = page.activeElement;
  const isText = box instanceof HTMLTextAreaElement || (box instanceof HTMLInputElement && box.selectionStart !== null);
  return isText ? box : null;
}

/** The text box of a dialog that has the focus; `null` if none has it. */
function boxOfDialog(page: Document): TextBox | null {
  const box = focusedBox(page);
  return box?.closest(DIALOG) == null ? null : box;
}

/** The box in which to go on: of the dialog, or of the desk once a key has closed the dialog, as for whoever types then. */
function nextBox(page: Document, input: HeldInput): TextBox | null {
  if (page.querySelector(DIALOG) !== null) return boxOfDialog(page);
  if ('words' in input) focusBoxFor(page.activeElement);
  return focusedBox(page);
}

function put(
  page: Document,
  box: TextBox,
  [first, ...rest]: readonly [HeldInput, ...HeldInput[]],
  leave: (rest: readonly HeldInput[]) => void,
): void {
  // The only way that the box's own undo knows of.
  if ('words' in first) page.execCommand('insertText', false, first.words);
  else press(page, box, first.key);
  // After React has drawn what this changed.
  queueMicrotask(() => {
    const [next, ...others] = rest;
    if (next === undefined) return;
    const at = nextBox(page, next);
    if (at === null) leave(rest);
    else put(page, at, [next, ...others], leave);
  });
}

function press(page: Document, box: TextBox, key: KeyboardEventInit): void {
  const isFree = box.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }));
  box.dispatchEvent(new KeyboardEvent('keyup', { ...key, bubbles: true, cancelable: true }));
  if (!isFree || key.key !== 'Enter') return;
  // What the browser does itself only with a key that somebody presses.
  if (box instanceof HTMLInputElement) box.form?.requestSubmit();
  else page.execCommand('insertText', false, '\n');
}

/**
 * Does what was held in the dialog that has the focus, in its order, until the focus is in no text box: a button that nobody
 * has seen is not pressed. What follows a key that closed the dialog goes where it would have gone. Ends before the page's
 * next event.
 * @param leave is given what no box took
 * @returns whether a text box of a dialog has the focus; nothing is done otherwise
 */
export function releaseInto(
  page: Document,
  held: readonly HeldInput[],
  leave: (rest: readonly HeldInput[]) => void,
): boolean {
  const box = boxOfDialog(page);
  const [first, ...rest] = held;
  if (box !== null && first !== undefined) put(page, box, [first, ...rest], leave);
  return box !== null;
}
