import { unfinishedTexts } from '#core/minutes/unfinished.ts';
import { shortName } from '#core/model/agency.ts';
import { DEFAULT_OPTIONS } from '#core/model/export-options.ts';
import { copyText } from '#renderer/kit/copy-text.ts';
import type { DeskRuntime } from '../kernel/runtime.ts';

/** What is put on the clipboard for a messenger. */
export interface CopyChoice {
  /** The agency of the directives; `null`: the summary of the whole meeting. */
  readonly agencyId: string | null;
  /** Chosen each time; never remembered, and never what a key does. */
  readonly withInternal: boolean;
}

export const PUBLIC_SUMMARY: CopyChoice = { agencyId: null, withInternal: false };

/**
 * Blurs the field that is being typed in, so that its text is sent before what follows; the port keeps the order. The
 * focus returns at once.
 */
export function takeOpenEditIn(): void {
  const field = document.activeElement;
  const isText = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement;
  if (!isText) return;
  field.blur();
  field.focus({ preventScroll: true });
}

/** "2 catatan masih disunting, belum termasuk."; empty if nothing is half typed. */
export function unfinishedText({ store, t }: Pick<DeskRuntime, 'store' | 't'>): string {
  const { meeting } = store.current();
  const count = meeting === null ? 0 : unfinishedTexts(meeting).length;
  return count === 0 ? '' : t('exports.unfinished', { count });
}

/** Puts a text for a messenger on the clipboard and says which. */
export async function copyPaper(runtime: DeskRuntime, choice: CopyChoice = PUBLIC_SUMMARY): Promise<void> {
  const { ui, ask, toasts, t, store } = runtime;
  const { agencyId, withInternal } = choice;
  takeOpenEditIn();
  const answer = await ask('document.text', {
    document: agencyId === null ? 'minutes' : 'agencySheet',
    agencyId,
    options: DEFAULT_OPTIONS,
    purpose: withInternal ? 'panelMessage' : 'message',
  });
  if (answer === null) return;
  if (!(await copyText(answer.text))) {
    ui.update((state) => ({ ...state, dialog: { kind: 'copy', text: answer.text } }));
    return;
  }
  const agency = agencyId === null ? undefined : store.current().meeting?.agencies[agencyId];
  const what =
    agency === undefined ? t('exports.copiedSummary') : t('exports.copiedAgency', { agency: shortName(agency) });
  const notes = t(withInternal ? 'exports.copiedInternal' : 'exports.copiedPublic');
  const text = [what, notes, unfinishedText(runtime)].filter((part) => part !== '').join(' ');
  toasts.show({ tone: withInternal ? 'info' : 'success', text });
}
