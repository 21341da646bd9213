import { useState } from 'react';
import type { Meeting } from '#core/model/meeting.ts';
import { useWords } from '#renderer/kit/use-words.ts';
import { useMeeting } from '../app/desk-context.tsx';
import { FormDialog } from '../app/form-dialog.tsx';
import { useFormState } from '../app/use-form-state.ts';
import { LeaderFields } from '../settings/leader-fields.tsx';
import { DefaultLeaders } from './default-leaders.tsx';
import { detailsChanges, detailsDraft } from './details-draft.ts';
import { PrintedFields, TimeFields, TitleFields } from './details-fields.tsx';
import { KeptKop } from './kept-kop.tsx';
import { TwoDates } from './two-dates.tsx';

/** All fields of the open meeting, and its leaders. */
export function MeetingDetailsDialog({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const meeting = useMeeting();
  return isOpen ? <DetailsForm meeting={meeting} onClose={onClose} /> : null;
}

function DetailsForm({ meeting, onClose }: { meeting: Meeting; onClose(): void }) {
  const t = useWords();
  const [initial] = useState(() => detailsDraft(meeting));
  const [draft, setDraft] = useFormState(initial, 'details');
  const commands = detailsChanges(initial, draft);
  const change = (fields: Partial<typeof draft.fields>): void =>
    setDraft((before) => ({ ...before, fields: { ...before.fields, ...fields } }));
  return (
    <FormDialog
      title={t('details.dialogTitle')}
      size="large"
      isDirty={commands.length > 0}
      commands={() => commands}
      onClose={onClose}
    >
      <TwoDates />
      <TitleFields fields={draft.fields} onChange={change} />
      <TimeFields fields={draft.fields} onChange={change} />
      <PrintedFields fields={draft.fields} onChange={change} />
      <KeptKop />
      <fieldset className="k-fieldset">
        <legend>{t('details.leaders')}</legend>
        <DefaultLeaders leaders={draft.leaders} />
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
    </FormDialog>
  );
}
