import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useCloseGuard } from '#renderer/kit/use-close-guard.tsx';
import { useRuntime } from '../desk-context.tsx';
import { useT } from '../i18n.ts';
import { formKey } from './use-form-state.ts';

/**
 * For words that are closed without a question: Escape on a dialog with more than a form, or a key that opens another
 * dialog. The words are offered back, in the dialog in which they were.
 * @param isDirty whether something typed is not saved
 * @returns `forget` for words that are saved, or were discarded after a question
 */
export function useLeftWords(isDirty: boolean, title: string, screenPart?: string): { forget(): void } {
  const t = useT();
  const runtime = useRuntime();
  const { store, forms, toasts, ui, wayBack } = runtime;
  const [key] = useState(() => formKey(runtime, screenPart));
  const [dialog] = useState(() => ui.get().dialog);
  const [meetingId] = useState(() => store.current().meeting?.id);
  const isForgotten = useRef(false);
  const leave = useRef<() => void>(() => undefined);
  leave.current = () => {
    // If the meeting is closed the form is kept, and while the room looks at this window: it is there again afterwards.
    const isKept = store.current().meeting === null || ui.get().oneScreen;
    const isTyped = isDirty || forms.keys(key).length > 0;
    if (isForgotten.current || !isTyped || dialog === null || isKept) return;
    const kept = forms.keys(key).flatMap((one) => {
      const form = forms.get(one);
      return form === null ? [] : [{ one, form }];
    });
    forms.setAside(key);
    wayBack.offer(t('words.left', { title }), () => {
      for (const { one, form } of kept) forms.put(one, form);
      // Under its own meeting's name it waits for that one.
      if (screenPart === undefined && store.current().meeting?.id !== meetingId)
        toasts.show({ tone: 'info', text: t('words.waiting') });
      else ui.update((state) => ({ ...state, dialog }));
    });
  };
  useEffect(() => () => leave.current(), []);
  return {
    forget: () => {
      isForgotten.current = true;
      forms.drop(key);
    },
  };
}

export interface FormGuard {
  /** For Escape, the close button and "cancel": a changed form asks first. */
  close(): void;
  /** For a form that was saved: nothing of it is kept any more. */
  done(): void;
  /** The question, to be rendered into the page. */
  readonly question: ReactNode;
}

/**
 * The one rule for forms in dialogs: a changed form asks before it is closed, and one that something else closes can be
 * restored from a message.
 * @param screenPart as passed to `useFormState`
 */
export function useFormGuard(isDirty: boolean, title: string, onClose: () => void, screenPart?: string): FormGuard {
  const { forget } = useLeftWords(isDirty, title, screenPart);
  const done = (): void => {
    forget();
    onClose();
  };
  return { ...useCloseGuard(isDirty, done), done };
}
