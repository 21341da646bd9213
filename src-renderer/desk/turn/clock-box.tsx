import './clock.css';
import type { AgendaItem } from '#core/model/agenda-item.ts';
import { clockLimitsOf } from '#core/schedule/plan-of.ts';
import { effectiveLimits } from '#core/schedule/turn-clock.ts';
import { formatTimer } from '#core/text/format.ts';
import { useClock, useMeetingValue } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { useFace } from '../meeting/use-face.ts';
import { clockDetail, clockTone, clockWord } from './clock-words.ts';

/** The countdown of the active item: digits, the phase in words, and the progress. Repaints alone. */
export function ClockBox({ item, small }: { item: AgendaItem; small?: boolean }) {
  const t = useT();
  const clock = useClock();
  const house = useMeetingValue((meeting) => meeting.limits);
  const limits = clockLimitsOf({ limits: house }, item);
  const face = useFace(item.turn, limits);
  const tone = clockTone(item, face);
  const { soft, hard } = effectiveLimits(limits, item.turn.added);
  const digits = formatTimer(face.shown, face.meaning === 'over');
  return (
    <div className={`d-clockbox d-clockbox-${tone} ${small === true ? 'd-clockbox-small' : ''}`}>
      <div className="d-digits" role="timer" aria-label={`${clockWord(t, tone, face)} ${digits}`}>
        {digits}
      </div>
      <div className="d-clock-words">
        <span className="d-clock-word">{clockWord(t, tone, face)}</span>
        <span className="d-clock-detail">{clockDetail(t, item, limits, clock.mono())}</span>
      </div>
      {hard !== null && small !== true && (
        <div className="d-bar" aria-hidden="true">
          <div className="d-bar-fill" style={{ inlineSize: `${String(face.progress * 100)}%` }} />
          {soft !== null && soft < hard && (
            <div className="d-bar-mark" style={{ insetInlineStart: `${String((soft / hard) * 100)}%` }} />
          )}
        </div>
      )}
    </div>
  );
}
