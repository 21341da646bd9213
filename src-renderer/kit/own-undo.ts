import { type TextHistory, type TextState, textHistory } from './text-history.ts';

type Box = HTMLInputElement | HTMLTextAreaElement;

const boxOf = (target: EventTarget | null): Box | null =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.selectionStart !== null)
    ? target
    : null;
const stateOf = ({ value, selectionStart, selectionEnd }: Box): TextState => ({
  value,
  start: selectionStart ?? value.length,
  end: selectionEnd ?? value.length,
});

/** Sets a box's text as if it had been typed, so that its listeners are called. */
function put(box: Box, { value, start, end }: TextState, how: string): void {
  // React hides a value that is set through the element's own property.
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), 'value')?.set?.call(box, value);
  box.setSelectionRange(start, end);
  box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: how }));
  box.setSelectionRange(start, end);
}

/** Replaces all of a box's text as pasting over it would: its own undo gives back what was there. */
export function pasteOver(box: HTMLTextAreaElement, value: string): void {
  const how = 'insertFromPaste';
  box.dispatchEvent(new InputEvent('beforeinput', { bubbles: true, inputType: how }));
  put(box, { value, start: value.length, end: value.length }, how);
}

const FORM = 'data-texts-of';

/** For what is around boxes that stay while they show the texts of one form after another. @param form says which */
export const textsOf = (form: string) => ({ [FORM]: form }) as const;

/** The form whose texts are around an element; `null` if nothing says so. */
export const formOf = (element: Element): string | null => element.closest(`[${FORM}]`)?.getAttribute(FORM) ?? null;

/**
 * Gives every text box of the page its own history. The browser has one for the whole page: there, undo in one box
 * continues in another and removes words that nobody is looking at.
 * @param onNothing called when a box has nothing left to undo
 */
export function ownUndo(page: Document, onNothing: () => void): void {
  const histories = new WeakMap<Box, { readonly form: string | null; readonly history: TextHistory }>();
  const historyOf = (box: Box): TextHistory => {
    const form = formOf(box);
    const known = histories.get(box);
    // A box that shows another form's text must not bring back the words of the one before.
    if (known?.form === form) return known.history;
    const history = textHistory();
    histories.set(box, { form, history });
    return history;
  };
  let before: { readonly box: Box; readonly state: TextState } | null = null;

  const step = (box: Box | null, redo: boolean): void => {
    if (box === null || box.readOnly || box.disabled) return;
    const history = historyOf(box);
    const state = redo ? history.redo(stateOf(box)) : history.undo(stateOf(box));
    if (state !== null) put(box, state, redo ? 'historyRedo' : 'historyUndo');
    else if (!redo) onNothing();
  };
  page.addEventListener(
    'keydown',
    (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      const box = boxOf(event.target);
      if (box === null) return;
      event.preventDefault();
      step(box, key === 'y' || event.shiftKey);
    },
    { capture: true },
  );
  page.addEventListener(
    'beforeinput',
    (event) => {
      const box = boxOf(event.target);
      // From the context menu, or the window's menu.
      if (event.inputType === 'historyUndo' || event.inputType === 'historyRedo') {
        event.preventDefault();
        step(box, event.inputType === 'historyRedo');
      } else if (box !== null) before = { box, state: stateOf(box) };
    },
    { capture: true },
  );
  page.addEventListener(
    'input',
    (event) => {
      const box = boxOf(event.target);
      if (box === null || before?.box !== box || !(event instanceof InputEvent)) return;
      historyOf(box).typed(before.state, stateOf(box), event.inputType, event.timeStamp);
      before = null;
    },
    { capture: true },
  );
}
