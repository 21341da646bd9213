import { SHORT_TEXT_MAX } from '#core/model/lengths.ts';
import type { MeetingFields } from '#core/model/meeting.ts';
import { ROLES } from '#core/model/roles.ts';
import { ZONES } from '#core/time/zone.ts';
import { DateField } from '#renderer/kit/date-field.tsx';
import { DurationField } from '#renderer/kit/duration-field.tsx';
import { Segmented } from '#renderer/kit/segmented.tsx';
import { Select } from '#renderer/kit/select.tsx';
import { TextArea, TextField } from '#renderer/kit/text-field.tsx';
import { TimeField } from '#renderer/kit/time-field.tsx';
import { useT } from '../kernel/i18n.ts';
import { AutoShowFields } from '../meeting/auto-show-fields.tsx';
import { LimitsFields } from '../meeting/limits-fields.tsx';

export interface DetailsPartProps {
  readonly fields: MeetingFields;
  onChange(fields: Partial<MeetingFields>): void;
}

type TextKey =
  | 'theme'
  | 'place'
  | 'invitation'
  | 'number'
  | 'secretary'
  | 'minuteTaker'
  | 'minuteTakerOffice'
  | 'minuteTakerRank'
  | 'minuteTakerNip';

function DetailText({ name, fields, onChange }: DetailsPartProps & { name: TextKey }) {
  const t = useT();
  const text = fields[name];
  return (
    <TextField
      label={t(`details.${name}`)}
      value={text}
      onChange={(value) => onChange({ [name]: value })}
      error={text.length > SHORT_TEXT_MAX ? t('kit:tooLong', { length: text.length, max: SHORT_TEXT_MAX }) : null}
    />
  );
}

/** Title, theme, day and place of the meeting. @param dateGiven how often a button gave the day */
export function TitleFields({ fields, dateGiven, onChange }: DetailsPartProps & { readonly dateGiven: number }) {
  const t = useT();
  const bad = fields.title.trim() === '' || fields.title.trim().length > SHORT_TEXT_MAX;
  return (
    <>
      <TextArea
        label={t('details.title')}
        value={fields.title}
        onChange={(title) => onChange({ title: title.replace(/\s*\n\s*/g, ' ') })}
        error={bad ? t('errors:titleEmpty') : null}
        rows={1}
        isRequired
        autoFocus
      />
      <DetailText name="theme" fields={fields} onChange={onChange} />
      <div className="k-columns">
        <DateField
          label={t('details.date')}
          value={fields.date}
          given={dateGiven}
          onChange={(date) => date !== null && onChange({ date })}
          isRequired
        />
        <TimeField
          label={t('details.startAt')}
          value={fields.startAt}
          onChange={(startAt) => startAt !== null && onChange({ startAt })}
          isRequired
        />
        <TimeField
          label={t('details.endAt')}
          description={t('details.endAtHint')}
          value={fields.endAt}
          onChange={(endAt) => onChange({ endAt })}
        />
        <Segmented
          label={t('details.zone')}
          options={ZONES.map((zone) => ({ id: zone, label: zone }))}
          value={fields.zone}
          onChange={(zone) => onChange({ zone })}
        />
      </div>
      <DetailText name="place" fields={fields} onChange={onChange} />
    </>
  );
}

/** How turns are timed, what agencies are called, and which kinds of note are shown on the projector automatically. */
export function TimeFields({ fields, onChange }: DetailsPartProps) {
  const t = useT();
  const badTerm = fields.term.trim() === '' || fields.term.trim().length > 40;
  return (
    <fieldset className="k-fieldset k-form">
      <legend>{t('details.turns')}</legend>
      <LimitsFields limits={fields.limits} onChange={(limits) => onChange({ limits })} />
      <div className="k-columns">
        <DurationField
          label={t('details.changeover')}
          description={t('details.changeoverHint')}
          value={fields.changeover}
          onChange={(changeover) => changeover !== null && onChange({ changeover })}
        />
        <TextField
          className="k-short"
          label={t('details.term')}
          description={t('details.termHint')}
          value={fields.term}
          onChange={(term) => onChange({ term })}
          error={badTerm ? t('details.termMissing') : null}
        />
      </div>
      <AutoShowFields value={fields.autoShow} onChange={(autoShow) => onChange({ autoShow })} />
    </fieldset>
  );
}

/** What is printed at the head of the minutes. */
export function PrintedFields({ fields, onChange }: DetailsPartProps) {
  const t = useT();
  return (
    <fieldset className="k-fieldset k-form">
      <legend>{t('details.printed')}</legend>
      <div className="k-columns">
        <Select
          label={t('details.chair')}
          options={ROLES.map((role) => ({ id: role, label: t(`domain:role.${role}`) }))}
          value={fields.chair}
          onChange={(chair) => onChange({ chair })}
        />
        <DetailText name="secretary" fields={fields} onChange={onChange} />
        <DetailText name="minuteTaker" fields={fields} onChange={onChange} />
        <DetailText name="minuteTakerOffice" fields={fields} onChange={onChange} />
        <DetailText name="minuteTakerRank" fields={fields} onChange={onChange} />
        <DetailText name="minuteTakerNip" fields={fields} onChange={onChange} />
        <DetailText name="invitation" fields={fields} onChange={onChange} />
        <DetailText name="number" fields={fields} onChange={onChange} />
      </div>
    </fieldset>
  );
}
