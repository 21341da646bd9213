import './pacing.css';
import { memo, useState } from 'react';
import { itemOf } from '#core/model/meeting.ts';
import { type Nudge, nudgeOf } from '#core/pacing/nudges.ts';
import { MINUTE } from '#core/time/units.ts';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { Icon } from '#renderer/kit/icons.tsx';
import { Menu } from '#renderer/kit/menu.tsx';
import { useClock, useMeetingParts, useReadOnly } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { useNow } from '../kernel/use-now.ts';
import { useItemNames } from '../meeting/item-name.ts';
import { usePacingActions } from '../meeting/pacing-actions.ts';

const CHOICES = [1, 2, 3, 5, 10, 15, 20, 30, 45, 60];
const minutesOf = (ms: number): number => Math.max(1, Math.floor(ms / MINUTE));

/** Other answers to a question, as far back as they can be true. */
const choicesOf = (nudge: Nudge): number[] => {
  const most = minutesOf(nudge.kind === 'start' ? nudge.since : Math.max(nudge.over, nudge.ago) + 5 * MINUTE);
  return CHOICES.filter((minutes) => minutes <= most && minutes !== minutesOf(nudge.ago));
};

/** An unobtrusive question when a start or a finish seems forgotten. It can be dismissed, and disappears with the turn. */
export const NudgeBar = memo(function NudgeBar() {
  const t = useT();
  const names = useItemNames();
  const clock = useClock();
  const readOnly = useReadOnly();
  // Notes for another agency tell something as well, but no sooner than the next minute.
  const meeting = useMeetingParts((now) => [
    now.status,
    now.outage,
    now.limits,
    now.agencies,
    itemOf(now, now.current),
    now.drafts.compose?.itemId,
  ]);
  const actions = usePacingActions();
  const [waved, setWaved] = useState<string | null>(null);
  const called = itemOf(meeting, meeting.current)?.status === 'called';
  useNow(called ? 1000 : 60_000);
  const nudge = readOnly ? null : nudgeOf(meeting, clock.now(), clock.mono(), meeting.drafts.compose?.itemId ?? null);
  const item = nudge === null ? null : itemOf(meeting, nudge.itemId);
  if (nudge === null || item === null) return null;
  // A turn that was called again is asked about again.
  const key = `${nudge.kind} ${item.id} ${String(item.turn.ledger.length)}`;
  if (waved === key) return null;
  const { kind } = nudge;
  const act = (ago: number): void => void actions[kind](ago);
  return (
    <div className="d-nudge" role="status">
      <Icon name="info" size={16} />
      <span className="d-nudge-words">
        {kind === 'start'
          ? t('pacing.nudge.start', { name: names.brief(meeting, item), count: minutesOf(nudge.since) })
          : t('pacing.nudge.finish', { name: names.brief(meeting, item), count: minutesOf(nudge.over) })}
      </span>
      <span className="d-nudge-actions">
        <Button size="small" onPress={() => act(0)}>
          {t(`pacing.nudge.${kind}Now`)}
        </Button>
        <Button size="small" variant="primary" onPress={() => act(nudge.ago)}>
          {t(`pacing.nudge.${kind}Ago`, { count: minutesOf(nudge.ago) })}
        </Button>
        {choicesOf(nudge).length > 0 && (
          <Menu
            label={t('pacing.nudge.other')}
            trigger={<IconButton icon="chevronDown" size="small" label={t('pacing.nudge.other')} />}
            entries={choicesOf(nudge).map((minutes) => ({
              id: String(minutes),
              label: t(`pacing.nudge.${kind}Ago`, { count: minutes }),
              run: () => act(minutes * MINUTE),
            }))}
          />
        )}
        <IconButton icon="close" size="small" label={t('pacing.nudge.no')} onPress={() => setWaved(key)} />
      </span>
    </div>
  );
});
