import type { Limits } from '#core/model/limits.ts';
import { countedLimits, effectiveLimits, faceAt } from '#core/schedule/turn-clock.ts';
import { formatTimer } from '#core/text/format.ts';
import { durationText } from '#core/time/clock-text.ts';
import type { ClockReading } from '#core/time/units.ts';
import { type Duration, duration, MINUTE } from '#core/time/units.ts';
import type { TurnClock } from '#core/views/active-item.ts';
import type { Text } from '#renderer/kit/i18n-projector.ts';

/** Colour is never alone: each state of the clock has its own shape and its own words. */
export type Tone = 'running' | 'wrapUp' | 'overtime' | 'waiting' | 'paused' | 'rest';

export interface TurnFace {
  readonly tone: Tone;
  readonly digits: string;
  readonly words: string;
  readonly detail: string;
  /** "ditambah 2 menit", or empty. */
  readonly added: string;
  /** The bar: how full, and where the marks are, 0 to 1; `null` without limits. */
  readonly bar: {
    readonly progress: number;
    readonly soft: { readonly at: number; readonly label: string } | null;
    readonly hard: string;
  } | null;
}

/** The limits that the projector's clock counts down. */
export const clockLimits = (view: Pick<TurnClock, 'limits' | 'planned' | 'isBreak'>): Limits =>
  countedLimits(view.limits, view);

const inMinutes = (ms: number): string => durationText(duration(Math.round(ms / 1000) * 1000));
/** What "cukup" leaves of a limit is not a number that anybody chose: its odd seconds are not shown. */
const isWhole = (ms: number): boolean => Math.round(ms / 1000) % 60 === 0;

function signOf(
  view: TurnClock,
  face: ReturnType<typeof faceAt>,
  marks: Limits,
  t: Text,
): Pick<TurnFace, 'tone' | 'words' | 'detail'> {
  const { hard } = marks;
  const own = clockLimits(view).hard;
  const limit =
    hard === null ? null : isWhole(hard) || hard === own ? t('sign.limit', { length: inMinutes(hard) }) : '';
  const plan =
    view.planned > 0 ? t('domain:clock.planned', { length: inMinutes(view.planned) }) : t('domain:clock.unlimited');
  const length = view.isBreak || limit === null ? plan : limit;
  switch (view.stage) {
    case 'called':
      return { tone: 'waiting', words: t('domain:clock.called'), detail: length };
    case 'paused': {
      const detail = { left: t('sign.pausedLeft'), over: t('sign.overDetail'), spent: t('sign.pausedSpent') };
      return { tone: 'paused', words: t('domain:clock.paused'), detail: detail[face.meaning] };
    }
    case 'running':
      break;
    default:
      view.stage satisfies never;
  }
  if (view.isBreak) {
    return face.meaning === 'over'
      ? { tone: 'wrapUp', words: t('domain:clock.breakOver'), detail: t('sign.breakOverDetail') }
      : {
          tone: 'rest',
          words: t(face.meaning === 'left' ? 'domain:clock.breakLeft' : 'domain:clock.elapsed'),
          detail: length,
        };
  }
  switch (face.phase) {
    case 'running':
      return {
        tone: 'running',
        words: t(hard === null ? 'domain:clock.elapsed' : 'domain:clock.left'),
        detail: length,
      };
    // About the digits beside them, whatever was added or removed since.
    case 'wrapUp':
      return {
        tone: 'wrapUp',
        words: t('sign.wrapUp', { length: Math.ceil(face.shown / MINUTE) }),
        detail: t('sign.conclude'),
      };
    case 'overtime':
      return { tone: 'overtime', words: t('domain:clock.over'), detail: t('sign.overDetail') };
    default:
      return face.phase satisfies never;
  }
}

function barOf(progress: number, { soft, hard }: Limits, own: Limits, t: Text): TurnFace['bar'] {
  if (hard === null) return null;
  const given: readonly (number | null)[] = [own.soft, own.hard];
  const label = (ms: Duration): string =>
    isWhole(ms) || given.includes(ms) ? t('bar.mark', { length: inMinutes(ms) }) : '';
  return {
    progress,
    soft: soft === null || soft >= hard ? null : { at: soft / hard, label: label(soft) },
    hard: label(hard),
  };
}

/** What the clock of the active item shows at `beat`. */
export function turnFace(view: TurnClock, beat: ClockReading, t: Text): TurnFace {
  const limits = clockLimits(view);
  const face = faceAt(view.clock, limits, beat.mono);
  const marks = effectiveLimits(limits, view.clock.added);
  const { added } = view.clock;
  return {
    ...signOf(view, face, marks, t),
    digits: formatTimer(face.shown, face.meaning === 'over'),
    // That a turn was shortened is only for the desk.
    added: added > 0 && isWhole(added) ? t('sign.added', { length: inMinutes(added) }) : '',
    bar: barOf(face.progress, marks, limits, t),
  };
}
