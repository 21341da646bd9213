import { useEffect, useRef, useState } from 'react';
import type { DocumentOptions } from '#core/model/export-options.ts';
import { useIsShown } from '#renderer/kit/use-is-shown.ts';
import { useRuntime } from '../kernel/desk-context.tsx';
import { useUnanswered } from '../kernel/exports/use-unanswered.ts';
import type { FoundFile, PaperChoice } from '../kernel/ui-store.ts';
import { exportAllSheets, exportPaper, tellExported, type ExportWhat as What } from './export.ts';

export type ExportState =
  | { readonly step: 'idle' }
  | { readonly step: 'working'; readonly what: What }
  /** A file with that name exists: may it be replaced? */
  | { readonly step: 'exists'; readonly what: What; readonly path: string }
  | { readonly step: 'cancelled' }
  | { readonly step: 'refused'; readonly text: string }
  | { readonly step: 'done'; readonly path: string; readonly text: string | null };

export interface Exporter {
  readonly state: ExportState;
  save(what: What): void;
  answer(replace: boolean): void;
}

/**
 * Saving from the dialog; an existing file is replaced only after confirmation. An end that comes when the dialog is
 * closed is said at the desk.
 * @param exists the file that an export has found which was not awaited here: the question about it is open
 */
export function useExport(choice: PaperChoice, options: DocumentOptions, exists: FoundFile | undefined): Exporter {
  const runtime = useRuntime();
  const isOpen = useIsShown();
  const asked = useRef(exists);
  const [state, setState] = useState<ExportState>({ step: 'idle' });
  useUnanswered(state.step === 'exists');
  // Only once the dialog is open: a question that opens together with it would be behind it.
  useEffect(() => {
    asked.current = exists;
    if (exists === undefined) return;
    const { path, what, paper } = exists;
    // Yes is said to that paper, whatever was chosen since.
    runtime.ui.update((before) => ({ ...before, paper }));
    const frame = requestAnimationFrame(() => setState({ step: 'exists', what, path }));
    return () => cancelAnimationFrame(frame);
  }, [exists, runtime]);
  // Another document is chosen: the message was about the one before.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the choice counts
  useEffect(() => {
    setState((before) => (before.step === 'working' || before.step === 'exists' ? before : { step: 'idle' }));
  }, [choice, options]);

  const run = async (what: What, overwrite: boolean): Promise<void> => {
    setState({ step: 'working', what });
    const outcome =
      what === 'one'
        ? await exportPaper(runtime, choice, options, overwrite)
        : await exportAllSheets(runtime, options, overwrite);
    // The dialog may be about another file by now, which was waiting until it was closed.
    if (!isOpen() || asked.current !== exists) return tellExported(runtime, what, choice, outcome);
    if (outcome === null) return setState({ step: 'idle' });
    switch (outcome.step) {
      case 'exists':
        return setState({ step: 'exists', what, path: outcome.path });
      case 'done':
      case 'cancelled':
      case 'refused':
        return setState(outcome);
      default:
        return outcome satisfies never;
    }
  };
  return {
    state,
    save: (what) => {
      if (state.step !== 'working' && state.step !== 'exists') void run(what, false);
    },
    answer: (replace) => {
      if (state.step !== 'exists') return;
      if (replace) void run(state.what, true);
      else setState({ step: 'cancelled' });
    },
  };
}
