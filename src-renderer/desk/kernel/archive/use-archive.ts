import { useEffect, useMemo, useState } from 'react';
import type { AnswerTo, QueryOf, QueryType } from '#renderer/archive/protocol.ts';
import { useRuntime } from '../desk-context.tsx';
import { useStoreValue } from '../value-store.ts';
import type { ArchiveState } from './archive-store.ts';
import { asking } from './asking.ts';

export interface Archived<A> {
  readonly state: ArchiveState;
  /** The last answer, also while the next one is on its way; `null` before the first. */
  readonly answer: A | null;
  /** Whether `answer` is that to the present question. */
  readonly isCurrent: boolean;
  retry(): void;
}

/** Keeps the archive loaded while the component is on the screen. */
export function useArchiveState(): Pick<Archived<never>, 'state' | 'retry'> {
  const { archive } = useRuntime();
  const state = useStoreValue(archive.state);
  useEffect(() => archive.use(), [archive]);
  return { state, retry: archive.retry };
}

/**
 * An answer of the archive, asked again whenever it may be another one. One question at a time is on its way: what was
 * asked meanwhile is left out but for the last.
 * @param query `null` asks nothing; the same values are the same question
 * @param isEarlier what the open meeting says is not wanted: its changes are no reason to ask again
 */
export function useArchive<T extends QueryType>(
  type: T,
  query: QueryOf<T> | null,
  isEarlier = false,
): Archived<AnswerTo<T>> {
  const { archive } = useRuntime();
  const { state, retry } = useArchiveState();
  const revision = useStoreValue(isEarlier ? archive.earlierRevision : archive.revision);
  // What is loaded meanwhile can be found meanwhile, step by step.
  const part =
    type === 'search' && state.kind === 'loading' ? Math.ceil((4 * state.done) / Math.max(1, state.total)) : state.kind;
  const question = query === null ? null : JSON.stringify([query, revision, part]);
  const [answered, setAnswered] = useState<{ readonly to: string; readonly answer: AnswerTo<T> } | null>(null);
  const own = useMemo(
    () =>
      asking(
        (asked: QueryOf<T>) => archive.ask(type, asked, isEarlier),
        (to, answer) => setAnswered({ to, answer }),
      ),
    [archive, type, isEarlier],
  );
  useEffect(() => own.listen(), [own]);
  // A query is a new object with every drawing.
  useEffect(() => own.want(question === null || query === null ? null : { text: question, query }));
  return { state, retry, answer: answered?.answer ?? null, isCurrent: answered?.to === question };
}
