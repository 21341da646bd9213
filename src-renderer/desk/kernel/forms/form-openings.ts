import type { Meeting, MeetingId } from '#core/model/meeting.ts';
import type { DeskView } from '#core/views/desk.ts';
import type { ViewStore } from '#renderer/client/view-store.ts';
import type { DeskT } from '../i18n.ts';
import type { ToastStore } from '../toasts/toast-store.ts';
import type { WayBack } from '../toasts/way-back.ts';
import { type DeskDialog, standsEverywhere, type Ui, withGivenBack } from '../ui-store.ts';
import type { ValueStore } from '../value-store.ts';
import { type AsideForms, formKey, type KeptForm, type KeptForms, wordsTyped } from './kept-forms.ts';

/** A form from when it is opened until what was typed into it is saved, discarded or offered back. */
export interface FormOpening {
  /** What the message that offers it back calls it. */
  title: string;
  /** It is on the screen. */
  enter(): void;
  /** It is no longer on the screen. What was typed is offered back, unless it is saved or an answer is still awaited. */
  leave(): void;
  isOpen(): boolean;
  /** Nothing of it is kept any more: it is saved, or was discarded. */
  forget(): void;
  /**
   * Saves it; nothing of it is kept then. One that was left meanwhile is offered back only if it was not saved.
   * @param work returns whether everything typed is saved
   */
  saving(work: () => Promise<boolean>): Promise<boolean>;
}

/** The one owner of what is typed into the forms of dialogs. */
export interface FormOpenings {
  /** @param screenPart as passed to `useFormState` */
  open(screenPart?: string): FormOpening;
  /** See `DeskRuntime.halfTyped`. */
  halfTyped(): DeskDialog | null;
}

export interface FormOpeningsParts {
  readonly store: Pick<ViewStore<DeskView>, 'current'>;
  readonly ui: ValueStore<Ui>;
  readonly forms: KeptForms;
  readonly back: Pick<WayBack, 'offer'>;
  readonly toasts: Pick<ToastStore, 'show'>;
  readonly t: DeskT;
  /** Whether what a dialog is about is still there. */
  hasSubject(meeting: Meeting | null, dialog: DeskDialog): boolean;
}

/** What was left of a form, and where it belongs. */
interface LeftForm {
  /** The beginning of the keys under which it is kept. */
  readonly key: string;
  readonly aside: AsideForms;
  readonly dialog: DeskDialog;
  /** `null` for a form of no meeting. */
  readonly meetingId: MeetingId | null;
}

const wordsIn = (forms: readonly KeptForm[]): string =>
  forms
    .map(wordsTyped)
    .filter((text) => text !== '')
    .join('\n');

/** Connects the forms to what is kept of them, and to the messages that offer them. */
export function formOpenings({ store, ui, forms, back, toasts, t, hasSubject }: FormOpeningsParts): FormOpenings {
  /** Those on the screen, and whether one is typed into or being saved. */
  const open = new Map<FormOpening, { readonly dialog: DeskDialog | null; isInUse(): boolean }>();
  const openId = (): MeetingId | null => store.current().meeting?.id ?? null;
  const isGone = (dialog: DeskDialog): boolean => !hasSubject(store.current().meeting, dialog);

  /** Under its own meeting's name it waits for that one. Another of the same that waits there is offered in its turn. */
  function wait(left: LeftForm, title: string): void {
    const before = forms.setAside(left.key);
    left.aside.giveBack();
    if (before.forms.length > 0) offer({ ...left, aside: before }, title);
  }
  const bringBack = (left: LeftForm, title: string): void => {
    const { aside, dialog, meetingId } = left;
    if (meetingId !== null && meetingId !== openId()) {
      wait(left, title);
      toasts.show({ tone: 'info', text: t('words.waiting') });
      return;
    }
    if (isGone(dialog)) {
      aside.drop();
      const text = wordsIn(aside.forms);
      if (text === '') toasts.show({ tone: 'info', text: t('words.nothingToCopy') });
      else ui.update((state) => ({ ...state, dialog: { kind: 'copy', text } }));
      return;
    }
    // The dialog that is open now makes room, and is offered in its turn: it may be the same form.
    for (const [one, own] of [...open]) if (own.dialog !== null) one.leave();
    aside.giveBack();
    ui.update((state) => withGivenBack({ ...state, dialog }, JSON.stringify(dialog)));
  };
  function offer(left: LeftForm, title: string): void {
    const isOver = isGone(left.dialog);
    if (isOver && wordsIn(left.aside.forms) === '') left.aside.drop();
    else back.offer(isOver ? t('words.subjectGone') : t('words.left', { title }), () => bringBack(left, title));
  }

  const opening: FormOpenings['open'] = (screenPart) => {
    const key = formKey({ store, ui }, screenPart);
    const { dialog } = ui.get();
    const meetingId = screenPart !== undefined || (dialog !== null && standsEverywhere(dialog)) ? null : openId();
    let pending = 0;
    let aside: AsideForms | null = null;
    /** Whether it waits for its own meeting, or for the room to look away: it is there again by itself. */
    const waits = (): boolean => ui.get().oneScreen || (meetingId !== null && meetingId !== openId());
    const offerLeft = (): void => {
      if (aside === null || dialog === null || aside.forms.length === 0) return;
      const left = { key, aside, dialog, meetingId };
      if (waits()) wait(left, form.title);
      else offer(left, form.title);
    };
    const typed = (): string => JSON.stringify(forms.keys(key).map((one) => forms.get(one)));
    const form: FormOpening = {
      title: '',
      enter: () => void open.set(form, { dialog, isInUse: () => pending > 0 || forms.keys(key).length > 0 }),
      // One on a screen is there again with its screen.
      leave: () => {
        if (!open.delete(form) || dialog === null || (pending === 0 && waits())) return;
        // Offered already, with what was typed on while it was being saved.
        if (aside !== null && aside.forms.length > 0) return;
        aside = forms.setAside(key);
        if (pending === 0) offerLeft();
      },
      isOpen: () => open.has(form),
      forget: () => {
        if (aside === null) forms.drop(key);
        else aside.drop();
      },
      saving: async (work) => {
        pending += 1;
        let isSaved = false;
        const before = typed();
        try {
          isSaved = await work();
        } finally {
          pending -= 1;
          // What was typed on meanwhile is not saved.
          if (isSaved && open.has(form) && dialog !== null && typed() !== before) {
            aside = forms.setAside(key);
            offerLeft();
          } else if (isSaved) form.forget();
          else if (pending === 0) offerLeft();
        }
        return isSaved;
      },
    };
    return form;
  };

  const halfTyped = (): DeskDialog | null => {
    const { oneScreen, dialog: shown } = ui.get();
    if (oneScreen) return null;
    // One of no meeting is not over because another meeting is open.
    const isUsed = [...open.values()].some(({ dialog, isInUse }) => dialog === shown && isInUse());
    if (shown !== null && standsEverywhere(shown) && isUsed) return shown;
    const meetingId = openId();
    // Those of no meeting begin with the slash, and know their dialog if they are in one.
    const keys = [...(meetingId === null ? [] : forms.keys(`${meetingId}/`)), ...forms.keys('/')];
    let found: DeskDialog | null = null;
    for (const key of keys) {
      const dialog = forms.get(key)?.dialog ?? null;
      if (dialog === null) continue;
      if (isGone(dialog)) {
        // All of one form at once, of which a field that cannot be read is kept by itself.
        const form = key.slice(0, key.indexOf('/') + 1) + JSON.stringify(dialog);
        const own = key.startsWith(form) ? form : key;
        offer({ key: own, aside: forms.setAside(own), dialog, meetingId: key.startsWith('/') ? null : meetingId }, '');
      } else found ??= dialog;
    }
    return found;
  };
  return { open: opening, halfTyped };
}
