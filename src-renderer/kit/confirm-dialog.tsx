import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { useWords } from './use-words.ts';

export interface ConfirmDialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly isOpen: boolean;
  /** The label of the confirming button: "Ganti berkas", never just "Ya". */
  readonly confirmLabel: string;
  readonly cancelLabel?: string | undefined;
  readonly isDanger?: boolean | undefined;
  onConfirm(): void;
  onCancel(): void;
}

/** A question before something that cannot be undone. The safe answer has the focus. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, isOpen, confirmLabel, cancelLabel, isDanger, onConfirm, onCancel } = props;
  const t = useWords();
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onCancel}
      size="small"
      role="alertdialog"
      footer={
        <>
          <Button onPress={onCancel} autoFocus>
            {cancelLabel ?? t('cancel')}
          </Button>
          <Button variant={isDanger === true ? 'danger' : 'primary'} onPress={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
