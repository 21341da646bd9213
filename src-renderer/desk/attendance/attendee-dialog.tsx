import { useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Attendee } from '#core/model/meeting.ts';
import { Button } from '#renderer/kit/button.tsx';
import { ComboBox } from '#renderer/kit/combo-box.tsx';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { focusFirstInvalid } from '#renderer/kit/first-invalid.ts';
import { Notice } from '#renderer/kit/notice.tsx';
import { TextField } from '#renderer/kit/text-field.tsx';
import { useCloseGuard } from '#renderer/kit/use-close-guard.tsx';
import { useWords } from '#renderer/kit/use-words.ts';
import { useDispatch, useMeeting } from '../app/desk-context.tsx';
import { agencyOptions } from '../follow-ups/agency-options.ts';

const SHORT_MAX = 300;
const NOBODY = { name: '', office: '', agencyId: null };

/** Adds a person to the attendance list, or changes one. */
export function AttendeeDialog({ attendee, onClose }: { attendee: Attendee | null; onClose(): void }) {
  const t = useWords();
  const meeting = useMeeting();
  const dispatch = useDispatch();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const { name, office, agencyId } = attendee ?? NOBODY;
  const initial: Pick<Attendee, 'name' | 'office' | 'agencyId'> = { name, office, agencyId };
  const [fields, setFields] = useState(initial);
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const empty = fields.name.trim() === '' && fields.office.trim() === '';
  const dirty = JSON.stringify(fields) !== JSON.stringify(initial);
  const { close, question } = useCloseGuard(dirty, onClose);
  const tooLong = (text: string): string | null =>
    text.length > SHORT_MAX ? t('kit.tooLong', { length: text.length, max: SHORT_MAX }) : null;

  const save = async (): Promise<void> => {
    flushSync(() => setTried(true));
    if (focusFirstInvalid(form.current)) return;
    const reply = await dispatch(
      attendee === null
        ? { type: 'attendance.add', ...fields }
        : { type: 'attendance.edit', attendeeId: attendee.id, fields },
    );
    if (reply === null) return;
    if (reply.ok) onClose();
    else setRefusal(t(`errors:${reply.refusal.code}`, reply.refusal.params));
  };
  return (
    <Dialog
      title={attendee === null ? t('attendance.addTitle') : t('attendance.editTitle')}
      isOpen
      onClose={close}
      size="small"
      footer={
        <>
          <Button onPress={close}>{t('kit.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId}>
            {attendee === null ? t('attendance.addSave') : t('kit.save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        ref={form}
        className="k-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {refusal !== null && <Notice tone="error">{refusal}</Notice>}
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
      </form>
      {question}
    </Dialog>
  );
}
