import { useState } from 'react';
import { SHORT_TEXT_MAX } from '#core/model/lengths.ts';
import type { Attendee } from '#core/model/meeting.ts';
import { ACTING, isKnown } from '#core/text/office.ts';
import { Checkbox } from '#renderer/kit/checkbox.tsx';
import { ComboBox } from '#renderer/kit/combo-box.tsx';
import { Segmented } from '#renderer/kit/segmented.tsx';
import { TextField } from '#renderer/kit/text-field.tsx';
import { useMeeting } from '../kernel/desk-context.tsx';
import { FormDialog } from '../kernel/forms/form-dialog.tsx';
import { useFormState } from '../kernel/forms/use-form-state.ts';
import { useT } from '../kernel/i18n.ts';
import { agencyOptions } from '../meeting/agency-options.ts';

const NOBODY = { name: '', office: '', agencyId: null, acting: 'none', representing: false } as const;

type Fields = Pick<Attendee, 'name' | 'office' | 'agencyId' | 'acting' | 'representing'>;

/** Adds a person to the attendance list, or changes one. */
export function AttendeeDialog({ attendeeId, onClose }: { attendeeId: string | null; onClose(): void }) {
  const t = useT();
  const meeting = useMeeting();
  const attendee = attendeeId === null ? null : (meeting.attendance.items[attendeeId] ?? null);
  const { name, office, agencyId, acting, representing } = attendee ?? NOBODY;
  const initial: Fields = { name, office, agencyId, acting, representing };
  const [fields, setFields] = useFormState(initial, 'attendee');
  const [tried, setTried] = useState(false);
  // Without an agency there is nothing to stand in for.
  const told: Fields = fields.agencyId === null ? { ...fields, acting: 'none', representing: false } : fields;
  const empty = !isKnown(told) && told.agencyId === null;
  const head = fields.agencyId === null ? '' : (meeting.agencies[fields.agencyId]?.head ?? '');
  const tooLong = (text: string): string | null =>
    text.length > SHORT_TEXT_MAX ? t('kit:tooLong', { length: text.length, max: SHORT_TEXT_MAX }) : null;
  return (
    <FormDialog
      title={attendee === null ? t('attendance.add') : t('attendance.editTitle')}
      size="small"
      isDirty={JSON.stringify(fields) !== JSON.stringify(initial)}
      commands={() => [
        attendee === null
          ? { type: 'attendance.add', ...told }
          : { type: 'attendance.edit', attendeeId: attendee.id, fields: told },
      ]}
      onTry={() => setTried(true)}
      onClose={onClose}
      saveLabel={attendee === null ? t('attendance.addSave') : undefined}
    >
      <TextField
        label={t('fields:name')}
        value={fields.name}
        onChange={(text) => setFields({ ...fields, name: text })}
        error={tried && empty ? t('attendance.nameMissing') : tooLong(fields.name)}
        autoFocus
      />
      <TextField
        label={t('fields:office')}
        placeholder={head}
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
      {fields.agencyId !== null && (
        <>
          <Segmented
            label={t('item.acting')}
            options={ACTING.map((id) => ({
              id,
              label: id === 'none' ? t('item.definitive') : t(`domain:acting.${id}`),
            }))}
            value={fields.acting}
            onChange={(status) => setFields({ ...fields, acting: status })}
          />
          <Checkbox
            isSelected={fields.representing}
            onChange={(stands) => setFields({ ...fields, representing: stands })}
          >
            {t('item.representing')}
          </Checkbox>
        </>
      )}
    </FormDialog>
  );
}
