import { type ReactNode, useState } from 'react';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { useWords } from './use-words.ts';

/** Whether a field of the dialog contains unreadable text, which only the field knows. */
const hasUnread = (): boolean => document.querySelector('[role="dialog"] [data-unreadable]') !== null;

/**
 * Asks before a form with unsaved changes is closed.
 * @returns `close` for the form's own closing, and the question to render
 */
export function useCloseGuard(isDirty: boolean, onClose: () => void): { close(): void; question: ReactNode } {
  const t = useWords();
  const [asking, setAsking] = useState(false);
  return {
    close: () => (isDirty || hasUnread() ? setAsking(true) : onClose()),
    question: (
      <ConfirmDialog
        title={t('discardTitle')}
        isOpen={asking}
        confirmLabel={t('discard')}
        cancelLabel={t('keepEditing')}
        isDanger
        onConfirm={() => {
          setAsking(false);
          onClose();
        }}
        onCancel={() => setAsking(false)}
      >
        <p>{t('discardText')}</p>
      </ConfirmDialog>
    ),
  };
}
