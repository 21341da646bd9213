import './clock.css';
import { useId, useRef } from 'react';
import type { AgendaItem } from '#core/model/agenda-item.ts';
import { clockLimitsOf } from '#core/schedule/plan-of.ts';
import { effectiveLimits, minuteOf, spentAt } from '#core/schedule/turn-clock.ts';
import { formatTimer } from '#core/text/format.ts';
import { setDigits, setProgress } from '#renderer/kit/clock-parts.ts';
import { useClock, useMeetingValue } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { useFaceValue, useTurnPaint } from '../meeting/passing-time.tsx';
import { clockDetail, clockTone, clockWord } from './clock-words.ts';

/** The countdown of the active item: digits, the phase in words, and the progress. Only the seconds repaint every second. */
export function ClockBox({ item, small }: { item: AgendaItem; small?: boolean }) {
  const t = useT();
  const clock = useClock();
  const house = useMeetingValue((meeting) => meeting.limits);
  const limits = clockLimitsOf({ limits: house }, item);
  const id = useId();
  // Looked at each second: the words are looked up only when one of these is another.
  const tone = useFaceValue(item.turn, limits, (face) => clockTone(item, face));
  const meaning = useFaceValue(item.turn, limits, (face) => face.meaning);
  const minute = useFaceValue(item.turn, limits, () => minuteOf(spentAt(item.turn, clock.mono())));
  const word = clockWord(t, tone, { meaning });
  const detail = clockDetail(t, item, limits, minute);
  const { soft, hard } = effectiveLimits(limits, item.turn.added);
  const digits = useRef<HTMLDivElement>(null);
  const fill = useRef<HTMLDivElement>(null);
  useTurnPaint(item.turn, limits, (face) => {
    setDigits(digits.current, formatTimer(face.shown, face.meaning === 'over'));
    setProgress(fill.current, face.progress);
  });
  return (
    <div className={`d-clockbox d-clockbox-${tone} ${small === true ? 'd-clockbox-small' : ''}`}>
      {/* Named by the words and itself: a name of its own would be another attribute each second. No item of the grid itself, so
          that a layout can begin at it. */}
      <div>
        <div
          className="d-digits"
          role="timer"
          id={`${id}-digits`}
          aria-labelledby={`${id}-word ${id}-digits`}
          ref={digits}
        />
      </div>
      <div className="d-clock-words">
        <span className="d-clock-word" id={`${id}-word`}>
          {word}
        </span>
        <span className="d-clock-detail">{detail}</span>
      </div>
      {hard !== null && small !== true && (
        <div className="d-bar" aria-hidden="true">
          <div className="d-bar-fill" ref={fill} />
          {soft !== null && soft < hard && (
            <div className="d-bar-mark" style={{ insetInlineStart: `${String((soft / hard) * 100)}%` }} />
          )}
        </div>
      )}
    </div>
  );
}
