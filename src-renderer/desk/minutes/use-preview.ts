import { useCallback, useEffect, useRef, useState } from 'react';
import { useWords } from '#renderer/kit/use-words.ts';
import { useRuntime } from '../app/desk-context.tsx';

export type Preview =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly url: string }
  | { readonly state: 'refused'; readonly text: string };

/** Asks for the minutes as they stand now; `load` asks again. */
export function usePreview(): Preview & { load(): void } {
  const t = useWords();
  const { request, store } = useRuntime();
  const [preview, setPreview] = useState<Preview>({ state: 'loading' });
  // The words may change while the preview stays: they must not be a reason to ask again.
  const words = useRef(t);
  words.current = t;
  const load = useCallback(() => {
    setPreview({ state: 'loading' });
    void request('document.preview', {
      document: 'minutes',
      options: store.current().settings.documents,
      agencyId: null,
    }).then((reply) => {
      if (reply === null) return;
      setPreview(
        reply.ok
          ? { state: 'ready', url: reply.value.url }
          : { state: 'refused', text: words.current(`errors:${reply.refusal.code}`, reply.refusal.params) },
      );
    });
  }, [request, store]);
  useEffect(load, [load]);
  return { ...preview, load };
}
