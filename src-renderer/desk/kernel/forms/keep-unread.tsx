import { type ReactNode, useMemo } from 'react';
import { type KeptTexts, KeptTextsContext } from '#renderer/kit/kept-texts.ts';
import { useRuntime } from '../desk-context.tsx';

/**
 * Fields whose unreadable texts the window keeps like everything else typed into a form.
 * @param scope distinguishes the fields of one form from those of another; the form's own key if it is discarded or
 * saved as one
 */
export function KeepUnread({ scope, children }: { scope: string; children: ReactNode }) {
  const { forms, ui } = useRuntime();
  const texts = useMemo((): KeptTexts => {
    const keyOf = (field: string): string => `${scope}unread/${field}`;
    return {
      get: (field) => {
        const typed = forms.get(keyOf(field))?.typed;
        return typeof typed === 'string' ? typed : null;
      },
      put: (field, text) => forms.put(keyOf(field), { dialog: ui.get().dialog, base: '', typed: text }),
      drop: (field) => forms.drop(keyOf(field)),
    };
  }, [forms, scope, ui]);
  return <KeptTextsContext value={texts}>{children}</KeptTextsContext>;
}
