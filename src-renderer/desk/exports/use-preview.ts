import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { FORMATS_OF } from '#core/minutes/documents.ts';
import type { DocumentOptions } from '#core/model/export-options.ts';
import type { RefusalMessage } from '#core/protocol/requests.ts';
import { useDeskValue, useRuntime } from '../kernel/desk-context.tsx';
import type { PaperChoice } from '../kernel/ui-store.ts';
import { answerOrder } from './answer-order.ts';

/** Successive changes of the options within this time cause one preview, ms. */
const PAUSE = 250;

export type PreviewContent =
  | { readonly kind: 'page'; readonly url: string }
  | { readonly kind: 'text'; readonly text: string }
  /** A table for a spreadsheet only. */
  | { readonly kind: 'none' }
  /** The connection broke meanwhile; it can be requested again. */
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'refused'; readonly refusal: RefusalMessage };

export interface Preview {
  /** The last one that was answered; it stays visible while the next one is built. `null` at first. */
  readonly content: PreviewContent | null;
  readonly isUpdating: boolean;
  load(): void;
}

/** The preview of a choice, following the options and the meeting. */
export function usePreview({ document, format, agencyId }: PaperChoice, options: DocumentOptions): Preview {
  const { request } = useRuntime();
  const [content, setContent] = useState<PreviewContent | null>(null);
  const [isUpdating, setUpdating] = useState(true);
  const [answers] = useState(answerOrder);
  const seq = useDeskValue((view) => view.saved.seq);

  const topic = useMemo(() => ({ document, format, agencyId, options }), [document, format, agencyId, options]);
  const load = useCallback(() => {
    const question = answers.ask(topic);
    const tell = (next: PreviewContent): void => {
      const place = answers.take(question);
      if (place === 'overtaken') return;
      setContent(next);
      if (place === 'last') setUpdating(false);
    };
    setUpdating(true);
    if (format === 'txt') {
      void request('document.text', { document, options, agencyId, purpose: 'file' }).then((reply) => {
        if (reply === null) return tell({ kind: 'unanswered' });
        tell(reply.ok ? { kind: 'text', text: reply.value.text } : { kind: 'refused', refusal: reply.refusal });
      });
      return;
    }
    if (!FORMATS_OF[document].includes('pdf')) {
      tell({ kind: 'none' });
      return;
    }
    void request('document.preview', { document, options, agencyId }).then((reply) => {
      if (reply === null) return tell({ kind: 'unanswered' });
      tell(reply.ok ? { kind: 'page', url: reply.value.url } : { kind: 'refused', refusal: reply.refusal });
    });
  }, [answers, topic, document, format, agencyId, options, request]);

  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the meeting requests a preview like a change of the options
  useEffect(() => {
    if (first.current) {
      first.current = false;
      load();
      return;
    }
    setUpdating(true);
    const timer = window.setTimeout(load, PAUSE);
    return () => window.clearTimeout(timer);
  }, [load, seq]);

  return { content, isUpdating, load };
}
