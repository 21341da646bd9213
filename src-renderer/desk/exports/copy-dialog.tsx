import { useEffect, useRef } from 'react';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { TextArea } from '#renderer/kit/text-field.tsx';
import { useT } from '../kernel/i18n.ts';

/** A text that could not be put on the clipboard: selected, so that Ctrl+C copies it. */
export function CopyDialog({ text, onClose }: { text: string; onClose(): void }) {
  const t = useT();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <Dialog title={t('exports.copyTitle')} isOpen onClose={onClose} size="large">
      <TextArea
        label={t('exports.copyByHand')}
        inputRef={field}
        autoFocus
        isReadOnly
        value={text}
        onChange={() => undefined}
        rows={12}
        className="d-minutes-text-field"
      />
    </Dialog>
  );
}
