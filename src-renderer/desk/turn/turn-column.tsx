import './turn.css';
import { shownItem, viewsAnother } from '../agenda/shown-item.ts';
import { useMeetingValue, useViewed } from '../app/desk-context.tsx';
import { useT } from '../app/i18n.ts';
import { Chimer } from '../steering/chimer.tsx';
import { NudgeBar } from '../steering/nudge-bar.tsx';
import { CurrentStrip } from './current-strip.tsx';
import { PhaseAnnouncer } from './phase-announcer.tsx';
import { TurnCard } from './turn-card.tsx';
import { turnStep } from './turn-step.ts';
import { TurnTabs } from './turn-tabs.tsx';
import { ViewedCard } from './viewed-card.tsx';

const TURN_COLUMN = 'turn-column';

/** The middle column: the turn that is on, or another item that is looked at, with the running clock kept in sight. */
export function TurnColumn() {
  const t = useT();
  const { viewed } = useViewed();
  const shown = useMeetingValue((meeting) => shownItem(meeting, viewed)?.id ?? null);
  const over = useMeetingValue((meeting) => !('item' in turnStep(meeting)) && !('next' in turnStep(meeting)));
  const another = useMeetingValue((meeting) => viewsAnother(meeting, viewed));
  return (
    <section className="d-column d-turn" id={TURN_COLUMN} aria-label={t('turn.title')} tabIndex={-1}>
      <NudgeBar />
      {another ? (
        <>
          <CurrentStrip />
          <ViewedCard itemId={viewed ?? ''} />
        </>
      ) : (
        <TurnCard />
      )}
      <TurnTabs itemId={another || !over ? shown : null} />
      <PhaseAnnouncer />
      <Chimer />
    </section>
  );
}
