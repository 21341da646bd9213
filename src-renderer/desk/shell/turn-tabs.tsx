import { useLayoutEffect, useRef } from 'react';
import type { ItemId } from '#core/model/agenda-item.ts';
import { itemOf } from '#core/model/meeting.ts';
import { followUpsNow } from '#core/model/meeting-matters.ts';
import { type TabSpec, Tabs } from '#renderer/kit/tabs.tsx';
import { AttendancePanel } from '../attendance/attendance-panel.tsx';
import { FollowUpsPanel } from '../follow-ups/follow-ups-panel.tsx';
import { useMeetingValue, useRuntime } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import type { TurnTab } from '../kernel/ui-store.ts';
import { useStoreValue } from '../kernel/value-store.ts';
import { carriedFor } from '../meeting/carried.ts';
import { SheetPanel } from '../sheet/sheet-panel.tsx';
import { LedgerPanel } from '../turn/ledger-panel.tsx';
import { CarriedTab } from './carried-tab.tsx';

/** Tabs of the selected item (`null`: the meeting is over), and the lists of the whole meeting. */
export function TurnTabs({ itemId }: { itemId: ItemId | null }) {
  const t = useT();
  const { ui } = useRuntime();
  const tab = useStoreValue(ui, (state) => state.tab);
  const isAgency = useMeetingValue((meeting) => itemOf(meeting, itemId)?.kind === 'agency');
  const carried = useMeetingValue((meeting) => carriedFor(meeting, itemOf(meeting, itemId)?.agencyId ?? null).length);
  const followUps = useMeetingValue((meeting) => followUpsNow(meeting).length);
  const tabs: TabSpec<TurnTab>[] = [
    ...(isAgency && itemId !== null
      ? ([
          { id: 'sheet', label: t('tabs.sheet'), content: <SheetPanel itemId={itemId} /> },
          {
            id: 'carried',
            label: t('tabs.carried'),
            count: carried,
            content: <CarriedTab key={itemId} itemId={itemId} />,
          },
        ] satisfies TabSpec<TurnTab>[])
      : []),
    { id: 'followUps', label: t('tabs.followUps'), count: followUps, content: <FollowUpsPanel /> },
    { id: 'attendance', label: t('tabs.attendance'), content: <AttendancePanel /> },
    ...(itemId === null
      ? []
      : [{ id: 'history' as const, label: t('tabs.history'), content: <LedgerPanel itemId={itemId} /> }]),
  ];
  // Another item's sheet starts at its top, wherever the last one was scrolled. Only what was scrolled is set back: asking for
  // it lays out the whole sheet at once.
  const scrolled = useRef<Element | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the item says when
  useLayoutEffect(() => {
    if (scrolled.current !== null) scrolled.current.scrollTop = 0;
    scrolled.current = null;
  }, [itemId]);
  const selected = tabs.some(({ id }) => id === tab) ? tab : 'followUps';
  return (
    <div
      className="d-tabs-place"
      onScrollCapture={({ target }) => {
        if (target instanceof Element && target.matches('.k-tab-panel')) scrolled.current = target;
      }}
    >
      <Tabs
        label={t('tabs.label')}
        className="d-tabs"
        tabs={tabs}
        selected={selected}
        onSelect={(id) => ui.update((state) => ({ ...state, tab: id }))}
      />
    </div>
  );
}
