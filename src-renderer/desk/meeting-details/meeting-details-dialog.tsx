import { useState } from 'react';
import type { Meeting } from '#core/model/meeting.ts';
import { useMeeting } from '../kernel/desk-context.tsx';
import { FormDialog } from '../kernel/forms/form-dialog.tsx';
import { useFormState } from '../kernel/forms/use-form-state.ts';
import { useT } from '../kernel/i18n.ts';
import { KeptKop } from '../meeting/kept-kop.tsx';
import { LeaderFields } from '../meeting/leader-fields.tsx';
import { TwoDates } from '../meeting/two-dates.tsx';
import { DefaultLeaders } from './default-leaders.tsx';
import { detailsChanges, detailsDraft } from './details-draft.ts';
import { PrintedFields, TimeFields, TitleFields } from './details-fields.tsx';

/** All fields of the open meeting, and its leaders. */
export function MeetingDetailsDialog({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const meeting = useMeeting();
  return isOpen ? <DetailsForm meeting={meeting} onClose={onClose} /> : null;
}

function DetailsForm({ meeting, onClose }: { meeting: Meeting; onClose(): void }) {
  const t = useT();
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
