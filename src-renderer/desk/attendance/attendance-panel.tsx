import './attendance.css';
import { type RefObject, useRef, useState } from 'react';
import { shortName } from '#core/model/agency.ts';
import { type Attendee, attendeePerson } from '#core/model/meeting.ts';
import { formatTime } from '#core/text/format.ts';
import { personWords } from '#core/text/office.ts';
import { Button, IconButton, Pill } from '#renderer/kit/button.tsx';
import { Checkbox } from '#renderer/kit/checkbox.tsx';
import { EmptyState } from '#renderer/kit/empty-state.tsx';
import { TextField } from '#renderer/kit/text-field.tsx';
import { stayNear, useKeptFocus } from '#renderer/kit/use-kept-focus.ts';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useRowAt } from '#renderer/kit/use-row-at.ts';
import { useDialog, useMeetingParts, useReadOnly, useRuntime, useSend } from '../kernel/desk-context.tsx';
import { MeetingFields } from '../kernel/forms/meeting-fields.tsx';
import { useT } from '../kernel/i18n.ts';
import { showUndoToast } from '../kernel/toasts/undo-toast.ts';
import { countPresent, listedAttendees } from './attendance-list.ts';

/** The attendance: ticked as people arrive; printed as the list at the end of the minutes. */
export function AttendancePanel() {
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place, stayNear);
  return (
    <div className="d-attendance" ref={place} tabIndex={-1}>
      <Attendance place={place} />
    </div>
  );
}

function Attendance({ place }: { readonly place: RefObject<HTMLElement | null> }) {
  const t = useT();
  const locale = useLocale();
  const meeting = useMeetingParts((now) => [now.attendance, now.agencies, now.leaders, now.term, now.zone]);
  const send = useSend();
  const readOnly = useReadOnly();
  const runtime = useRuntime();
  const [text, setText] = useState('');
  const [absentOnly, setAbsentOnly] = useState(false);
  const { open } = useDialog();
  const total = meeting.attendance.order.length;
  const at = useRowAt(place, 'attendeeId');
  const listed = listedAttendees(meeting, { text, absentOnly }, at);
  const fill = (
    <Button size="small" isDisabled={readOnly} onPress={() => void send({ type: 'attendance.fill' })}>
      {t('attendance.fill')}
    </Button>
  );
  const add = (
    <Button size="small" icon="add" isDisabled={readOnly} onPress={() => open({ kind: 'attendee', attendeeId: null })}>
      {t('attendance.add')}
    </Button>
  );
  if (total === 0) {
    return (
      <EmptyState
        title={t('attendance.none')}
        action={
          <div className="k-row">
            {fill}
            {add}
          </div>
        }
      >
        {readOnly ? null : t('attendance.noneText', { term: meeting.term })}
      </EmptyState>
    );
  }
  const remove = async (attendee: Attendee): Promise<void> => {
    if (!(await send({ type: 'attendance.remove', attendeeId: attendee.id }))) return;
    showUndoToast(runtime, 'attendance.remove', t('attendance.removed', { name: attendee.name || attendee.office }));
  };
  return (
    <div className="k-form">
      <div className="d-attendance-tools">
        <p className="d-attendance-count" role="status">
          {t('attendance.count', { present: countPresent(meeting), total })}
        </p>
        {fill}
        {add}
        <TextField
          className="d-attendance-filter"
          label={t('attendance.search')}
          hideLabel
          placeholder={t('attendance.search')}
          type="search"
          value={text}
          onChange={setText}
        />
        <Pill isSelected={absentOnly} onChange={setAbsentOnly}>
          {t('attendance.absentOnly')}
        </Pill>
      </div>
      {listed.length === 0 ? (
        <EmptyState title={t('attendance.noMatch')} />
      ) : (
        <MeetingFields>
          <ul className="d-attendance-list k-card">
            {listed.map((attendee) => {
              const { name: own, ...rest } = personWords(attendeePerson(meeting, attendee), t);
              const held = [rest.office, rest.represents].filter((part) => part !== '').join(', ');
              const name = own || held || t('attendance.nameless');
              const agency = attendee.agencyId === null ? undefined : meeting.agencies[attendee.agencyId];
              const office = own === '' ? '' : held;
              const short = agency === undefined ? '' : shortName(agency);
              // An office that names the agency does not need its short name after it.
              const said = agency !== undefined && `${name} ${office}`.includes(agency.name);
              return (
                <li key={attendee.id} className="d-attendee" data-attendee-id={attendee.id} tabIndex={-1}>
                  <Checkbox
                    className="d-attendee-tick"
                    isSelected={attendee.present}
                    onChange={(present) => void send({ type: 'attendance.tick', attendeeId: attendee.id, present })}
                  >
                    <span className="d-attendee-name">{name}</span>
                    <span className="d-attendee-office">
                      {[office, said ? '' : short].filter((part) => part !== '').join(' · ')}
                    </span>
                  </Checkbox>
                  <span className="d-attendee-at">
                    {attendee.at !== null &&
                      t('attendance.at', { time: formatTime(attendee.at, meeting.zone, locale) })}
                  </span>
                  <IconButton
                    size="small"
                    icon="edit"
                    label={t('attendance.edit', { name })}
                    onPress={() => open({ kind: 'attendee', attendeeId: attendee.id })}
                  />
                  <IconButton
                    size="small"
                    icon="trash"
                    label={t('kit:remove', { name })}
                    onPress={() => void remove(attendee)}
                  />
                </li>
              );
            })}
          </ul>
        </MeetingFields>
      )}
    </div>
  );
}
