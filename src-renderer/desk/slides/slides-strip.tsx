import './slides.css';
import { memo, useEffect, useSyncExternalStore } from 'react';
import { itemOf } from '#core/model/meeting.ts';
import type { Slides } from '#core/model/slides.ts';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { Checkbox } from '#renderer/kit/checkbox.tsx';
import { SlidePages, SpotMark } from '#renderer/slides/slide-pages.tsx';
import { type DeckState, useDeck } from '#renderer/slides/use-deck.ts';
import { useDialog, useMeetingValue, useReadOnly, useRuntime, useSend } from '../kernel/desk-context.tsx';
import { type DeskT, useT } from '../kernel/i18n.ts';
import { capOf } from '../kernel/keys/keymap.ts';
import { PageField } from './page-field.tsx';
import { slidesActions } from './slides-actions.ts';
import { type Pointing, usePointing } from './use-pointing.ts';

interface PictureProps {
  readonly state: DeckState;
  readonly page: number;
  readonly label: string;
  /** Of the page that the projector shows. */
  readonly pointing?: Pointing;
  readonly t: DeskT;
}

/** A page as a small picture, or why there is none. */
function PagePicture({ state, page, label, pointing, t }: PictureProps) {
  const at = pointing?.at ?? null;
  return (
    <figure className="d-slide">
      <div
        className="d-slide-page"
        title={pointing === undefined ? undefined : t('slides.point')}
        data-points={pointing === undefined ? undefined : ''}
        {...pointing?.handlers}
      >
        {state.kind === 'open' ? (
          <SlidePages
            deck={state.deck}
            page={page}
            over={at === null ? null : <SpotMark {...at} />}
            unable={(fault) => <span>{t(`slides.fault.${fault}`)}</span>}
          />
        ) : (
          <span>{state.kind === 'failed' ? t(`slides.fault.${state.fault}`) : t('kit:opening')}</span>
        )}
      </div>
      <figcaption>{label}</figcaption>
    </figure>
  );
}

function Strip({ itemId, slides }: { itemId: string; slides: Slides }) {
  const t = useT();
  const send = useSend();
  const readOnly = useReadOnly();
  const { open } = useDialog();
  const rail = useMeetingValue(({ screen }) => screen.rail);
  const isLayout = useMeetingValue(({ screen }) => screen.layout === 'slides');
  const blank = useMeetingValue((meeting) => meeting.blank);
  const runtime = useRuntime();
  const { slides: addresses } = runtime;
  const state = useDeck(useSyncExternalStore(addresses.subscribe, () => addresses.of(slides.hash)));
  const { page, pages, hash } = slides;
  const counted = state.kind === 'open' ? state.deck.pages : pages;
  useEffect(() => {
    // Main reads no PDF: what it was told is corrected by whoever has the file open.
    if (counted !== pages && !readOnly) void send({ type: 'slides.counted', itemId, hash, pages: counted });
  }, [counted, pages, readOnly, itemId, hash, send]);
  const isSeen = isLayout && !blank && !readOnly;
  const pointing = usePointing(itemId, page, isSeen);
  const { goTo, turn } = slidesActions(runtime);
  return (
    <section className="d-card d-slides" aria-label={t('fields:slides')}>
      <PagePicture state={state} page={page} label={t('slides.now')} {...(isSeen ? { pointing } : {})} t={t} />
      {page < pages && <PagePicture state={state} page={page + 1} label={t('domain:next')} t={t} />}
      <div className="d-slides-steer">
        <p className="d-slides-name" title={slides.name}>
          {slides.name}
        </p>
        <div className="d-slides-turn">
          <IconButton
            icon="pageBack"
            label={t('keys.page.previous')}
            isDisabled={readOnly || page === 1}
            onPress={() => runtime.inOrder(() => turn('previous'))}
          />
          <PageField
            page={page}
            pages={pages}
            isDisabled={readOnly}
            onGo={(to) => runtime.inOrder(() => goTo(itemId, to))}
          />
          <IconButton
            icon="pageOn"
            label={t('keys.page.next')}
            isDisabled={readOnly || page === pages}
            onPress={() => runtime.inOrder(() => turn('next'))}
          />
          <IconButton
            icon="allPages"
            label={t('slides.all')}
            isDisabled={pages === 1}
            onPress={() => open({ kind: 'slidePages', itemId })}
          />
          <IconButton
            icon="blank"
            label={t('projector.blank')}
            aria-pressed={blank}
            isDisabled={readOnly}
            onPress={() => void send({ type: 'screen.blank', on: !blank })}
          />
        </div>
        <div className="d-slides-turn">
          {isLayout ? (
            <Checkbox isSelected={rail} isDisabled={readOnly} onChange={(on) => void send({ type: 'screen.rail', on })}>
              {t('slides.rail')}
            </Checkbox>
          ) : (
            <Button
              size="small"
              keys={capOf('layout', 'slides')}
              isDisabled={readOnly}
              onPress={() => void send({ type: 'screen.layout', layout: 'slides' })}
            >
              {t('slides.show')}
            </Button>
          )}
          <Button
            size="small"
            variant="quiet"
            isDisabled={readOnly}
            onPress={() => open({ kind: 'slides', itemId, files: [] })}
          >
            {t('slides.replace')}
          </Button>
        </div>
      </div>
    </section>
  );
}

/** The slides of the active item: the page that is shown, the next one, and what turns them. Nothing without slides. */
export const SlidesStrip = memo(function SlidesStrip() {
  const itemId = useMeetingValue(({ current }) => current);
  const slides = useMeetingValue((meeting) => itemOf(meeting, meeting.current)?.slides ?? null);
  if (itemId === null || slides === null) return null;
  return <Strip key={slides.hash} itemId={itemId} slides={slides} />;
});
