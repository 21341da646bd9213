import type { ReactNode } from 'react';
import type { ClockReading } from '#core/time/units.ts';
import type { ItemName, TurnClock } from '#core/views/active-item.ts';
import type { Text } from '#renderer/kit/i18n-projector.ts';
import { ClockStrip } from './clock-strip.tsx';
import { NextItem } from './foot-bar.tsx';
import { LostSign } from './top-bar.tsx';

interface Props {
  /** `null` if the item has none, or it is shown elsewhere. */
  readonly clock: TurnClock | null;
  readonly beat: ClockReading;
  /** Who speaks. */
  readonly name: string;
  readonly next: ItemName | null;
  /** Whether nobody speaks now: without a next item there is then nothing to say of it. */
  readonly isOver?: boolean;
  readonly connected: boolean;
  readonly t: Text;
  /** What else is at its end. */
  readonly children?: ReactNode;
}

/** Clock, agency and next agency beside slides, in one slim line. */
export function SlimStrip({ clock, beat, name, next, isOver = false, connected, t, children }: Props): ReactNode {
  return (
    <footer className="foot slides-strip">
      {clock === null ? null : <ClockStrip clock={clock} beat={beat} t={t} />}
      <div className="identity">
        <h1 className="name">{name}</h1>
      </div>
      {isOver && next === null ? null : <NextItem next={next} t={t} />}
      {connected && children === undefined ? null : (
        <p className="slides-page">
          {connected ? null : <LostSign label={t('connectionLost')} />}
          {children}
        </p>
      )}
    </footer>
  );
}
