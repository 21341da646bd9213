import { useState } from 'react';
import { parseAgencyLines } from '#core/import/agency-lines.ts';
import { Button } from '#renderer/kit/button.tsx';
import { ConfirmDialog } from '#renderer/kit/confirm-dialog.tsx';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { useCloseGuard } from '#renderer/kit/use-close-guard.tsx';
import { useWords } from '#renderer/kit/use-words.ts';
import { useAsk, useToast } from '../app/desk-context.tsx';
import { PastedAgencies } from './pasted-agencies.tsx';
import type { SectionProps } from './section-props.ts';

type ListDialogProps = SectionProps & { onClose(): void };

/** Replaces the list in main, and offers the old one back. */
function useReplace({ form, onClose }: ListDialogProps): (text: string, told: string) => Promise<void> {
  const t = useWords();
  const ask = useAsk();
  const toast = useToast();
  return async (text, told) => {
    const before = form.value.agencies;
    form.flush();
    const answer = await ask('settings.agencies', { text });
    if (answer === null) return;
    onClose();
    toast({
      tone: 'success',
      text: told,
      action: { label: t('kit.undo'), run: () => void ask('settings.edit', { fields: { agencies: before } }) },
    });
  };
}

/** Puts a pasted list in the place of the user's own. */
export function ReplaceListDialog(props: ListDialogProps) {
  const t = useWords();
  const [text, setText] = useState('');
  const replace = useReplace(props);
  const { close, question } = useCloseGuard(text.trim() !== '', props.onClose);
  const { agencies } = parseAgencyLines(text);
  return (
    <Dialog
      title={t('agencies.replaceTitle')}
      isOpen
      onClose={close}
      size="medium"
      footer={
        <>
          <Button onPress={close}>{t('kit.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={agencies.length === 0}
            onPress={() => void replace(text, t('agencies.replaced', { count: agencies.length }))}
          >
            {t('agencies.replaceSave', { count: agencies.length })}
          </Button>
        </>
      }
    >
      <p className="k-hint">{t('agencies.replaceText', { count: props.form.value.agencies.length })}</p>
      <PastedAgencies label={t('agencies.replaceLabel')} text={text} onChange={setText} autoFocus />
      {question}
    </Dialog>
  );
}

/** Brings the sample list back. */
export function SampleListDialog(props: ListDialogProps) {
  const t = useWords();
  const replace = useReplace(props);
  return (
    <ConfirmDialog
      title={t('agencies.sampleTitle')}
      isOpen
      confirmLabel={t('agencies.sampleSave')}
      onConfirm={() => void replace('', t('agencies.sampleBack'))}
      onCancel={props.onClose}
    >
      <p>{t('agencies.replaceText', { count: props.form.value.agencies.length })}</p>
    </ConfirmDialog>
  );
}
