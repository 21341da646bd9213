import { useState } from 'react';
import type { Command } from '#core/commands/apply.ts';
import type { AgendaItem } from '#core/model/agenda-item.ts';
import { itemOf, type Meeting } from '#core/model/meeting.ts';
import { useMeeting } from '../kernel/desk-context.tsx';
import { FormDialog } from '../kernel/forms/form-dialog.tsx';
import { useFormState } from '../kernel/forms/use-form-state.ts';
import { useT } from '../kernel/i18n.ts';
import { AgencyFields, PresenterFields } from './agency-fields.tsx';
import { type ItemDraft, itemChanges, itemDraft } from './item-draft.ts';
import { draftProblems } from './item-problems.ts';
import { OtherFields } from './other-fields.tsx';
import { TimingFields } from './timing-fields.tsx';

/** Everything of an item that a user may edit: the agency and its presenter, the limits, the plan. */
export function ItemDialog({ itemId, isOpen, onClose }: { itemId: string; isOpen: boolean; onClose(): void }) {
  const meeting = useMeeting();
  const item = itemOf(meeting, itemId);
  return isOpen && item !== null ? <ItemForm key={itemId} meeting={meeting} item={item} onClose={onClose} /> : null;
}

function ItemForm({ meeting, item, onClose }: { meeting: Meeting; item: AgendaItem; onClose(): void }) {
  const t = useT();
  const [initial] = useState(() => itemDraft(meeting, item));
  const [draft, setDraft] = useFormState(initial, 'item');
  const problems = draftProblems(t, draft, item.kind);
  const change = (fields: Partial<ItemDraft>): void => setDraft((before) => ({ ...before, ...fields }));
  const isAgency = item.kind === 'agency';

  const commands = (): Command[] => {
    const changes = itemChanges(initial, draft, item);
    return [
      ...(changes.agency === null ? [] : [{ type: 'agency.edit', ...changes.agency } as const]),
      ...(changes.item === null ? [] : [{ type: 'item.edit', ...changes.item } as const]),
    ];
  };
  return (
    <FormDialog
      title={isAgency ? t('item.agencyTitle') : t('item.otherTitle', { kind: t(`domain:itemKind.${item.kind}`) })}
      isDirty={JSON.stringify(draft) !== JSON.stringify(initial)}
      commands={commands}
      onClose={onClose}
    >
      {isAgency ? (
        <>
          <PresenterFields draft={draft} problems={problems} onChange={change} />
          <AgencyFields draft={draft} problems={problems} onChange={change} />
        </>
      ) : (
        <OtherFields draft={draft} kind={item.kind} problems={problems} onChange={change} />
      )}
      <TimingFields draft={draft} kind={item.kind} meetingLimits={meeting.limits} onChange={change} />
    </FormDialog>
  );
}
