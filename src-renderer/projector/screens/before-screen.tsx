import { type ReactNode, useRef } from 'react';
import { formatLongDate, formatTime } from '#core/text/format.ts';
import { MINUTE } from '#core/time/units.ts';
import { instantOf } from '#core/time/zone.ts';
import type { Text } from '#renderer/kit/i18n-projector.ts';
import { fitTitle } from '../fit/quiet.ts';
import { useFit } from '../fit/use-fit.ts';
import { Emblem, useEmblem } from '../parts/emblem.tsx';
import { Facts } from '../parts/facts.tsx';
import { type ScreenProps, TopBar } from '../parts/top-bar.tsx';
import { type MeetingView, nameOf } from '../words.ts';

/** The countdown to the start is useful only in the last hour. */
const SOON = 60 * MINUTE;
const VERY_SOON = 15 * MINUTE;

function soonText(view: MeetingView, now: number, t: Text): string {
  const left = instantOf(view.date, view.startAt, view.zone) - now;
  if (left > SOON || left < -VERY_SOON) return '';
  return left > 0 ? t('before.soon', { n: Math.ceil(left / MINUTE) }) : t('before.verySoon');
}

/** Before the meeting was opened: what it is, when it begins, with what. */
export function BeforeScreen({ view, beat, connected, t }: ScreenProps): ReactNode {
  const screen = useRef<HTMLDivElement>(null);
  const emblem = useEmblem(view.home?.emblem ?? null);
  useFit(screen, (element) => fitTitle(element, view.textStep), undefined, view);
  const startAt = formatTime(instantOf(view.date, view.startAt, view.zone), view.zone, view.locale);
  const place = view.home?.place ?? '';
  const soon = soonText(view, beat.now, t);
  return (
    <div className="screen" ref={screen}>
      <TopBar view={view} beat={beat} connected={connected} t={t} bare />
      <main className="quiet">
        <div className="with-crest">
          <Emblem emblem={emblem} crest />
          <div className="identity">
            <p className="overline">{t('before.overline')}</p>
            <h1 className="name">{view.title}</h1>
            {view.subtitle === '' ? null : <p className="presenter">{view.subtitle}</p>}
          </div>
        </div>
        <Facts
          facts={[
            { label: t('before.date'), value: formatLongDate(view.date, view.locale) },
            { label: t('before.start'), value: t('domain:timeOfDay', { time: startAt, zone: view.zone }) },
            ...(place === '' ? [] : [{ label: t('domain:place'), value: place }]),
            ...(view.next === null ? [] : [{ label: t('before.first'), value: nameOf(view.next, t) }]),
          ]}
        />
      </main>
      <footer className="foot">
        <p className="foot-next">
          <strong>{soon}</strong>
        </p>
      </footer>
    </div>
  );
}
