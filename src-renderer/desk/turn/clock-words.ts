import type { AgendaItem } from '#core/model/agenda-item.ts';
import type { Limits } from '#core/model/limits.ts';
import { type ClockAnchor, type ClockFace, effectiveLimits } from '#core/schedule/turn-clock.ts';
import { durationText } from '#core/time/clock-text.ts';
import { MINUTE } from '#core/time/units.ts';
import type { DeskT } from '../kernel/i18n.ts';

/** The appearance of the clock: its phase while it runs, else why it stands still. */
export type ClockTone = 'called' | 'paused' | 'running' | 'wrapUp' | 'overtime' | 'breakLeft' | 'breakOver';

export function clockTone({ status, kind }: Pick<AgendaItem, 'status' | 'kind'>, face: ClockFace): ClockTone {
  if (status === 'called' || status === 'paused') return status;
  // An overlong break is nobody's fault, at the desk as on the projector.
  if (kind === 'break' && face.meaning !== 'spent') return face.meaning === 'over' ? 'breakOver' : 'breakLeft';
  return face.phase;
}

/**
 * "menit ke-5 dari 10–12": the position of a turn in its limits; "+2 menit" of added time stays visible.
 * @param minute which one of the turn it is, from 1
 */
export function clockDetail(t: DeskT, item: AgendaItem, limits: Limits, minute: number): string {
  const turn: ClockAnchor = item.turn;
  const { soft, hard } = effectiveLimits(limits, turn.added);
  const added = Math.round(turn.added / MINUTE);
  const marks = hard === null ? [] : [soft, hard].flatMap((mark) => (mark === null ? [] : durationText(mark)));
  const span = spanOf(
    t,
    item.status === 'called' && turn.spent === 0 ? null : minute,
    [...new Set(marks)].join('–'),
    item.planned,
  );
  if (added === 0) return span;
  return `${span} · ${t(added > 0 ? 'clock.added' : 'clock.taken', { count: Math.abs(added) })}`;
}

/** @param minute `null` while the clock has not been started */
function spanOf(t: DeskT, minute: number | null, limits: string, planned: AgendaItem['planned']): string {
  if (limits !== '') return minute === null ? t('clock.limits', { limits }) : t('clock.minuteOf', { minute, limits });
  const plan =
    planned === null ? t('domain:clock.unlimited') : t('domain:clock.planned', { length: durationText(planned) });
  return minute === null ? plan : `${t('clock.minute', { minute })} · ${plan}`;
}

/** The phase in words: colour alone is not enough. */
export function clockWord(t: DeskT, tone: ClockTone, { meaning }: Pick<ClockFace, 'meaning'>): string {
  if (tone === 'paused') return t('domain:clock.paused');
  if (tone === 'called') return t('domain:clock.called');
  if (meaning === 'spent') return t('domain:clock.elapsed');
  return t(`clock.${tone}`);
}
