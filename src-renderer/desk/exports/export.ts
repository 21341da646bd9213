import type { DocumentOptions } from '#core/model/export-options.ts';
import type { DeskRuntime } from '../kernel/runtime.ts';
import type { PaperChoice } from '../kernel/ui-store.ts';
import { takeOpenEditIn, unfinishedText } from './copy-paper.ts';

export type ExportOutcome =
  | { readonly step: 'cancelled' }
  /** A file with that name exists: may it be replaced? */
  | { readonly step: 'exists'; readonly path: string }
  | { readonly step: 'refused'; readonly text: string }
  /** `text`: the message, if it is more than the path. */
  | { readonly step: 'done'; readonly path: string; readonly text: string | null };

const remember = ({ ui }: DeskRuntime, path: string): void => ui.update((state) => ({ ...state, exported: path }));

/** Writes a document; `null` if the application has gone away. An existing file is replaced only with `overwrite`. */
export async function exportPaper(
  runtime: DeskRuntime,
  choice: PaperChoice,
  options: DocumentOptions,
  overwrite: boolean,
): Promise<ExportOutcome | null> {
  takeOpenEditIn();
  const reply = await runtime.request('document.export', { ...choice, options, overwrite });
  if (reply === null) return null;
  if (reply.ok) {
    const { path } = reply.value;
    if (path === null) return { step: 'cancelled' };
    remember(runtime, path);
    return { step: 'done', path, text: null };
  }
  const { code, params } = reply.refusal;
  return code === 'exportExists'
    ? { step: 'exists', path: String(params.path ?? '') }
    : { step: 'refused', text: runtime.t(`errors:${code}`, params) };
}

/** Writes the sheets of all agencies into a folder; the progress is in the desk's view. */
export async function exportAllSheets(
  runtime: DeskRuntime,
  options: DocumentOptions,
  overwrite: boolean,
): Promise<ExportOutcome | null> {
  const { request, t } = runtime;
  takeOpenEditIn();
  const reply = await request('document.exportAgencies', { options, overwrite });
  if (reply === null) return null;
  if (!reply.ok) {
    const { code, params } = reply.refusal;
    return code === 'exportExists'
      ? { step: 'exists', path: String(params.path ?? '') }
      : { step: 'refused', text: t(`errors:${code}`, params) };
  }
  if (reply.value === null) return { step: 'cancelled' };
  const { folder, files, total, failed } = reply.value;
  if (files.length === 0) return { step: 'cancelled' };
  remember(runtime, folder);
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

/** Repeats the last export with the remembered options; without the dialog unless a file is in the way. */
export async function exportAgain(runtime: DeskRuntime): Promise<void> {
  const { ui, toasts, t, store } = runtime;
  const working = toasts.show({ tone: 'info', text: t('exports.writing') });
  const outcome = await exportPaper(runtime, ui.get().paper, store.current().settings.documents, false);
  toasts.dismiss(working);
  if (outcome === null) return;
  switch (outcome.step) {
    case 'cancelled':
      return;
    case 'exists':
      ui.update((state) => ({ ...state, dialog: { kind: 'minutes', exists: outcome.path } }));
      return;
    case 'refused':
      toasts.show({ tone: 'error', text: outcome.text });
      return;
    case 'done':
      toasts.show({
        tone: 'success',
        text: `${t('exports.saved', { path: outcome.path })} ${unfinishedText(runtime)}`.trim(),
        action: { label: t('exports.open'), run: () => openExported(runtime, outcome.path, 'open') },
        other: { label: t('exports.openFolder'), run: () => openExported(runtime, outcome.path, 'folder') },
      });
      return;
    default:
      outcome satisfies never;
  }
}
