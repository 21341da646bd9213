import { type CSSProperties, type ReactNode, useRef } from 'react';
import { formatTime } from '#core/text/format.ts';
import type { AgendaRow, AgendaView } from '#core/views/projector.ts';
import type { Text } from '#renderer/kit/i18n-projector.ts';
import { fitAgenda, ONE_PAGE } from '../fit/pages.ts';
import { useFit } from '../fit/use-fit.ts';
import { Emphasised } from '../parts/emphasised.tsx';
import { PageNumber } from '../parts/page-number.tsx';
import { type ScreenProps, TopBar } from '../parts/top-bar.tsx';
import { usePage } from '../use-page.ts';
import { finishText, nameOf, startTimes } from '../words.ts';

/** A shape for each state, recognisable without colour: tick, disc, arrow, ring. */
const SHAPES: Record<AgendaRow['state'], ReactNode> = {
  done: <path d="M3 12.5l6 6L21 5.5" fill="none" stroke="currentColor" strokeWidth="3.4" />,
  now: <circle cx="12" cy="12" r="10" fill="currentColor" />,
  next: <path d="M5 3l15 9-15 9z" fill="currentColor" />,
  later: <circle cx="12" cy="12" r="8" fill="none" stroke="currentColor" strokeWidth="2.6" />,
};

function Row({ row, time, t }: { readonly row: AgendaRow; readonly time: string; readonly t: Text }): ReactNode {
  return (
    <li className="row" data-state={row.state}>
      <span className="row-time">{time}</span>
      <svg className="row-shape" viewBox="0 0 24 24" aria-hidden="true">
        {SHAPES[row.state]}
      </svg>
      <span className="row-name">
        {nameOf(row.name, t)}
        <span className={row.state === 'now' || row.state === 'next' ? 'row-state' : 'unseen'}>
          {` · ${t(`agenda.${row.state}`)}`}
        </span>
      </span>
    </li>
  );
}

/** The whole agenda: done, current and next, each with its time; it turns its pages by itself. */
export function AgendaScreen({ view, beat, connected, t }: ScreenProps<AgendaView>): ReactNode {
  const screen = useRef<HTMLDivElement>(null);
  const found = useFit(screen, (element) => fitAgenda(element, view.textStep), ONE_PAGE, view);
  const page = usePage(found.pages, view.rows.map(({ id, state }) => `${id} ${state}`).join('\n'), found.first);
  const times = startTimes(view, beat);
  const timeOf = ({ id, at }: AgendaRow): string => {
    const start = at ?? times.get(id);
    return start === undefined ? '' : formatTime(start, view.zone, view.locale);
  };
  const closed = view.status === 'finished';
  const done = view.rows.every(({ state }) => state === 'done');
  const foot = done ? t('between.allDone') : closed ? t('finished.overline') : t('agenda.estimated');
  return (
    <div className="screen" ref={screen} data-layout="agenda">
      <TopBar view={view} beat={beat} connected={connected} t={t} />
      <main className="sheet">
        <div className="sheet-head">
          <h1 className="overline">{t('domain:agenda')}</h1>
          <PageNumber page={page} pages={found.pages} t={t} />
        </div>
        <div className="pager" data-pages={found.pages}>
          <ol className="rows" style={{ '--page': page } as CSSProperties}>
            {view.rows.map((row) => (
              <Row key={row.id} row={row} time={timeOf(row)} t={t} />
            ))}
          </ol>
        </div>
      </main>
      <footer className="foot">
        <p className="foot-next">{foot}</p>
        <p className="foot-state">
          <span>{done || closed ? null : <Emphasised text={finishText(view, beat, t)} />}</span>
        </p>
      </footer>
    </div>
  );
}
