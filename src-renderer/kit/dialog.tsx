import './press-style.ts';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './button.tsx';
import { useWords } from './use-words.ts';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  onClose(): void;
  readonly children: ReactNode;
  /** Buttons at the bottom, the main one last. */
  readonly footer?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large' | 'full' | undefined;
  /** `alertdialog` for a question that must be answered. */
  readonly role?: 'dialog' | 'alertdialog' | undefined;
  readonly className?: string | undefined;
}

/**
 * A window over the desk. Escape and the close button call `onClose`; a click outside does nothing, so that a stray one
 * cannot discard what was typed. Its content is in the page only while it is open.
 */
export function Dialog({ title, isOpen, onClose, children, footer, size = 'medium', role, className }: DialogProps) {
  const t = useWords();
  return (
    <ModalOverlay
      className="k-overlay"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={false}
    >
      <Modal className={`k-modal k-modal-${size} ${className ?? ''}`.trim()}>
        <AriaDialog className="k-dialog" role={role ?? 'dialog'}>
          <header className="k-dialog-head">
            <Heading slot="title" className="k-dialog-title">
              {title}
            </Heading>
            {role !== 'alertdialog' && <IconButton icon="close" label={t('close')} onPress={onClose} />}
          </header>
          <div className="k-dialog-body">{children}</div>
          {footer != null && <footer className="k-dialog-foot">{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
