import type { ReactNode } from 'react';
import { formatTime } from '#core/text/format.ts';
import type { ClockReading } from '#core/time/units.ts';
import type { Text } from '#renderer/kit/i18n-projector.ts';
import type { MeetingView, TitledView } from '../words.ts';

export interface ScreenProps<V = MeetingView> {
  readonly view: V;
  readonly beat: ClockReading;
  readonly connected: boolean;
  readonly t: Text;
}

/** The meeting, and the time in its zone. `bare` leaves the meeting out if the screen itself names it. */
export function TopBar({
  view,
  beat,
  connected,
  t,
  bare = false,
}: ScreenProps<TitledView> & { readonly bare?: boolean }): ReactNode {
  return (
    <header className="top">
      <p className="top-title">
        {bare ? null : (
          <>
            <strong>{view.title}</strong>
            {view.subtitle === '' ? null : <span className="theme"> · {view.subtitle}</span>}
          </>
        )}
      </p>
      <p className="wall">
        {connected ? null : <LostSign label={t('connectionLost')} />}
        <time>
          {formatTime(beat.now, view.zone, view.locale)} {view.zone}
        </time>
      </p>
    </header>
  );
}

/** Small on purpose: the operator must know, the room need not. */
export function LostSign({ label }: { readonly label: string }): ReactNode {
  return (
    <svg className="lost" viewBox="0 0 24 24" role="img" aria-label={label}>
      <circle cx="12" cy="12" r="8.5" fill="none" stroke="currentColor" strokeWidth="2.5" strokeDasharray="4 3.4" />
    </svg>
  );
}
