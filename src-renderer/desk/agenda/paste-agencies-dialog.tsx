import { useMemo } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { Notice } from '#renderer/kit/notice.tsx';
import { useDispatch, useMeetingValue, useToast } from '../kernel/desk-context.tsx';
import { useFormGuard } from '../kernel/forms/use-form-guard.tsx';
import { useT } from '../kernel/i18n.ts';
import { AgencyListFields } from '../meeting/lists/agency-list-fields.tsx';
import { useAgencyList } from '../meeting/lists/use-agency-list.ts';
import { useKnownAgencies } from '../meeting/lists/use-known-agencies.ts';

/** Replaces all agencies' turns by a pasted list, which is first shown as a table and corrected. */
export function PasteAgenciesDialog({ onClose }: { onClose(): void }) {
  const t = useT();
  const dispatch = useDispatch();
  const toast = useToast();
  const term = useMeetingValue((meeting) => meeting.term);
  const own = useMeetingValue((meeting) => meeting.agencies);
  const list = useAgencyList(
    useKnownAgencies(),
    undefined,
    useMemo(() => Object.values(own), [own]),
  );
  const title = t('agenda.paste', { term });
  const { close, question, save, isBusy, refusal } = useFormGuard(list.text.trim() !== '', title, onClose);
  const count = list.taken.length;

  const replace = async (): Promise<void> => {
    if (await save(() => dispatch({ type: 'agenda.replaceAgencies', agencies: [...list.agencies] })))
      toast({ tone: 'success', text: t('paste.done', { count, term }) });
  };

  return (
    <Dialog
      title={title}
      isOpen
      onClose={close}
      size="large"
      footer={
        <>
          <Button onPress={close}>{t('kit:cancel')}</Button>
          <Button variant="primary" isDisabled={!list.isReady} isPending={isBusy} onPress={() => void replace()}>
            {t('paste.replace', { count, term })}
          </Button>
        </>
      }
    >
      {refusal !== null && <Notice tone="error">{t(`errors:${refusal.code}`, refusal.params)}</Notice>}
      <p className="k-hint">{t('paste.what', { term })}</p>
      <AgencyListFields label={t('start.agenciesLabel', { term })} list={list} hasPersons replaces autoFocus />
      {question}
    </Dialog>
  );
}
