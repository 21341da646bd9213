import { type ReactNode, useRef } from 'react';
import type { StripView } from '#core/views/strip.ts';
import { fitStrip } from '../fit/slides.ts';
import { useFit } from '../fit/use-fit.ts';
import { stripWidth } from '../parts/clock-strip.tsx';
import { SlimStrip } from '../parts/slim-strip.tsx';
import type { ScreenProps } from '../parts/top-bar.tsx';
import { nameOf } from '../words.ts';

/** The strip by itself, in a window that is as slim as it is: another program shows slides beside it. */
export function StripScreen({ view, beat, connected, t }: ScreenProps<StripView>): ReactNode {
  const screen = useRef<HTMLDivElement>(null);
  const { floor, ...texts } = view;
  const name = view.item === null ? view.meetingTitle || t('appName') : nameOf(view.item, t);
  useFit(screen, fitStrip, 1, [texts, stripWidth(floor, beat)]);
  return (
    <main className="screen" ref={screen} data-layout="strip">
      <SlimStrip
        clock={floor}
        beat={beat}
        name={name}
        next={view.next}
        isOver={view.item === null}
        connected={connected}
        t={t}
      />
    </main>
  );
}
