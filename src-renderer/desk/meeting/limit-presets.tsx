import type { AgendaItem } from '#core/model/agenda-item.ts';
import { HOUSE_LIMITS, type Limits, NO_LIMITS } from '#core/model/limits.ts';
import { durationText } from '#core/time/clock-text.ts';
import { minutes } from '#core/time/units.ts';
import { clockTimeText } from '#renderer/kit/clock-time.ts';
import { Presets } from '#renderer/kit/presets.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useT } from '../kernel/i18n.ts';

/** The usual rule first; each has a reminder in time to conclude. */
const LIMIT_PRESETS: readonly Limits[] = [
  HOUSE_LIMITS,
  { soft: minutes(4), hard: minutes(5) },
  { soft: minutes(6), hard: minutes(7) },
  { soft: minutes(13), hard: minutes(15) },
  NO_LIMITS,
];

const same = (a: Limits, b: Limits): boolean => a.soft === b.soft && a.hard === b.hard;

/** Usual limits of a turn. */
export function LimitPresets({ limits, onChange }: { limits: Limits; onChange(limits: Limits): void }) {
  const t = useT();
  return (
    <Presets
      label={t('presets.limits')}
      presets={LIMIT_PRESETS.map((preset) => {
        const marks = [preset.soft, preset.hard].flatMap((mark) => (mark === null ? [] : durationText(mark)));
        return {
          id: marks.join('-'),
          label: preset.hard === null ? t('item.limitsChoice.none') : t('presets.minutes', { marks: marks.join('–') }),
          isChosen: same(limits, preset),
          choose: () => onChange(preset),
        };
      })}
    />
  );
}

type Break = Pick<AgendaItem, 'planned' | 'fixedStart'>;
/** The lunch break (docs/domain/records.md#the-lunch-break), and a coffee break. */
const BREAK_PRESETS = [
  { id: 'ishoma', fixedStart: '12:00', end: '13:30', planned: minutes(90) },
  { id: 'friday', fixedStart: '11:30', end: '13:30', planned: minutes(120) },
  { id: 'coffee', fixedStart: null, end: null, planned: minutes(15) },
] as const;

/** Usual breaks. */
export function BreakPresets({ value, onChange }: { value: Break; onChange(value: Break): void }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Presets
      label={t('presets.breaks')}
      presets={BREAK_PRESETS.map(({ id, fixedStart, end, planned }) => ({
        id,
        label:
          fixedStart === null
            ? t('presets.coffee')
            : t(`presets.${id}`, { from: clockTimeText(fixedStart, locale), to: clockTimeText(end, locale) }),
        isChosen: value.planned === planned && value.fixedStart === fixedStart,
        choose: () => onChange({ planned, fixedStart }),
      }))}
    />
  );
}
