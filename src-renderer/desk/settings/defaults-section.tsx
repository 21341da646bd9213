import { SHORT_TEXT_MAX } from '#core/model/lengths.ts';
import { ROLES } from '#core/model/roles.ts';
import { ZONES } from '#core/time/zone.ts';
import { DateField } from '#renderer/kit/date-field.tsx';
import { DurationField } from '#renderer/kit/duration-field.tsx';
import { Segmented } from '#renderer/kit/segmented.tsx';
import { Select } from '#renderer/kit/select.tsx';
import { TextField } from '#renderer/kit/text-field.tsx';
import { TimeField } from '#renderer/kit/time-field.tsx';
import { useT } from '../kernel/i18n.ts';
import { AutoShowFields } from '../meeting/auto-show-fields.tsx';
import { LimitsFields } from '../meeting/limits-fields.tsx';
import type { SectionProps } from './section-props.ts';
import { SwitchField } from './switch-field.tsx';
import type { SettingsFields } from './use-settings-form.ts';

/** The defaults of a new meeting. */
export function DefaultsSection({ form }: SectionProps) {
  const t = useT();
  const { defaults } = form.value;
  const change = (fields: Partial<SettingsFields['defaults']>): void =>
    form.edit({ defaults: { ...defaults, ...fields } });
  const badTerm = defaults.term.trim() === '' || defaults.term.trim().length > 40;
  return (
    <div className="k-card k-form">
      <p className="k-hint">{t('settings.defaultsHint')}</p>
      <LimitsFields limits={defaults.limits} onChange={(limits) => change({ limits })} />
      <div className="k-columns">
        <DurationField
          label={t('details.changeover')}
          description={t('details.changeoverHint')}
          value={defaults.changeover}
          onChange={(changeover) => changeover !== null && change({ changeover })}
        />
        <TimeField
          label={t('details.startAt')}
          value={defaults.startAt}
          onChange={(startAt) => startAt !== null && change({ startAt })}
        />
        <TimeField
          label={t('details.endAt')}
          description={t('details.endAtHint')}
          value={defaults.endAt}
          onChange={(endAt) => change({ endAt })}
        />
      </div>
      <DateField
        label={t('settings.termEnds')}
        value={form.value.termEnds}
        onChange={(termEnds) => form.edit({ termEnds })}
      />
      <p className="k-hint">{t('settings.termEndsHint')}</p>
      <SwitchField
        label={t('settings.termOnTitle')}
        hint={t('settings.termOnTitleHint')}
        isOn={form.value.termOnTitle}
        onChange={(termOnTitle) => form.edit({ termOnTitle })}
      />
      <div className="k-columns">
        <Segmented
          label={t('details.zone')}
          options={ZONES.map((zone) => ({ id: zone, label: zone }))}
          value={defaults.zone}
          onChange={(zone) => change({ zone })}
        />
        <TextField
          className="k-short"
          label={t('details.term')}
          description={t('details.termHint')}
          value={defaults.term}
          onChange={(term) => change({ term })}
          error={badTerm ? t('details.termMissing') : null}
        />
      </div>
      <TextField
        label={t('details.place')}
        value={defaults.place}
        onChange={(place) => change({ place })}
        error={
          defaults.place.length > SHORT_TEXT_MAX
            ? t('kit:tooLong', { length: defaults.place.length, max: SHORT_TEXT_MAX })
            : null
        }
      />
      <Select
        label={t('details.chair')}
        options={ROLES.map((role) => ({ id: role, label: t(`domain:role.${role}`) }))}
        value={defaults.chair}
        onChange={(chair) => change({ chair })}
      />
      <SwitchField
        label={t('slides.onCall')}
        hint={t('slides.onCallHint')}
        isOn={defaults.slidesOnCall}
        onChange={(slidesOnCall) => change({ slidesOnCall })}
      />
      <AutoShowFields value={defaults.autoShow} onChange={(autoShow) => change({ autoShow })} />
    </div>
  );
}
