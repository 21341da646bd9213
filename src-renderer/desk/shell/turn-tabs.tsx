import { memo, useState } from 'react';
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
import { SheetPanel, sheetKey } from '../sheet/sheet-panel.tsx';
import { LedgerPanel } from '../turn/ledger-panel.tsx';
import { CarriedTab } from './carried-tab.tsx';

/** The agency whose sheet is built: the shown one, else the last one or the first, whose fields the next takes over. */
function useSheetItem(shown: ItemId | null): ItemId | null {
  const { outbox } = useRuntime();
  const [last, setLast] = useState(shown);
  if (shown !== null && shown !== last) setLast(shown);
  return useMeetingValue(({ id: meetingId, agenda: { order, items } }) => {
    if (shown !== null) return shown;
    if (last !== null && last in items) return last;
    // Not one whose words are on their way: they would stay over what others write there meanwhile.
    const isFree = (id: ItemId): boolean => outbox.find(sheetKey(meetingId, id)) === undefined;
    return order.find((id) => items[id]?.kind === 'agency' && isFree(id)) ?? null;
  });
}

/** Tabs of the selected item (`null`: the meeting is over), and the lists of the whole meeting. */
export const TurnTabs = memo(function TurnTabs({ itemId }: { itemId: ItemId | null }) {
  const t = useT();
  const { ui } = useRuntime();
  const tab = useStoreValue(ui, (state) => state.tab);
  const isAgency = useMeetingValue((meeting) => itemOf(meeting, itemId)?.kind === 'agency');
  const sheetOf = useSheetItem(isAgency ? itemId : null);
  const carried = useMeetingValue((meeting) => carriedFor(meeting, itemOf(meeting, itemId)?.agencyId ?? null).length);
  const followUps = useMeetingValue((meeting) => followUpsNow(meeting).length);
  const tabs: TabSpec<TurnTab>[] = [
    ...(sheetOf === null
      ? []
      : [
          {
            id: 'sheet' as const,
            label: t('tabs.sheet'),
            content: <SheetPanel itemId={sheetOf} />,
            kept: true,
            isAway: !isAgency,
          },
        ]),
    ...(isAgency && itemId !== null
      ? [
          {
            id: 'carried' as const,
            label: t('tabs.carried'),
            count: carried,
            content: <CarriedTab key={itemId} itemId={itemId} />,
          },
        ]
      : []),
    { id: 'followUps', label: t('tabs.followUps'), count: followUps, content: <FollowUpsPanel />, kept: true },
    { id: 'attendance', label: t('tabs.attendance'), content: <AttendancePanel /> },
    ...(itemId === null
      ? []
      : [{ id: 'history' as const, label: t('tabs.history'), content: <LedgerPanel itemId={itemId} /> }]),
  ];
  const selected = tabs.some(({ id, isAway }) => id === tab && isAway !== true) ? tab : 'followUps';
  return (
    <div className="d-tabs-place">
      <Tabs
        label={t('tabs.label')}
        className="d-tabs"
        tabs={tabs}
        selected={selected}
        of={itemId}
        onSelect={(id) => ui.update((state) => ({ ...state, tab: id }))}
      />
    </div>
  );
});
