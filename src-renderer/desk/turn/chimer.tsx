import { memo, useEffect, useRef } from 'react';
import type { AgendaItem } from '#core/model/agenda-item.ts';
import { itemOf, limitsOf } from '#core/model/meeting.ts';
import { chimeOf, type Heard } from '#core/pacing/chime.ts';
import { effectiveLimits } from '#core/schedule/turn-clock.ts';
import { playChime } from '../kernel/chime.ts';
import { useDeskValue, useMeetingValue } from '../kernel/desk-context.tsx';
import { useFaceValue } from '../meeting/passing-time.tsx';

function Listener({ item }: { item: AgendaItem }) {
  const house = useMeetingValue((meeting) => meeting.limits);
  const limits = limitsOf({ limits: house }, item);
  const phase = useFaceValue(item.turn, limits, (face) => face.phase);
  const { soft, hard } = effectiveLimits(limits, item.turn.added);
  const key = `${String(soft)} ${String(hard)}`;
  const running = item.status === 'running';
  const last = useRef<Heard | null>(null);
  useEffect(() => {
    const now: Heard = { itemId: item.id, phase, limits: key, running };
    const chime = chimeOf(last.current, now);
    last.current = now;
    if (chime !== null) playChime(chime);
  }, [item.id, phase, key, running]);
  return null;
}

/** Sounds when a running turn reaches a limit, if the user turned it on. */
export const Chimer = memo(function Chimer() {
  const on = useDeskValue((view) => view.settings.chime);
  const item = useMeetingValue((meeting) => itemOf(meeting, meeting.current));
  return on && item !== null ? <Listener item={item} /> : null;
});
