import type { Limits } from '#core/model/limits.ts';
import { DurationField } from '#renderer/kit/duration-field.tsx';
import { useGiven } from '#renderer/kit/use-given.ts';
import { useT } from '../kernel/i18n.ts';
import { LimitPresets } from './limit-presets.tsx';
import { limitsProblem } from './limits-draft.ts';

/** The two limits of a turn, in minutes, with what is wrong with them below. An empty one means none. */
export function LimitsFields({ limits, onChange }: { limits: Limits; onChange(limits: Limits): void }) {
  const t = useT();
  const [given, give] = useGiven();
  const problem = limitsProblem(limits);
  const told = problem === null ? null : t(`item.limitsProblem.${problem}`);
  const hardIsWrong = problem === 'zero' && limits.hard !== null && limits.hard < 1000;
  return (
    <div className="k-form">
      <LimitPresets
        limits={limits}
        onChange={(preset) => {
          give();
          onChange(preset);
        }}
      />
      <div className="k-columns">
        <DurationField
          label={t('item.soft')}
          description={t('item.softHint')}
          value={limits.soft}
          given={given}
          onChange={(soft) => onChange({ ...limits, soft })}
          error={hardIsWrong ? null : told}
        />
        <DurationField
          label={t('item.hard')}
          description={t('item.hardHint')}
          value={limits.hard}
          given={given}
          onChange={(hard) => onChange({ ...limits, hard })}
          error={hardIsWrong ? told : null}
        />
      </div>
    </div>
  );
}
