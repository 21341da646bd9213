import { type ReactNode, useEffect, useState } from 'react';
import type { Reply } from '#core/protocol/messages.ts';
import type { RefusalMessage } from '#core/protocol/requests.ts';
import { useCloseGuard } from '#renderer/kit/use-close-guard.tsx';
import { useOnce } from '#renderer/kit/use-once.ts';
import { useRuntime } from '../desk-context.tsx';
import type { FormOpening } from './form-openings.ts';
import { useRefuse } from './use-refuse.ts';

/**
 * For words that are closed without a question: Escape on a dialog with more than a form, or a key that opens another
 * dialog. The words are offered back, in the dialog in which they were.
 * @param title what the message calls them
 * @param screenPart as passed to `useFormState`
 */
export function useFormOpening(title: string, screenPart?: string): FormOpening {
  const { openings } = useRuntime();
  const [opening] = useState(() => openings.open(screenPart));
  opening.title = title;
  useEffect(() => {
    opening.enter();
    return opening.leave;
  }, [opening]);
  return opening;
}

/** What saving has come to: an answer, or whether it was done if a refusal was reported already. `null`: no answer came. */
type Saved = Reply<unknown> | boolean | null;

export interface FormGuard {
  /** For Escape, the close button and "cancel": a changed form asks first. */
  close(): void;
  /** The question, to be rendered into the page. */
  readonly question: ReactNode;
  /**
   * Does what saves the form, or otherwise ends it, and closes it; not again before it has ended. A form that has gone
   * meanwhile reports a refusal in a message.
   * @returns whether it was done
   */
  save(work: () => Promise<Saved>): Promise<boolean>;
  /** Whether the answer is still awaited. */
  readonly isBusy: boolean;
  /** Why it was not saved, for the form to show. */
  readonly refusal: RefusalMessage | null;
  clearRefusal(): void;
}

/**
 * The one rule for forms in dialogs: a changed form asks before it is closed, and one that something else closes can be
 * restored from a message, unless it was saved after all.
 * @param screenPart as passed to `useFormState`
 */
export function useFormGuard(isDirty: boolean, title: string, onClose: () => void, screenPart?: string): FormGuard {
  const opening = useFormOpening(title, screenPart);
  const { isBusy, once } = useOnce();
  const [refusal, setRefusal] = useState<RefusalMessage | null>(null);
  const discard = (): void => {
    opening.forget();
    onClose();
  };
  const refuse = useRefuse(opening.isOpen, setRefusal);
  const save: FormGuard['save'] = async (work) => {
    let isSaved = false;
    await once(async () => {
      isSaved = await opening.saving(async () => {
        const saved = await work();
        if (saved === null || typeof saved === 'boolean') return saved === true;
        if (!saved.ok) refuse(saved.refusal);
        return saved.ok;
      });
      if (isSaved && opening.isOpen()) onClose();
    });
    return isSaved;
  };
  return {
    ...useCloseGuard(isDirty, discard),
    save,
    isBusy,
    refusal,
    clearRefusal: () => setRefusal(null),
  };
}
