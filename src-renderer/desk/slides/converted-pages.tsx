import { useState } from 'react';
import type { SlidesFile } from '#core/model/slides.ts';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { SlidePages } from '#renderer/slides/slide-pages.tsx';
import { useDeck } from '#renderer/slides/use-deck.ts';
import { useT } from '../kernel/i18n.ts';

interface Props {
  readonly name: string;
  readonly slides: SlidesFile;
  readonly address: string;
  onUse(): void;
  onRefuse(): void;
}

/** The pages of a presentation that was converted: another program made them, so somebody looks before they are used. */
export function ConvertedPages({ name, slides, address, onUse, onRefuse }: Props) {
  const t = useT();
  const [page, setPage] = useState(1);
  const state = useDeck(address);
  return (
    <section className="k-form" aria-label={t('slides.converted', { name })}>
      <p>{t('slides.converted', { name })}</p>
      <div className="d-slides-look">
        {state.kind === 'open' && (
          <SlidePages deck={state.deck} page={page} unable={(fault) => <p>{t(`slides.fault.${fault}`)}</p>} />
        )}
      </div>
      <div className="k-row">
        <IconButton
          icon="pageBack"
          label={t('keys.page.previous')}
          isDisabled={page === 1}
          onPress={() => setPage(page - 1)}
        />
        <span>{t('slides.pageOf', { page, pages: slides.pages })}</span>
        <IconButton
          icon="pageOn"
          label={t('keys.page.next')}
          isDisabled={page === slides.pages}
          onPress={() => setPage(page + 1)}
        />
        <Button onPress={onRefuse}>{t('slides.refuse')}</Button>
        <Button variant="primary" onPress={onUse}>
          {t('slides.use')}
        </Button>
      </div>
    </section>
  );
}
