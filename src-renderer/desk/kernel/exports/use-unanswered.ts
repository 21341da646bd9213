import { useEffect, useRef } from 'react';
import { useRuntime } from '../desk-context.tsx';

/**
 * Says that a file was not saved when the question about the one in its way goes away without an answer: with its meeting, or
 * because something else takes its place.
 * @param isAsked whether the question is on the screen
 */
export function useUnanswered(isAsked: boolean): void {
  const { toasts, t } = useRuntime();
  const asked = useRef(isAsked);
  useEffect(() => {
    asked.current = isAsked;
  });
  useEffect(
    () => () => {
      if (asked.current) toasts.show({ tone: 'error', text: t('exports.cancelled') });
    },
    [toasts, t],
  );
}
