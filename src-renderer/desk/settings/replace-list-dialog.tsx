import type { AgencyRow } from '#core/model/agency.ts';
import { Button } from '#renderer/kit/button.tsx';
import { ConfirmDialog } from '#renderer/kit/confirm-dialog.tsx';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { useOnce } from '#renderer/kit/use-once.ts';
import { useRuntime } from '../kernel/desk-context.tsx';
import { useFormGuard } from '../kernel/forms/use-form-guard.tsx';
import { useT } from '../kernel/i18n.ts';
import { AgencyListFields } from '../meeting/lists/agency-list-fields.tsx';
import { useAgencyList } from '../meeting/lists/use-agency-list.ts';
import { replaceSetting } from '../meeting/replace-setting.ts';
import type { SectionProps } from './section-props.ts';

/** The key under which a half-pasted list is kept. */
export const REPLACED_LIST = 'settings.list';

type ListDialogProps = SectionProps & { onClose(): void };

/** Replaces the list in main, and offers undo. @returns whether it was done */
function useReplace(): (agencies: readonly AgencyRow[], told: string) => Promise<boolean> {
  const runtime = useRuntime();
  return (agencies, told) => {
    const replace = async (): Promise<boolean> =>
      (await runtime.ask('settings.agencies', { agencies: [...agencies] })) !== null;
    return replaceSetting(runtime, 'agencies', replace, told);
  };
}

/** Replaces the user's own list by a pasted one. */
export function ReplaceListDialog(props: ListDialogProps) {
  const t = useT();
  const list = useAgencyList(props.form.value.agencies, REPLACED_LIST);
  const title = t('agencies.replaceTitle');
  const isDirty = list.text.trim() !== '';
  const { close, question, save, isBusy } = useFormGuard(isDirty, title, props.onClose, REPLACED_LIST);
  const replace = useReplace();
  const count = list.taken.length;
  return (
    <Dialog
      title={title}
      isOpen
      onClose={close}
      size="large"
      footer={
        <>
          <Button onPress={close}>{t('kit:cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={!list.isReady}
            isPending={isBusy}
            onPress={() => void save(() => replace(list.agencies, t('agencies.replaced', { count })))}
          >
            {t('agencies.replaceSave', { count })}
          </Button>
        </>
      }
    >
      <p className="k-hint">{t('agencies.replaceText', { count: props.form.value.agencies.length })}</p>
      <AgencyListFields label={t('agencies.replaceLabel')} list={list} hasPersons={false} replaces autoFocus />
      {question}
    </Dialog>
  );
}

/** Restores the sample list. */
export function SampleListDialog(props: ListDialogProps) {
  const t = useT();
  const replace = useReplace();
  const { once } = useOnce();
  const restore = async (): Promise<void> => {
    if (await replace([], t('agencies.sampleBack'))) props.onClose();
  };
  return (
    <ConfirmDialog
      title={t('agencies.sampleTitle')}
      isOpen
      confirmLabel={t('agencies.sample')}
      onConfirm={() => void once(restore)}
      onCancel={props.onClose}
    >
      <p>{t('agencies.replaceText', { count: props.form.value.agencies.length })}</p>
    </ConfirmDialog>
  );
}
