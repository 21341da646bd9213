import './clock.css';
import { useRef } from 'react';
import type { AgendaItem } from '#core/model/agenda-item.ts';
import { clockLimitsOf } from '#core/schedule/plan-of.ts';
import { effectiveLimits } from '#core/schedule/turn-clock.ts';
import { formatTimer } from '#core/text/format.ts';
import { setText } from '#renderer/kit/set-text.ts';
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
  const tone = useFaceValue(item.turn, limits, (face) => clockTone(item, face));
  const word = useFaceValue(item.turn, limits, (face) => clockWord(t, tone, face));
  const detail = useFaceValue(item.turn, limits, () => clockDetail(t, item, limits, clock.mono()));
  const { soft, hard } = effectiveLimits(limits, item.turn.added);
  const digits = useRef<HTMLDivElement>(null);
  const fill = useRef<HTMLDivElement>(null);
  useTurnPaint(item.turn, limits, (face) => {
    const text = formatTimer(face.shown, face.meaning === 'over');
    setText(digits.current, text);
    digits.current?.setAttribute('aria-label', `${word} ${text}`);
    if (fill.current !== null) fill.current.style.inlineSize = `${String(face.progress * 100)}%`;
  });
  return (
    <div className={`d-clockbox d-clockbox-${tone} ${small === true ? 'd-clockbox-small' : ''}`}>
      <div className="d-digits" role="timer" ref={digits} />
      <div className="d-clock-words">
        <span className="d-clock-word">{word}</span>
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
