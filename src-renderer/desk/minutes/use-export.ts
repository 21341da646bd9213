import { useState } from 'react';
import { useWords } from '#renderer/kit/use-words.ts';
import { useRuntime } from '../app/desk-context.tsx';

export type ExportState =
  | { readonly step: 'idle' }
  | { readonly step: 'working' }
  /** A file of that name is there: may it be replaced? */
  | { readonly step: 'exists'; readonly path: string }
  | { readonly step: 'cancelled' }
  | { readonly step: 'refused'; readonly text: string }
  | { readonly step: 'done'; readonly path: string };

/** Saving the minutes as PDF; a file that is there already is replaced only after a yes. */
export function useExport(): { state: ExportState; save(): void; answer(replace: boolean): void } {
  const t = useWords();
  const { request, store } = useRuntime();
  const [state, setState] = useState<ExportState>({ step: 'idle' });
  const run = async (overwrite: boolean): Promise<void> => {
    setState({ step: 'working' });
    const reply = await request('document.export', {
      document: 'minutes',
      format: 'pdf',
      options: store.current().settings.documents,
      agencyId: null,
      overwrite,
    });
    if (reply === null) return setState({ step: 'idle' });
    if (reply.ok) {
      const { path } = reply.value;
      return setState(path === null ? { step: 'cancelled' } : { step: 'done', path });
    }
    const { code, params } = reply.refusal;
    setState(
      code === 'exportExists'
        ? { step: 'exists', path: String(params.path ?? '') }
        : { step: 'refused', text: t(`errors:${code}`, params) },
    );
  };
  return {
    state,
    save: () => void run(false),
    answer: (replace) => (replace ? void run(true) : setState({ step: 'cancelled' })),
  };
}
