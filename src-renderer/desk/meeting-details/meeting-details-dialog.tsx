import { useState } from 'react';
import type { Meeting } from '#core/model/meeting.ts';
import { useGiven } from '#renderer/kit/use-given.ts';
import { useMeeting } from '../kernel/desk-context.tsx';
import { FormDialog } from '../kernel/forms/form-dialog.tsx';
import { useFormState } from '../kernel/forms/use-form-state.ts';
import { useT } from '../kernel/i18n.ts';
import { KeptKop } from '../meeting/kept-kop.tsx';
import { LeaderFields } from '../meeting/leader-fields.tsx';
import { TwoDates } from '../meeting/two-dates.tsx';
import { DefaultLeaders } from './default-leaders.tsx';
import { detailsChanges, detailsDraft, detailsNow } from './details-draft.ts';
import { PrintedFields, TimeFields, TitleFields } from './details-fields.tsx';

/** All fields of the open meeting, and its leaders. */
export function MeetingDetailsDialog({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const meeting = useMeeting();
  return isOpen ? <DetailsForm meeting={meeting} onClose={onClose} /> : null;
}

function DetailsForm({ meeting, onClose }: { meeting: Meeting; onClose(): void }) {
  const t = useT();
  const [initial] = useState(() => detailsDraft(meeting));
  const [typed, setDraft] = useFormState(initial, 'details');
  const now = detailsDraft(meeting);
  const draft = detailsNow(initial, typed, now);
  const leaders = Object.values(draft.leaders);
  const [dateGiven, giveDate] = useGiven();
  const commands = detailsChanges(now, draft);
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
      <TwoDates
        onUse={() => {
          giveDate();
          // No longer one that was typed: it is the meeting's again.
          change({ date: initial.fields.date });
        }}
      />
      <TitleFields fields={draft.fields} dateGiven={dateGiven} onChange={change} />
      <TimeFields fields={draft.fields} onChange={change} />
      <PrintedFields fields={draft.fields} onChange={change} />
      <KeptKop />
      <fieldset className="k-fieldset">
        <legend>{t('details.leaders')}</legend>
        <DefaultLeaders leaders={leaders} />
        <LeaderFields
          leaders={leaders}
          onChange={(leader) =>
            setDraft((before) => ({ ...before, leaders: { ...before.leaders, [leader.role]: leader } }))
          }
        />
      </fieldset>
    </FormDialog>
  );
}
