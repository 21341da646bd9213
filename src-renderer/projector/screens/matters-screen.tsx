import { type CSSProperties, type ReactNode, useRef } from 'react';
import type { MattersView } from '#core/views/projector.ts';
import { fitNotesScreen, ONE_PAGE } from '../fit/pages.ts';
import { useFit } from '../fit/use-fit.ts';
import { type MatterRow, matterRows, type RowState } from '../matter-rows.ts';
import { ClockStrip } from '../parts/clock-strip.tsx';
import { KEPT_TOGETHER } from '../parts/note-items.tsx';
import { PageNumber } from '../parts/page-number.tsx';
import { type ScreenProps, TopBar } from '../parts/top-bar.tsx';
import { usePage } from '../use-page.ts';
import { nameOf } from '../words.ts';

/** A shape for each state, recognisable without colour: square, ring, half disc, tick, triangle, bars, speech, tick in a ring. */
const SHAPES: Record<RowState, ReactNode> = {
  late: <rect x="2.5" y="2.5" width="19" height="19" rx="2" fill="currentColor" />,
  open: <circle cx="12" cy="12" r="8.7" fill="none" stroke="currentColor" strokeWidth="3" />,
  inProgress: (
    <>
      <circle cx="12" cy="12" r="8.7" fill="none" stroke="currentColor" strokeWidth="3" />
      <path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor" />
    </>
  ),
  done: <path d="M3 12.5l6 6L21 5.5" fill="none" stroke="currentColor" strokeWidth="3.6" />,
  problem: <path d="M12 2.2 23 21.4H1z" fill="currentColor" />,
  figures: <path d="M3 21V11h4.6v10zm6.7 0V3h4.6v18zm6.7 0v-6.5H21V21z" fill="currentColor" />,
  said: <path d="M2 3.5h20v13H10.5L5.5 21v-4.5H2z" fill="none" stroke="currentColor" strokeWidth="2.6" />,
  solved: (
    <>
      <circle cx="12" cy="12" r="10" fill="none" stroke="currentColor" strokeWidth="2.4" />
      <path d="M7 12.3l3.6 3.6L17 8.8" fill="none" stroke="currentColor" strokeWidth="3" />
    </>
  ),
};

/** A column for each meeting, or a bar for one; the numbers stand in the text. */
function Shares({ shares }: Pick<MatterRow, 'shares'>): ReactNode {
  if (shares.length === 0) return null;
  return (
    <div className="matter-shares" data-single={shares.length === 1} aria-hidden="true">
      {shares.map((share, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are in the order of the meetings, and nothing else
        <span key={index} style={{ '--share': `${Math.max(0, Math.min(1, share)) * 100}%` } as CSSProperties} />
      ))}
    </div>
  );
}

function Row({ row: { state, status, facts, text, shares } }: { readonly row: MatterRow }): ReactNode {
  return (
    <li className="note matter" data-state={state} data-long={text.length > KEPT_TOGETHER}>
      <p className="note-by">
        <svg className="note-mark" viewBox="0 0 24 24" aria-hidden="true">
          {SHAPES[state]}
        </svg>
        <strong>{status}</strong>
        {facts.map((fact) => ` · ${fact}`)}
      </p>
      <p className="note-text">{text}</p>
      <Shares shares={shares} />
    </li>
  );
}

/** What the presenting agency was ordered before, its problems and its last turn, as large as they fit; the clock stays in view. */
export function MattersScreen({ view, beat, connected, t }: ScreenProps<MattersView>): ReactNode {
  const screen = useRef<HTMLDivElement>(null);
  const rows = matterRows(view, beat.now, t);
  const content = JSON.stringify(rows);
  const { floor, ...texts } = view;
  const measured = [texts, rows, floor === null];
  const { pages } = useFit(screen, (element) => fitNotesScreen(element, view.textStep), ONE_PAGE, measured);
  const page = usePage(pages, content);
  return (
    <div className="screen" ref={screen} data-layout="matters">
      <TopBar view={view} beat={beat} connected={connected} t={t} />
      <main className="sheet">
        <div className="sheet-head">
          <div className="identity">
            <p className="overline">{t('matters.heading')}</p>
            <h1 className="name">{nameOf(view.item, t)}</h1>
          </div>
          <PageNumber page={page} pages={pages} t={t} />
          {floor === null ? null : <ClockStrip clock={floor} beat={beat} t={t} />}
        </div>
        {rows.length === 0 ? (
          <p className="sheet-empty">{t('matters.none')}</p>
        ) : (
          <div className="pager" data-pages={pages}>
            <div className="note-list" data-single={rows.length === 1} style={{ '--page': page } as CSSProperties}>
              <ol className="note-others">
                {rows.map((row) => (
                  <Row key={row.id} row={row} />
                ))}
              </ol>
            </div>
          </div>
        )}
      </main>
    </div>
  );
}
