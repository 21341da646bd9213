import type { Limits } from '#core/model/limits.ts';
import { type ClockFace, countedLimits, effectiveLimits, faceAt } from '#core/schedule/turn-clock.ts';
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

function signOf(view: TurnClock, face: ClockFace, marks: Limits, t: Text): Pick<TurnFace, 'tone' | 'words' | 'detail'> {
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
        words: t('sign.wrapUp', { length: lastMinutes(face) }),
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

/** What a second changes of a clock, without its words: looking those up each second costs more than painting the digits. */
interface TurnSecond {
  readonly digits: string;
  /** How full the bar is, 0 to 1; 0 without limits. */
  readonly progress: number;
  /** Of one view, all with the same `part` have the same words. */
  readonly part: string;
}

const digitsOf = ({ shown, meaning }: ClockFace): string => formatTimer(shown, meaning === 'over');
/** How many minutes the sign of the last ones names. */
const lastMinutes = ({ shown }: ClockFace): number => Math.ceil(shown / MINUTE);

/** What the clock of the active item shows at `beat`, as far as each second changes it. */
export function turnSecond(view: TurnClock, beat: ClockReading): TurnSecond {
  const face = faceAt(view.clock, clockLimits(view), beat.mono);
  const { phase, meaning, progress } = face;
  return {
    digits: digitsOf(face),
    progress,
    part: `${phase} ${meaning} ${phase === 'wrapUp' ? lastMinutes(face) : ''}`,
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
    digits: digitsOf(face),
    // That a turn was shortened is only for the desk.
    added: added > 0 && isWhole(added) ? t('sign.added', { length: inMinutes(added) }) : '',
    bar: barOf(face.progress, marks, limits, t),
  };
}
