import { useId, useRef, useState } from 'react';
import type { Meeting } from '#core/model/meeting.ts';
import { Button } from '#renderer/kit/button.tsx';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { focusFirstInvalid } from '#renderer/kit/first-invalid.ts';
import { Notice } from '#renderer/kit/notice.tsx';
import { saveByKey } from '#renderer/kit/save-by-key.ts';
import { useCloseGuard } from '#renderer/kit/use-close-guard.tsx';
import { useWords } from '#renderer/kit/use-words.ts';
import { useDispatch, useMeeting } from '../app/desk-context.tsx';
import { LeaderFields } from '../settings/leader-fields.tsx';
import { detailsChanges, detailsDraft } from './details-draft.ts';
import { PrintedFields, TimeFields, TitleFields } from './details-fields.tsx';

/** All fields of the open meeting, and its leaders. */
export function MeetingDetailsDialog({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const meeting = useMeeting();
  return isOpen ? <DetailsForm meeting={meeting} onClose={onClose} /> : null;
}

function DetailsForm({ meeting, onClose }: { meeting: Meeting; onClose(): void }) {
  const t = useWords();
  const dispatch = useDispatch();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const [initial] = useState(() => detailsDraft(meeting));
  const [draft, setDraft] = useState(initial);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const commands = detailsChanges(initial, draft);
  const { close, question } = useCloseGuard(commands.length > 0, onClose);
  const change = (fields: Partial<typeof draft.fields>): void =>
    setDraft((before) => ({ ...before, fields: { ...before.fields, ...fields } }));

  const save = async (): Promise<void> => {
    if (busy || focusFirstInvalid(form.current)) return;
    setBusy(true);
    for (const command of commands) {
      const reply = await dispatch(command);
      if (reply?.ok === true) continue;
      if (reply !== null) setRefusal(t(`errors:${reply.refusal.code}`, reply.refusal.params));
      setBusy(false);
      return;
    }
    onClose();
  };
  return (
    <Dialog
      title={t('details.dialogTitle')}
      isOpen
      onClose={close}
      size="large"
      footer={
        <>
          <Button onPress={close}>{t('kit.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} keys="Ctrl Enter" isPending={busy}>
            {t('kit.save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        ref={form}
        className="k-form"
        onKeyDownCapture={saveByKey(() => void save())}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {refusal !== null && <Notice tone="error">{refusal}</Notice>}
        <TitleFields fields={draft.fields} onChange={change} />
        <TimeFields fields={draft.fields} onChange={change} />
        <PrintedFields fields={draft.fields} onChange={change} />
        <fieldset className="k-fieldset">
          <legend>{t('details.leaders')}</legend>
          <LeaderFields
            leaders={draft.leaders}
            onChange={(leader) =>
              setDraft((before) => ({
                ...before,
                leaders: before.leaders.map((other) => (other.role === leader.role ? leader : other)),
              }))
            }
          />
        </fieldset>
      </form>
      {question}
    </Dialog>
  );
}
