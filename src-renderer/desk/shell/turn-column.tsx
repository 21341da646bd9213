import '../turn/turn.css';
import { useDeferredValue, useLayoutEffect, useRef } from 'react';
import type { ItemId } from '#core/model/agenda-item.ts';
import { shownItem, viewsAnother } from '#core/views/selected-item.ts';
import { focusIn } from '#renderer/kit/focus-in.ts';
import { stayNear, useKeptFocus } from '#renderer/kit/use-kept-focus.ts';
import { useMeetingValue, useRuntime, useSelectedItem } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { useStoreValue } from '../kernel/value-store.ts';
import { turnStep } from '../meeting/turn-step.ts';
import { NudgeBar } from '../pacing/nudge-bar.tsx';
import { SlidesStrip } from '../slides/slides-strip.tsx';
import { Chimer } from '../turn/chimer.tsx';
import { CurrentStrip } from '../turn/current-strip.tsx';
import { PhaseAnnouncer } from '../turn/phase-announcer.tsx';
import { SelectedCard } from '../turn/selected-card.tsx';
import { TurnCard } from '../turn/turn-card.tsx';
import { TurnTabs } from './turn-tabs.tsx';

const TURN_COLUMN = 'turn-column';

/** The turn and its keys come first; a sheet of twenty fields follows in slices that let the next key through. */
function TabsAfterwards({ itemId }: { itemId: ItemId | null }) {
  const { ui } = useRuntime();
  const drawn = useDeferredValue(itemId);
  const wants = useStoreValue(ui, (state) => state.wantsCarried);
  // Before the next key, and not in the tabs of the item before.
  useLayoutEffect(() => {
    if (wants === null || drawn !== itemId) return;
    if (wants()) focusIn(TURN_COLUMN, '[data-follow-up-id] input:checked', '[data-follow-up-id] button');
    ui.update((state) => ({ ...state, wantsCarried: null }));
  }, [wants, drawn, itemId, ui]);
  return <TurnTabs itemId={drawn} />;
}

/** The middle column: the active turn, or another selected item, with the running clock always visible. */
export function TurnColumn() {
  const t = useT();
  const { selectedId } = useSelectedItem();
  const shown = useMeetingValue((meeting) => shownItem(meeting, selectedId)?.id ?? null);
  const over = useMeetingValue((meeting) => !('item' in turnStep(meeting)) && !('next' in turnStep(meeting)));
  const another = useMeetingValue((meeting) => viewsAnother(meeting, selectedId));
  const head = useRef<HTMLDivElement>(null);
  // A step often takes away the button that was pressed.
  useKeptFocus(head, stayNear);
  return (
    <section className="d-column d-turn" id={TURN_COLUMN} aria-label={t('keys.group.turn')} tabIndex={-1}>
      <div className="d-turn-head" ref={head}>
        <NudgeBar />
        {another ? (
          <>
            <CurrentStrip />
            <SelectedCard itemId={selectedId ?? ''} />
          </>
        ) : (
          <TurnCard />
        )}
      </div>
      <SlidesStrip />
      <TabsAfterwards itemId={another || !over ? shown : null} />
      <PhaseAnnouncer />
      <Chimer />
    </section>
  );
}
