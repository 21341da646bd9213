import { useLayoutEffect, useRef } from 'react';
import { useT } from './i18n.ts';

/** Writes words into the dialog's box that has the focus, as if they were typed there. @returns whether a dialog has the focus */
function typeInto(page: Document, words: string): boolean {
  const box = page.activeElement;
  if (box === null || box.closest('[role="dialog"], [role="alertdialog"]') === null) return false;
  // The only way that the box's own undo knows of.
  if (box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement)
    page.execCommand('insertText', false, words);
  return true;
}

/**
 * In the place of a dialog whose script is on its way: what is typed meanwhile is meant for the dialog and is written
 * into its first box, not into what lies behind it.
 */
export function ComingDialog({ onClose }: { onClose(): void }) {
  const t = useT();
  const place = useRef<HTMLDialogElement>(null);
  const typed = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const [dialog, box] = [place.current, typed.current];
    if (dialog === null || box === null) return;
    dialog.showModal();
    return () => {
      dialog.close();
      const words = box.value;
      if (words === '') return;
      const page = dialog.ownerDocument;
      // The dialog takes the focus before the next key comes, and these words belong before that key.
      queueMicrotask(() => typeInto(page, words) || requestAnimationFrame(() => typeInto(page, words)));
    };
  }, []);
  return (
    <dialog
      ref={place}
      className="d-coming"
      aria-busy="true"
      aria-label={t('kit:opening')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Otherwise the browser closes it, and leaves it here.
        event.preventDefault();
        onClose();
      }}
    >
      <input ref={typed} className="d-coming-box" aria-label={t('kit:opening')} />
    </dialog>
  );
}
