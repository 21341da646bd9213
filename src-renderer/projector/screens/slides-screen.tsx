import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react';
import type { SlidesView } from '#core/views/projector.ts';
import type { Text } from '#renderer/kit/i18n-projector.ts';
import type { Deck } from '#renderer/slides/deck.ts';
import { SlidePages, SpotMark } from '#renderer/slides/slide-pages.tsx';
import { useDeck } from '#renderer/slides/use-deck.ts';
import { fitSlides } from '../fit/slides.ts';
import { useFit } from '../fit/use-fit.ts';
import { ClockStrip, stripWidth } from '../parts/clock-strip.tsx';
import { NotesPanel } from '../parts/notes-panel.tsx';
import { SlimStrip } from '../parts/slim-strip.tsx';
import type { ScreenProps } from '../parts/top-bar.tsx';
import { nameOf } from '../words.ts';

/** What slides are usually like, until the page has said it. */
const USUAL_SHAPE = 16 / 9;

/** A page's width in parts of its height: what is beside it uses what it leaves. */
function useShape(deck: Deck | null, page: number): number {
  const [shape, setShape] = useState(USUAL_SHAPE);
  useEffect(() => {
    if (deck === null) return;
    let wanted = true;
    const read = async (): Promise<void> => {
      const found = await deck.sizeOf(page);
      if (wanted && found.ok && found.size.height > 0) setShape(found.size.width / found.size.height);
    };
    void read();
    return () => {
      wanted = false;
    };
  }, [deck, page]);
  return Math.min(4, Math.max(0.4, shape));
}

/** A small sentence where the page would be; the room need not know why. */
function Sentence({ children }: { readonly children: string }): ReactNode {
  return (
    <p className="slides-sentence" role="status">
      {children}
    </p>
  );
}

/** Says that a file is being opened, once it has taken so long that the room would wonder (`slides.css`). */
const Waiting = ({ t }: { readonly t: Text }): ReactNode => (
  <p className="slides-sentence slides-waiting">{t('slides.opening')}</p>
);

/** A page of what the agency presents, as large as it can be; clock, agency and next in a strip below, notes beside. */
export function SlidesScreen({ view, beat, connected, t }: ScreenProps<SlidesView>): ReactNode {
  const screen = useRef<HTMLDivElement>(null);
  const state = useDeck(view.slides.address);
  const deck = state.kind === 'open' ? state.deck : null;
  const shape = useShape(deck, view.slides.page);
  const { floor, slides, spot, ...texts } = view;
  const hasRail = view.notes.length > 0;
  const measured = [texts, stripWidth(floor, beat), hasRail ? shape : null, slides.pages];
  const pages = useFit(screen, (element) => fitSlides(element, view.textStep), 1, measured);
  return (
    <div className="screen" ref={screen} data-layout="slides" style={{ '--shape': shape } as CSSProperties}>
      <main className="slides">
        <div className="slides-place" data-fault={state.kind === 'failed' ? state.fault : undefined}>
          {state.kind === 'failed' ? (
            <>
              {floor === null ? null : <ClockStrip clock={floor} beat={beat} t={t} />}
              <Sentence>{t('slides.unable')}</Sentence>
            </>
          ) : deck === null ? (
            <Waiting t={t} />
          ) : (
            <SlidePages
              key={view.slides.address}
              deck={deck}
              page={Math.min(view.slides.page, deck.pages)}
              over={spot === null ? null : <SpotMark {...spot} />}
              unable={() => <Sentence>{t('slides.pageUnable')}</Sentence>}
              waiting={<Waiting t={t} />}
            />
          )}
        </div>
        {hasRail ? <NotesPanel notes={view.notes} pages={pages} t={t} /> : null}
      </main>
      <SlimStrip
        clock={state.kind === 'failed' ? null : floor}
        beat={beat}
        name={nameOf(view.item, t)}
        next={view.next}
        connected={connected}
        t={t}
      >
        <span aria-hidden="true">{t('notes.page', { page: slides.page, pages: slides.pages })}</span>
        <span className="unseen">{t('notes.pageLabel', { page: slides.page, pages: slides.pages })}</span>
      </SlimStrip>
    </div>
  );
}
