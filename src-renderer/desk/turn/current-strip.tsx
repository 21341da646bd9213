import { Button } from '#renderer/kit/button.tsx';
import { useMeetingParts, useSelectedItem } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { capOf } from '../kernel/keys/keymap.ts';
import { useItemNames } from '../meeting/item-name.ts';
import { turnParts, turnStep } from '../meeting/turn-step.ts';
import { ClockBox } from './clock-box.tsx';
import { FinishButton, StartPauseButton } from './turn-buttons.tsx';

/** While another item is selected: the active one with its clock and its two keys, and the way back. */
export function CurrentStrip() {
  const t = useT();
  const names = useItemNames();
  const { view } = useSelectedItem();
  const meeting = useMeetingParts((now) => [...turnParts(now), now.agencies]);
  const step = turnStep(meeting);
  const back = (
    <Button size="small" icon="back" keys={capOf('viewCurrent')} onPress={() => view(null)}>
      {t('kit:back')}
    </Button>
  );
  switch (step.at) {
    case 'allDone':
    case 'finished':
    case 'before':
    case 'between':
      return (
        <div className="d-card d-strip">
          <span className="d-strip-name">{t(`turn.strip.${step.at}`)}</span>
          {back}
        </div>
      );
    case 'called':
    case 'running':
    case 'paused':
      return (
        <div className="d-card d-strip">
          <span className="d-strip-name" title={names.full(meeting, step.item)}>
            {names.brief(meeting, step.item)}
          </span>
          <ClockBox item={step.item} small />
          <StartPauseButton step={step} size="small" />
          <FinishButton step={step} size="small" />
          {back}
        </div>
      );
    default:
      return step satisfies never;
  }
}
