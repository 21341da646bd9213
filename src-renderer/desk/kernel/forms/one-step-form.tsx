import { type ReactNode, useId, useRef } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { Dialog, type DialogProps } from '#renderer/kit/dialog.tsx';
import { focusFirstInvalid } from '#renderer/kit/first-invalid.ts';
import { useOnce } from '#renderer/kit/use-once.ts';
import { useT } from '../i18n.ts';
import type { FormGuard } from './use-form-guard.tsx';

export interface OneStepFormProps
  extends Pick<DialogProps, 'title' | 'size' | 'children'>,
    Pick<FormGuard, 'close' | 'question'> {
  /** What the form does: "Tambahkan", "Mulai istirahat". */
  readonly runLabel: ReactNode;
  readonly isReady: boolean;
  /** Called when the form is complete and every field of it can be read; not again before it has ended. */
  run(): Promise<void> | void;
}

/** A dialog whose form does one thing; Enter does it from any field. To edit the meeting's own data, use `FormDialog`. */
export function OneStepForm(props: OneStepFormProps) {
  const { title, size, children, close, question, runLabel, isReady, run } = props;
  const t = useT();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const { isBusy, once } = useOnce();
  return (
    <Dialog
      title={title}
      isOpen
      onClose={close}
      size={size}
      footer={
        <>
          <Button onPress={close}>{t('kit:cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isDisabled={!isReady} isPending={isBusy}>
            {runLabel}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        ref={form}
        className="k-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady && !focusFirstInvalid(form.current)) void once(run);
        }}
      >
        {children}
      </form>
      {question}
    </Dialog>
  );
}
