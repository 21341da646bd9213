import { useMemo, useState } from 'react';
import type { WordingRow } from '#core/minutes/wording.ts';
import { wordingDraftKey } from '#core/model/wording.ts';
import type { RefusalMessage } from '#core/protocol/requests.ts';
import { useIsShown } from '#renderer/kit/use-is-shown.ts';
import { useDispatch, useMeetingValue, useRuntime } from '../kernel/desk-context.tsx';
import { useRefuse } from '../kernel/forms/use-refuse.ts';
import { draftSaver, hasDraft, keptDraft, type Typed } from '../kernel/saving/draft-saver.ts';
import { keepRefused, offerDraft } from '../kernel/saving/left-draft.ts';
import { useFlushOnLeave } from '../kernel/saving/use-flush-on-leave.ts';
import { withGivenBack } from '../kernel/ui-store.ts';
import { useStoreValue } from '../kernel/value-store.ts';

export interface WordingText {
  readonly value: string;
  /** Typed and not yet applied. */
  readonly isDirty: boolean;
  readonly refusal: RefusalMessage | null;
  type(text: string): void;
  /** Applies what was typed. */
  commit(): Promise<void>;
  /** Discards what was typed, and offers it back. */
  cancel(): void;
}

/** The words of a row as they are typed: stored as a draft at once, applied when the field loses focus. */
export function useWordingText({ note, text }: WordingRow): WordingText {
  const dispatch = useDispatch();
  const runtime = useRuntime();
  const { store, outbox, ui, toasts, t } = runtime;
  const { id: noteId } = note;
  const key = wordingDraftKey(noteId);
  const wordingEntry = `wording/${noteId}`;
  const keptText = (): string | null => keptDraft(outbox, store.current().meeting, key)?.text ?? null;
  const [typed, setTyped] = useState(keptText);
  const [refusal, setRefusal] = useState<RefusalMessage | null>(null);
  const times = useStoreValue(ui, ({ givenBack }) => givenBack[key] ?? 0);
  const [seen, setSeen] = useState(times);
  // Words given back, perhaps by a row that has gone since.
  if (seen !== times) {
    setSeen(times);
    setTyped(keptText);
    setRefusal(null);
  }
  const meetingId = useMeetingValue((meeting) => meeting.id);
  const open = (): void =>
    ui.update((state) =>
      state.dialog?.kind === 'wording' ? state : { ...state, dialog: { kind: 'wording', itemId: note.itemId } },
    );
  // A message says which words it is about by leading there.
  const isShown = useIsShown();
  const refuse = useRefuse(isShown, setRefusal, {
    label: t('unsent.look'),
    run: () => {
      if (store.current().meeting?.id !== meetingId)
        return void toasts.show({ tone: 'info', text: t('words.waiting') });
      ui.update((state) => withGivenBack(state, key));
      open();
    },
  });
  const saver = useMemo(() => draftSaver({ key, meetingId, outbox }), [key, meetingId, outbox]);
  useFlushOnLeave(saver);

  const drop = (): void => {
    outbox.drop(wordingEntry);
    if (hasDraft(outbox, store.current().meeting, key)) saver.drop();
    setTyped(null);
    setRefusal(null);
  };
  const draftOf = (words: string): Typed => {
    const { itemId, author, kind, visibility } = note;
    return { itemId, author, kind, visibility, text: words };
  };
  const offer = (words: string): void =>
    offerDraft(runtime, {
      key,
      typed: draftOf(words),
      meetingId,
      message: t('words.wordingLeft'),
      open,
      replaced: (since) => {
        if (since.text !== text) offer(since.text);
      },
    });
  const cancel = (): void => {
    const given = typed;
    drop();
    if (given === null || given.trim() === '' || given === text) return;
    offer(given);
  };
  return {
    value: typed ?? text,
    isDirty: typed !== null && typed !== text,
    refusal,
    type: (next) => {
      setTyped(next);
      setRefusal(null);
      // An empty text would delete the draft; it is kept here until something is typed again.
      if (next !== '') saver.typed(draftOf(next));
    },
    commit: async () => {
      if (typed === null) return;
      if (typed === text) return drop();
      saver.flush();
      const reply = await dispatch({ type: 'wording.edit', noteId, text: typed }, wordingEntry);
      if (reply === null) return;
      if (reply.ok) setTyped((now) => (now === typed ? null : now));
      else {
        refuse(reply.refusal);
        if (!isShown()) keepRefused(runtime, { key, meetingId, typed: draftOf(typed) });
      }
    },
    cancel,
  };
}
