import type { DocumentOptions } from '#core/model/export-options.ts';
import type { RefusalMessage } from '#core/protocol/requests.ts';
import type { DeskRuntime } from '../kernel/runtime.ts';
import { type PaperChoice, withHeld } from '../kernel/ui-store.ts';
import { takeOpenEditIn, unfinishedText } from './copy-paper.ts';

/** A paper, or the sheets of all agencies. */
export type ExportWhat = 'one' | 'all';

export type ExportOutcome =
  | { readonly step: 'cancelled' }
  /** A file with that name exists: may it be replaced? */
  | { readonly step: 'exists'; readonly path: string }
  | { readonly step: 'refused'; readonly text: string }
  /** `text`: the message, if it is more than the path. */
  | { readonly step: 'done'; readonly path: string; readonly text: string | null };

/** Knows later whether the meeting that is open now still is: another has nothing to do with its papers. */
function sameMeeting({ store }: DeskRuntime): () => boolean {
  const id = store.current().meeting?.id;
  return () => store.current().meeting?.id === id;
}

function refused({ t }: DeskRuntime, { code, params }: RefusalMessage, isSame: boolean): ExportOutcome {
  if (code !== 'exportExists') return { step: 'refused', text: t(`errors:${code}`, params) };
  // To replace it would write what is open now.
  return isSame
    ? { step: 'exists', path: String(params.path ?? '') }
    : { step: 'refused', text: t('exports.cancelled') };
}

const remember = ({ ui }: DeskRuntime, path: string): void => ui.update((state) => ({ ...state, exported: path }));

/** Writes a document; `null` if the application has gone away. An existing file is replaced only with `overwrite`. */
export async function exportPaper(
  runtime: DeskRuntime,
  choice: PaperChoice,
  options: DocumentOptions,
  overwrite: boolean,
): Promise<ExportOutcome | null> {
  takeOpenEditIn();
  const isSame = sameMeeting(runtime);
  const reply = await runtime.request('document.export', { ...choice, options, overwrite });
  if (reply === null) return null;
  if (!reply.ok) return refused(runtime, reply.refusal, isSame());
  const { path } = reply.value;
  if (path === null) return { step: 'cancelled' };
  if (isSame()) remember(runtime, path);
  return { step: 'done', path, text: null };
}

/** Writes the sheets of all agencies into a folder; the progress is in the desk's view. */
export async function exportAllSheets(
  runtime: DeskRuntime,
  options: DocumentOptions,
  overwrite: boolean,
): Promise<ExportOutcome | null> {
  const { request, t } = runtime;
  takeOpenEditIn();
  const isSame = sameMeeting(runtime);
  const reply = await request('document.exportAgencies', { options, overwrite });
  if (reply === null) return null;
  if (!reply.ok) return refused(runtime, reply.refusal, isSame());
  if (reply.value === null) return { step: 'cancelled' };
  const { folder, files, total, failed } = reply.value;
  if (files.length === 0) return { step: 'cancelled' };
  if (isSame()) remember(runtime, folder);
  const counts = { done: files.length, count: total, path: folder };
  if (failed !== null) {
    const why = t(`errors:${failed.code}`, failed.params);
    return { step: 'refused', text: `${why} ${t('exports.someSaved', counts)}` };
  }
  const text = t(files.length < total ? 'exports.someSaved' : 'exports.allSaved', counts);
  return { step: 'done', path: folder, text };
}

export const openExported = ({ ask }: DeskRuntime, path: string, how: 'open' | 'folder'): void =>
  void ask('file.show', { path, how });

/**
 * Says at the desk how an export ended whose dialog is not open. A file in the way is asked about in the dialog, with the
 * paper that is meant, once no other dialog is open.
 */
export function tellExported(
  runtime: DeskRuntime,
  what: ExportWhat,
  paper: PaperChoice,
  outcome: ExportOutcome | null,
): void {
  const { ui, toasts, t } = runtime;
  switch (outcome?.step) {
    case undefined:
    case 'cancelled':
      return;
    case 'exists':
      ui.update((state) => withHeld(state, { kind: 'minutes', exists: { path: outcome.path, what, paper } }));
      return;
    case 'refused':
      toasts.show({ tone: 'error', text: outcome.text });
      return;
    case 'done': {
      const text = outcome.text ?? t('exports.saved', { path: outcome.path });
      toasts.show({
        tone: 'success',
        text: `${text} ${unfinishedText(runtime)}`.trim(),
        action: { label: t('exports.open'), run: () => openExported(runtime, outcome.path, 'open') },
        other: { label: t('exports.openFolder'), run: () => openExported(runtime, outcome.path, 'folder') },
      });
      return;
    }
    default:
      outcome satisfies never;
  }
}

/** Repeats the last export with the remembered options; without the dialog unless a file is in the way. */
export async function exportAgain(runtime: DeskRuntime): Promise<void> {
  const { ui, toasts, t, store } = runtime;
  const { paper } = ui.get();
  const working = toasts.show({ tone: 'info', text: t('exports.writing') });
  const outcome = await exportPaper(runtime, paper, store.current().settings.documents, false);
  toasts.dismiss(working);
  tellExported(runtime, 'one', paper, outcome);
}
