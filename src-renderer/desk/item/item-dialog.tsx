import { useId, useRef, useState } from 'react';
import type { AgendaItem } from '#core/model/agenda-item.ts';
import { itemOf, type Meeting } from '#core/model/meeting.ts';
import { Button } from '#renderer/kit/button.tsx';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { focusFirstInvalid } from '#renderer/kit/first-invalid.ts';
import { Notice } from '#renderer/kit/notice.tsx';
import { saveByKey } from '#renderer/kit/save-by-key.ts';
import { useCloseGuard } from '#renderer/kit/use-close-guard.tsx';
import { useWords } from '#renderer/kit/use-words.ts';
import { useDispatch, useMeeting } from '../app/desk-context.tsx';
import { AgencyFields, PresenterFields } from './agency-fields.tsx';
import { type ItemDraft, itemChanges, itemDraft } from './item-draft.ts';
import { draftProblems } from './item-problems.ts';
import { OtherFields } from './other-fields.tsx';
import { TimingFields } from './timing-fields.tsx';

/** All of an item that a user may edit: the agency and its presenter, the limits, the plan. */
export function ItemDialog({ itemId, isOpen, onClose }: { itemId: string; isOpen: boolean; onClose(): void }) {
  const meeting = useMeeting();
  const item = itemOf(meeting, itemId);
  return isOpen && item !== null ? <ItemForm key={itemId} meeting={meeting} item={item} onClose={onClose} /> : null;
}

function ItemForm({ meeting, item, onClose }: { meeting: Meeting; item: AgendaItem; onClose(): void }) {
  const t = useWords();
  const dispatch = useDispatch();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const [initial] = useState(() => itemDraft(meeting, item));
  const [draft, setDraft] = useState(initial);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const problems = draftProblems(t, draft, item.kind);
  const change = (fields: Partial<ItemDraft>): void => setDraft((before) => ({ ...before, ...fields }));
  const { close, question } = useCloseGuard(JSON.stringify(draft) !== JSON.stringify(initial), onClose);
  const isAgency = item.kind === 'agency';

  const save = async (): Promise<void> => {
    if (busy || focusFirstInvalid(form.current)) return;
    const changes = itemChanges(initial, draft, item);
    const commands = [
      changes.agency === null ? null : ({ type: 'agency.edit', ...changes.agency } as const),
      changes.item === null ? null : ({ type: 'item.edit', ...changes.item } as const),
    ];
    setBusy(true);
    for (const command of commands) {
      if (command === null) continue;
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
      title={isAgency ? t('item.agencyTitle') : t('item.otherTitle', { kind: t(`domain:itemKind.${item.kind}`) })}
      isOpen
      onClose={close}
      size="medium"
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
        {isAgency ? (
          <>
            <PresenterFields draft={draft} problems={problems} onChange={change} />
            <AgencyFields draft={draft} problems={problems} onChange={change} />
          </>
        ) : (
          <OtherFields draft={draft} kind={item.kind} problems={problems} onChange={change} />
        )}
        <TimingFields draft={draft} kind={item.kind} meetingLimits={meeting.limits} onChange={change} />
      </form>
      {question}
    </Dialog>
  );
}
