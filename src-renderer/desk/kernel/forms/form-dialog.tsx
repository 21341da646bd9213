import { type ReactNode, useId, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { Command } from '#core/commands/apply.ts';
import { Button } from '#renderer/kit/button.tsx';
import { Dialog, type DialogProps } from '#renderer/kit/dialog.tsx';
import { focusFirstInvalid } from '#renderer/kit/first-invalid.ts';
import { Notice } from '#renderer/kit/notice.tsx';
import { saveByKey } from '#renderer/kit/save-by-key.ts';
import { useDispatch, useReadOnly } from '../desk-context.tsx';
import { useT } from '../i18n.ts';
import { MeetingFields } from './meeting-fields.tsx';
import { type FormGuard, useFormGuard } from './use-form-guard.tsx';

export interface FormDialogProps extends Pick<DialogProps, 'title' | 'size' | 'children'> {
  readonly isDirty: boolean;
  /** The commands that save the form, in order; empty if nothing was changed. Called when no field is wrong. */
  commands(): readonly Command[];
  /** Called before the fields are checked, so that they can report what is missing. */
  onTry?(): void;
  onClose(): void;
  readonly saveLabel?: string | undefined;
  /**
   * Further buttons before the usual ones; left out if the meeting is read-only.
   * @param end does what ends the form otherwise than by saving it
   */
  more?(end: FormGuard['save']): ReactNode;
}

/**
 * A form of the meeting in a dialog. Ctrl+Enter saves from any field; a refusal is shown in it and leaves it open;
 * changes are asked about before they are discarded.
 */
export function FormDialog(props: FormDialogProps) {
  const { title, size, children, isDirty, commands, onTry, onClose, saveLabel, more } = props;
  const t = useT();
  const dispatch = useDispatch();
  const readOnly = useReadOnly();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const { close, question, save, isBusy, refusal } = useFormGuard(isDirty, title, onClose);

  const submit = async (): Promise<void> => {
    if (readOnly) return;
    if (onTry !== undefined) flushSync(onTry);
    if (isBusy || focusFirstInvalid(form.current)) return;
    await save(async () => {
      for (const command of commands()) {
        const reply = await dispatch(command);
        if (reply?.ok !== true) return reply;
      }
      return true;
    });
  };
  const buttons = readOnly ? (
    <Button onPress={close}>{t('kit:close')}</Button>
  ) : (
    <>
      {more?.(save)}
      <Button onPress={close}>{t('kit:cancel')}</Button>
      <Button variant="primary" type="submit" form={formId} keys="Ctrl Enter" isPending={isBusy}>
        {saveLabel ?? t('kit:save')}
      </Button>
    </>
  );
  return (
    <Dialog title={title} isOpen onClose={close} size={size} footer={buttons}>
      <form
        id={formId}
        ref={form}
        className="k-form"
        onKeyDownCapture={saveByKey(() => void submit())}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {refusal !== null && <Notice tone="error">{t(`errors:${refusal.code}`, refusal.params)}</Notice>}
        <MeetingFields>{children}</MeetingFields>
      </form>
      {question}
    </Dialog>
  );
}
