import './slides.css';
import { type KeyboardEvent, useEffect, useRef, useSyncExternalStore } from 'react';
import type { ItemId } from '#core/model/agenda-item.ts';
import { itemOf } from '#core/model/meeting.ts';
import type { Slides } from '#core/model/slides.ts';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { gridStep } from '#renderer/kit/roving.ts';
import { useDeck } from '#renderer/slides/use-deck.ts';
import { useMeetingValue, useReadOnly, useRuntime } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { slidesActions } from './slides-actions.ts';
import { Thumbnail } from './thumbnail.tsx';

interface Props {
  readonly itemId: ItemId;
  onClose(): void;
}

/** How many of the controls stand beside each other in the first line. */
const columnsOf = (all: readonly HTMLElement[]): number => {
  const top = all[0]?.offsetTop;
  const line = all.findIndex(({ offsetTop }) => offsetTop !== top);
  return line === -1 ? all.length : line;
};

function Pages({ slides, onChoose }: { slides: Slides; onChoose(page: number): void }) {
  const t = useT();
  const readOnly = useReadOnly();
  const { slides: addresses } = useRuntime();
  const state = useDeck(useSyncExternalStore(addresses.subscribe, () => addresses.of(slides.hash)));
  const present = useRef<HTMLButtonElement>(null);
  const isOpen = state.kind === 'open';
  useEffect(() => {
    if (!isOpen) return;
    present.current?.scrollIntoView({ block: 'center' });
    present.current?.focus({ preventScroll: true });
  }, [isOpen]);
  if (state.kind === 'opening') return <p>{t('kit:opening')}</p>;
  if (state.kind === 'failed') return <p role="alert">{t(`slides.fault.${state.fault}`)}</p>;

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
    const to = gridStep(event.key, all.indexOf(event.target as HTMLElement), all.length, columnsOf(all));
    if (to === null) return;
    event.preventDefault();
    all[to]?.focus();
  };
  const pages = Math.min(slides.pages, state.deck.pages);
  return (
    <ul className="d-thumbs" onKeyDown={onKeyDown}>
      {Array.from({ length: pages }, (_, n) => n + 1).map((page) => (
        <li key={page}>
          <button
            type="button"
            className="d-thumb"
            ref={page === slides.page ? present : undefined}
            tabIndex={page === slides.page ? 0 : -1}
            aria-label={t('slides.pageOf', { page, pages })}
            aria-current={page === slides.page ? 'page' : undefined}
            disabled={readOnly}
            onClick={() => onChoose(page)}
          >
            <Thumbnail deck={state.deck} page={page} />
            <span>{page}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** All pages of an item's slides; choosing one shows it. */
export function SlidePagesDialog({ itemId, onClose }: Props) {
  const t = useT();
  const runtime = useRuntime();
  const slides = useMeetingValue((meeting) => itemOf(meeting, itemId)?.slides ?? null);
  const choose = (page: number): void => {
    runtime.inOrder(() => slidesActions(runtime).goTo(itemId, page));
    onClose();
  };
  return (
    <Dialog title={t('slides.all')} isOpen onClose={onClose} size="large">
      {slides !== null && <Pages key={slides.hash} slides={slides} onChoose={choose} />}
    </Dialog>
  );
}
