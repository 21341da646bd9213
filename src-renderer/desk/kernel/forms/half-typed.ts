import type { Meeting } from '#core/model/meeting.ts';
import type { DeskView } from '#core/views/desk.ts';
import type { ViewStore } from '#renderer/client/view-store.ts';
import type { DeskT } from '../i18n.ts';
import type { WayBack } from '../toasts/way-back.ts';
import type { DeskDialog, Ui } from '../ui-store.ts';
import type { ValueStore } from '../value-store.ts';
import { type KeptForm, type KeptForms, wordsTyped } from './kept-forms.ts';

export interface HalfTypedParts {
  readonly store: Pick<ViewStore<DeskView>, 'current'>;
  readonly ui: ValueStore<Ui>;
  readonly forms: KeptForms;
  readonly back: Pick<WayBack, 'offer'>;
  readonly t: DeskT;
  /** Whether what a dialog is about is still there. */
  hasSubject(meeting: Meeting | null, dialog: DeskDialog): boolean;
}

/** Finds the dialog in which something was typed and neither saved nor discarded: see `DeskRuntime.halfTyped`. */
export const halfTypedForms =
  ({ store, ui, forms, back, t, hasSubject }: HalfTypedParts) =>
  (): DeskDialog | null => {
    const { meeting } = store.current();
    if (ui.get().oneScreen) return null;
    const isGone = (form: KeptForm): boolean => form.dialog !== null && !hasSubject(meeting, form.dialog);
    // Those of no meeting begin with the slash, and know their dialog if they are in one.
    const keys = [...(meeting === null ? [] : forms.keys(`${meeting.id}/`)), ...forms.keys('/')];
    const found = keys.flatMap((key) => {
      const form = forms.get(key);
      return form === null ? [] : [{ key, form }];
    });
    for (const { key, form } of found.filter((one) => isGone(one.form))) {
      forms.setAside(key);
      const text = wordsTyped(form);
      if (text === '') continue;
      back.offer(t('words.subjectGone'), () => {
        forms.put(key, form);
        forms.drop(key);
        ui.update((state) => ({ ...state, dialog: { kind: 'copy', text } }));
      });
    }
    return found.find(({ form }) => form.dialog !== null && !isGone(form))?.form.dialog ?? null;
  };
