import { useSyncExternalStore } from 'react';
import { useDeskValue, useOutbox, useRuntime } from '../desk-context.tsx';
import { useStoreValue } from '../value-store.ts';

/** The progress of saving what was done at this desk. */
export interface Delivery {
  /** Words that the application did not accept: they can only be copied. */
  readonly stuck: number;
  /** What was sent and whose answer is overdue, or could not be sent at all. */
  readonly unanswered: number;
  /** Of these, words that wait for their meeting to be open or for another attempt. */
  readonly waiting: number;
  /** Whether something is on its way to the disk, as it should be. */
  readonly isSaving: boolean;
  readonly connected: boolean;
}

export function useDelivery(): Delivery {
  const { answers, composer, store } = useRuntime();
  const late = useSyncExternalStore(answers.subscribe, answers.late);
  const connected = useSyncExternalStore(store.subscribe, store.connected);
  const stuck = useOutbox((entries) => entries.filter(({ state }) => state === 'stuck').length);
  const waiting = useOutbox((entries) => entries.filter(({ state }) => state === 'waiting').length);
  const pending = useOutbox((entries) => entries.some(({ state }) => state === 'typed' || state === 'sent'));
  const typing = useStoreValue(composer.state, ({ isTyping }) => isTyping);
  const behind = useDeskValue(({ saved }) => saved.durable < saved.seq);
  return { stuck, unanswered: late + waiting, waiting, isSaving: pending || typing || behind, connected };
}
