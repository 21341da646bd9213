import type { AgendaItem } from '#core/model/agenda-item.ts';
import type { Limits } from '#core/model/limits.ts';
import { durationText } from '#core/time/clock-text.ts';
import { DurationField } from '#renderer/kit/duration-field.tsx';
import { Segmented } from '#renderer/kit/segmented.tsx';
import { TimeField } from '#renderer/kit/time-field.tsx';
import { useGiven } from '#renderer/kit/use-given.ts';
import { useT } from '../kernel/i18n.ts';
import { BreakPresets } from '../meeting/limit-presets.tsx';
import { LimitsFields } from '../meeting/limits-fields.tsx';
import type { ItemDraft, LimitsChoice } from './item-draft.ts';

export interface TimingFieldsProps {
  readonly draft: ItemDraft;
  readonly kind: AgendaItem['kind'];
  readonly meetingLimits: Limits;
  onChange(fields: Partial<ItemDraft>): void;
}

/** The limits of the turn, its planned length and a fixed start. */
export function TimingFields({ draft, kind, meetingLimits, onChange }: TimingFieldsProps) {
  const t = useT();
  const [given, give] = useGiven();
  const { soft, hard } = meetingLimits;
  const house = [soft, hard].flatMap((limit) => (limit === null ? [] : durationText(limit))).join('–');
  const choices: readonly LimitsChoice[] = kind === 'agency' ? ['default', 'own', 'none'] : ['none', 'own'];
  return (
    <fieldset className="k-fieldset k-form">
      <legend>{t('fields:time')}</legend>
      <Segmented
        label={t('item.limits')}
        options={choices.map((choice) => ({
          id: choice,
          label:
            choice === 'default' && house !== ''
              ? t('item.limitsDefault', { limits: house })
              : t(`item.limitsChoice.${choice}`),
        }))}
        value={draft.limitsChoice}
        onChange={(limitsChoice) => onChange({ limitsChoice })}
      />
      {draft.limitsChoice === 'own' && (
        <LimitsFields limits={draft.ownLimits} onChange={(ownLimits) => onChange({ ownLimits })} />
      )}
      {kind === 'break' && (
        <BreakPresets
          value={draft}
          onChange={(preset) => {
            give();
            onChange(preset);
          }}
        />
      )}
      <div className="k-columns">
        <DurationField
          label={t('item.planned')}
          description={t('item.plannedHint')}
          value={draft.planned}
          given={given}
          onChange={(planned) => onChange({ planned })}
        />
        <TimeField
          label={t('item.fixedStart')}
          description={t('item.fixedStartHint')}
          value={draft.fixedStart}
          given={given}
          onChange={(fixedStart) => onChange({ fixedStart })}
        />
      </div>
    </fieldset>
  );
}
