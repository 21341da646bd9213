import { useState } from 'react';
import type { Attendee } from '#core/model/meeting.ts';
import { ComboBox } from '#renderer/kit/combo-box.tsx';
import { TextField } from '#renderer/kit/text-field.tsx';
import { useWords } from '#renderer/kit/use-words.ts';
import { useMeeting } from '../app/desk-context.tsx';
import { FormDialog } from '../app/form-dialog.tsx';
import { agencyOptions } from '../follow-ups/agency-options.ts';

const SHORT_MAX = 300;
const NOBODY = { name: '', office: '', agencyId: null };

/** Adds a person to the attendance list, or changes one. */
export function AttendeeDialog({ attendee, onClose }: { attendee: Attendee | null; onClose(): void }) {
  const t = useWords();
  const meeting = useMeeting();
  const { name, office, agencyId } = attendee ?? NOBODY;
  const initial: Pick<Attendee, 'name' | 'office' | 'agencyId'> = { name, office, agencyId };
  const [fields, setFields] = useState(initial);
  const [tried, setTried] = useState(false);
  const empty = fields.name.trim() === '' && fields.office.trim() === '';
  const tooLong = (text: string): string | null =>
    text.length > SHORT_MAX ? t('kit.tooLong', { length: text.length, max: SHORT_MAX }) : null;
  return (
    <FormDialog
      title={attendee === null ? t('attendance.addTitle') : t('attendance.editTitle')}
      size="small"
      isDirty={JSON.stringify(fields) !== JSON.stringify(initial)}
      commands={() => [
        attendee === null
          ? { type: 'attendance.add', ...fields }
          : { type: 'attendance.edit', attendeeId: attendee.id, fields },
      ]}
      onTry={() => setTried(true)}
      onClose={onClose}
      saveLabel={attendee === null ? t('attendance.addSave') : undefined}
    >
      <TextField
        label={t('attendance.name')}
        value={fields.name}
        onChange={(text) => setFields({ ...fields, name: text })}
        error={tried && empty ? t('attendance.nameMissing') : tooLong(fields.name)}
        autoFocus
      />
      <TextField
        label={t('attendance.office')}
        value={fields.office}
        onChange={(text) => setFields({ ...fields, office: text })}
        error={tooLong(fields.office)}
      />
      <ComboBox
        label={meeting.term}
        description={t('attendance.agencyHint')}
        options={agencyOptions(meeting)}
        value={fields.agencyId}
        onChange={(id) => setFields({ ...fields, agencyId: id })}
      />
    </FormDialog>
  );
}
