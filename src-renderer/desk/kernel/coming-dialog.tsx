import { useLayoutEffect, useRef } from 'react';
import { useRuntime } from './desk-context.tsx';
import { useT } from './i18n.ts';
import { type HeldInput, heldKey, releaseInto } from './keys/held-keys.ts';

/** Takes what was typed out of the box. */
function takeWords(box: HTMLInputElement): readonly HeldInput[] {
  const words = box.value;
  box.value = '';
  return words === '' ? [] : [{ words }];
}

/**
 * In the place of a dialog whose script is on its way: what is typed meanwhile is meant for the dialog and is done
 * in its first box, not in what lies behind it. Words that it does not take, and all of them if it does not come, are offered
 * to be copied.
 */
export function ComingDialog({ onClose }: { onClose(): void }) {
  const t = useT();
  const runtime = useRuntime();
  const place = useRef<HTMLDialogElement>(null);
  const typed = useRef<HTMLInputElement>(null);
  const held = useRef<HeldInput[]>([]);
  const isLeft = useRef(false);
  useLayoutEffect(() => {
    const [dialog, box] = [place.current, typed.current];
    if (dialog === null || box === null) return;
    dialog.showModal();
    return () => {
      dialog.close();
      const inputs = [...held.current, ...takeWords(box)];
      if (inputs.length === 0) return;
      const page = dialog.ownerDocument;
      const offer = (rest: readonly HeldInput[]): void => {
        const text = rest.flatMap((input) => ('words' in input ? [input.words] : [])).join('\n');
        const copy = (): void => runtime.ui.update((state) => ({ ...state, dialog: { kind: 'copy', text } }));
        if (text !== '') runtime.wayBack.offer(runtime.t('words.unopened'), copy);
      };
      if (isLeft.current) return offer(inputs);
      const release = (): boolean => releaseInto(page, inputs, offer);
      // The dialog takes the focus before the next key comes, and these belong before that key.
      queueMicrotask(() => release() || requestAnimationFrame(() => release() || offer(inputs)));
    };
  }, [runtime]);
  return (
    <dialog
      ref={place}
      className="d-coming"
      aria-busy="true"
      aria-label={t('kit:opening')}
      onKeyDown={(event) => {
        const box = typed.current;
        const key = heldKey(event.nativeEvent);
        if (box === null || (key === null && event.key !== 'Escape')) return;
        // Otherwise the browser closes it at Escape and leaves it here, or a key does something elsewhere.
        event.preventDefault();
        const words = takeWords(box);
        const isBlind = event.key === 'Enter' && words.length + held.current.length === 0;
        // An Enter before anything is typed means what is on the screen, and nothing is.
        held.current.push(...words, ...(key === null || isBlind ? [] : [key]));
        if (key !== null) return;
        isLeft.current = true;
        onClose();
      }}
    >
      <input ref={typed} className="d-coming-box" aria-label={t('kit:opening')} />
    </dialog>
  );
}
