import { memo } from 'react';
import type { ItemId } from '#core/model/agenda-item.ts';
import { MINUTE } from '#core/time/units.ts';
import { Button } from '#renderer/kit/button.tsx';
import { useDeskValue, useMeetingValue, useReadOnly } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { capOf } from '../kernel/keys/keymap.ts';
import { useItemNames } from '../meeting/item-name.ts';
import { useTurnActions } from '../meeting/turn-actions.ts';
import type { TurnStep } from '../meeting/turn-step.ts';

type Live = Exclude<TurnStep, { at: 'allDone' | 'finished' }>;

/** The one key that starts, pauses and resumes. */
export function StartPauseButton({ step, size }: { step: Live; size?: 'small' }) {
  const t = useT();
  const names = useItemNames();
  const agencies = useMeetingValue((meeting) => meeting.agencies);
  const actions = useTurnActions();
  const isDisabled = useReadOnly();
  const starts = step.at === 'before' || step.at === 'between' || step.at === 'called';
  const label =
    step.at === 'before' || step.at === 'between'
      ? t('turn.startNext', { name: names.brief({ agencies }, step.next) })
      : t(step.at === 'called' ? 'turn.start' : step.at === 'paused' ? 'turn.resume' : 'turn.pause');
  return (
    <Button
      size={size}
      isDisabled={isDisabled}
      variant={starts || step.at === 'paused' ? 'primary' : 'secondary'}
      icon={step.at === 'running' ? 'pause' : 'play'}
      keys={capOf('startPause')}
      onPress={() => void actions.startPause()}
    >
      {label}
    </Button>
  );
}

/** Ends the turn and calls the next; before a turn, calls it without starting its clock. */
export function FinishButton({ step, size }: { step: Live; size?: 'small' }) {
  const t = useT();
  const names = useItemNames();
  const agencies = useMeetingValue((meeting) => meeting.agencies);
  const actions = useTurnActions();
  const isDisabled = useReadOnly();
  const starts = useDeskValue((view) => view.settings.finishStarts);
  if (step.at === 'called') return null;
  // The start key is beside it and does the same.
  if (starts && (step.at === 'before' || step.at === 'between')) return null;
  const label =
    step.at === 'before' || step.at === 'between'
      ? t('turn.callNext')
      : step.next === null
        ? t('turn.finish')
        : t(starts ? 'turn.finishStart' : 'turn.finishNext', { name: names.brief({ agencies }, step.next) });
  return (
    <Button
      size={size}
      isDisabled={isDisabled}
      variant={step.at === 'running' ? 'primary' : 'secondary'}
      keys={capOf('finishNext')}
      onPress={() => void actions.finishNext()}
    >
      {label}
    </Button>
  );
}

/** A minute more, a minute less. */
export const TimeButtons = memo(function TimeButtons() {
  const t = useT();
  const actions = useTurnActions();
  const isDisabled = useReadOnly();
  return (
    <>
      <Button isDisabled={isDisabled} keys={capOf('addTime')} onPress={() => void actions.addTime(MINUTE)}>
        {t('turn.addMinute')}
      </Button>
      <Button
        isDisabled={isDisabled}
        aria-label={t('turn.takeMinuteLong')}
        onPress={() => void actions.addTime(-MINUTE)}
      >
        {t('turn.takeMinute')}
      </Button>
    </>
  );
});

/** Not now: to the end of the agencies, or not at all. */
export const TurnAway = memo(function TurnAway({ itemId, hasStarted }: { itemId: ItemId; hasStarted: boolean }) {
  const t = useT();
  const actions = useTurnActions();
  const isDisabled = useReadOnly();
  return (
    <>
      <Button isDisabled={isDisabled} keys={capOf('postpone')} onPress={() => void actions.postpone(itemId)}>
        {t('turn.postpone')}
      </Button>
      {!hasStarted && (
        <Button isDisabled={isDisabled} keys={capOf('skip')} onPress={() => void actions.skip(itemId)}>
          {t('turn.skip')}
        </Button>
      )}
    </>
  );
});
