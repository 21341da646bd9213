import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { editDraftKey } from '#core/commands/notes.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { findNote } from '#core/model/meeting-notes.ts';
import { type Author, NOTE_KINDS, type Note, type NoteId, type NoteKind } from '#core/model/note.ts';
import { ROLES } from '#core/model/roles.ts';
import type { RefusalMessage } from '#core/protocol/requests.ts';
import { Button } from '#renderer/kit/button.tsx';
import { Select } from '#renderer/kit/select.tsx';
import { useIsShown } from '#renderer/kit/use-is-shown.ts';
import { useDispatch, useMeetingValue, useRuntime } from '../kernel/desk-context.tsx';
import { useRefuse } from '../kernel/forms/use-refuse.ts';
import { useT } from '../kernel/i18n.ts';
import { OWN_BOX } from '../kernel/keys/note-box-focus.ts';
import { draftSaver, hasDraft, keptDraft } from '../kernel/saving/draft-saver.ts';
import { keepRefused, saysTheSame } from '../kernel/saving/left-draft.ts';
import { useFlushOnLeave } from '../kernel/saving/use-flush-on-leave.ts';
import { useStoreValue } from '../kernel/value-store.ts';
import { authorName } from '../meeting/note-words.ts';
import { AgencyPicker } from './agency-picker.tsx';
import { useNoteActions } from './note-actions.ts';
import { goToEdit, offerEdit } from './offer-edit.ts';

const noteTextIn = (meeting: Meeting | null, id: NoteId): string | null =>
  (meeting === null ? undefined : findNote(meeting, id))?.text ?? null;

type Words = Pick<Note, 'text' | 'kind' | 'author'>;

const idOf = (author: Author): string => (author.kind === 'leader' ? author.role : `agency:${author.agencyId}`);

/** Instead of an author's id: an agency that is still to be chosen. */
const OTHER = 'agency';

/** Edits a note in place. What is typed is stored as a draft until it is saved or discarded. */
export function NoteEditor({ note }: { note: Note }) {
  const { ui } = useRuntime();
  const times = useStoreValue(ui, ({ givenBack }) => givenBack[editDraftKey(note.id)] ?? 0);
  // It takes what is given back while it is open.
  return <OpenEditor key={times} note={note} />;
}

function OpenEditor({ note }: { note: Note }) {
  const t = useT();
  const dispatch = useDispatch();
  const runtime = useRuntime();
  const { store, ui, outbox, noteEditor } = runtime;
  const actions = useNoteActions();
  const agencies = useMeetingValue((meeting) => meeting.agencies);
  const term = useMeetingValue((meeting) => meeting.term);
  const key = editDraftKey(note.id);
  const editEntry = `edit/${note.id}`;
  const [draft] = useState(() => keptDraft(outbox, store.current().meeting, key));
  const [words, setWords] = useState<Words>(() => {
    const { text, kind, author } = draft ?? note;
    return { text, kind, author };
  });
  const { text, kind, author } = words;
  /** As they are by now, for an answer that comes late. */
  const latest = useRef(words);
  /** The words that the note has. */
  const saved = useRef<Words | null>(null);
  const saving = useRef<Promise<boolean> | null>(null);
  // The text on which the edit is based; after a refusal the newer one has been shown.
  const base = useRef(note.text);
  const [isPicking, setPicking] = useState(false);
  const [refusal, setRefusal] = useState<RefusalMessage | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const group = useRef<HTMLDivElement>(null);

  const meetingId = useMeetingValue((meeting) => meeting.id);
  // A message says which note it is about by leading there.
  const isShown = useIsShown();
  const refuse = useRefuse(isShown, setRefusal, {
    label: t('unsent.look'),
    run: () => {
      if (store.current().meeting?.id === meetingId) goToEdit(runtime, note);
      else runtime.toasts.show({ tone: 'info', text: t('words.waiting') });
    },
  });
  const saver = useMemo(() => draftSaver({ key, meetingId, outbox }), [key, meetingId, outbox]);
  useFlushOnLeave(saver);
  // Whoever asked for it is put here by the list: an item that is shown again with an open note takes no focus.
  useEffect(() => box.current?.setSelectionRange(box.current.value.length, box.current.value.length), []);

  const change = (fields: Partial<Words>): void => {
    const next = { ...latest.current, ...fields };
    latest.current = next;
    setWords(next);
    setRefusal(null);
    // An empty text would delete the draft, and with it the box; it is kept here until something is typed again.
    if (next.text !== '') saver.typed({ itemId: note.itemId, visibility: note.visibility, ...next });
  };
  /** Whoever has gone on somewhere else stays there. */
  const isHere = (): boolean =>
    document.activeElement === document.body || group.current?.contains(document.activeElement) === true;
  /** A list returns the focus to its button when it closes; whoever has chosen continues typing. */
  const focusBox = (): void => {
    requestAnimationFrame(() => {
      if (isHere()) box.current?.focus();
    });
  };
  const endPicking = (): void => {
    setPicking(false);
    focusBox();
  };
  /** The next key is for the note. */
  const closed = (close: () => void): void => {
    const wasHere = isHere();
    flushSync(close);
    if (wasHere) document.querySelector<HTMLElement>(`[data-note-id="${CSS.escape(note.id)}"]`)?.focus();
  };
  const send = async (): Promise<boolean> => {
    saver.flush();
    const fields = latest.current;
    // Its draft alone holds no box open: it goes with the answer, and letters may come before that.
    ui.update((state) =>
      state.editing.includes(note.id) ? state : { ...state, editing: [...state.editing, note.id] },
    );
    const reply = await dispatch({ type: 'note.edit', noteId: note.id, base: base.current, fields }, editEntry);
    if (reply === null) return false;
    base.current = noteTextIn(store.current().meeting, note.id) ?? base.current;
    if (!reply.ok) {
      refuse(reply.refusal);
      if (isShown()) return false;
      // Whoever is in the note's box stays there when it takes the words.
      const box = `[data-note-id="${CSS.escape(note.id)}"] .d-editor`;
      const isInBox = document.activeElement?.closest(box) != null;
      const typed = { itemId: note.itemId, visibility: note.visibility, ...latest.current };
      keepRefused(runtime, { key, meetingId, typed });
      if (isInBox) ui.update((state) => ({ ...state, wantedNote: note.id }));
      return false;
    }
    saved.current = fields;
    // What was typed since is not saved: its box stays.
    if (latest.current !== fields) return true;
    closed(() => ui.update((state) => ({ ...state, editing: state.editing.filter((id) => id !== note.id) })));
    return true;
  };
  const save = async (): Promise<boolean> => {
    // One after the other: each is about the note as the one before leaves it.
    while (saving.current !== null) if (!(await saving.current)) return false;
    if (saved.current === latest.current) return true;
    const sending = send().finally(() => {
      saving.current = null;
    });
    saving.current = sending;
    return sending;
  };
  const cancel = (): void => {
    outbox.drop(editEntry);
    // Also what is still on its way there: the meeting must not keep a draft of what was discarded.
    if (hasDraft(outbox, store.current().meeting, key)) saver.drop();
    closed(() => actions.cancelEdit(note.id));
    const typed = { itemId: note.itemId, visibility: note.visibility, text, kind, author };
    if (!saysTheSame(typed, note) && text.trim() !== '') offerEdit(runtime, meetingId, note, typed);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key === 'Escape') cancel();
    else if (event.key === 'Enter' && !event.shiftKey && !event.altKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      void save();
    }
  };

  const keys = useRef({ change, save, endPicking });
  keys.current = { change, save, endPicking };
  const [own] = useState(() => ({
    noteId: note.id,
    setAuthor: (next: Author) => {
      keys.current.change({ author: next });
      keys.current.endPicking();
    },
    pickAgency: () => setPicking(true),
    setKind: (next: NoteKind) => keys.current.change({ kind: next }),
    save: () => keys.current.save(),
  }));
  const leave = useCallback(() => noteEditor.update((now) => (now === own ? null : now)), [noteEditor, own]);
  useEffect(() => leave, [leave]);

  const authors = [
    ...ROLES.map((role) => ({ id: role as string, label: t(`domain:roleShort.${role}`) })),
    ...(author.kind === 'agency' ? [{ id: idOf(author), label: authorName(t, { agencies }, author) }] : []),
    { id: OTHER, label: t('author.other', { term }) },
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a frame of its own
    <div
      ref={group}
      role="group"
      className="d-editor"
      aria-label={t('notes.edit')}
      {...OWN_BOX}
      onFocus={() => noteEditor.set(own)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) leave();
      }}
    >
      <textarea
        ref={box}
        className="d-editor-text"
        rows={3}
        value={text}
        aria-label={t('notes.editText')}
        aria-invalid={refusal !== null}
        onChange={(event) => change({ text: event.target.value })}
        onKeyDown={onKeyDown}
        onBlur={saver.flush}
      />
      {refusal !== null && (
        <p className="d-box-refusal" role="alert">
          {t(`errors:${refusal.code}`, refusal.params)}
          {refusal.code === 'noteChanged' && ` ${t('notes.changedTo')} ${note.text}`}
        </p>
      )}
      <div className="d-editor-row">
        <Select
          label={t('author.label')}
          hideLabel
          options={authors}
          value={idOf(author)}
          onChange={(id) => {
            if (id === OTHER) {
              requestAnimationFrame(() => isHere() && setPicking(true));
              return;
            }
            const role = ROLES.find((one) => one === id);
            if (role !== undefined) change({ author: { kind: 'leader', role } });
            focusBox();
          }}
        />
        <Select
          label={t('noteBox.kind')}
          hideLabel
          options={NOTE_KINDS.map((id) => ({ id, label: t(`domain:noteKindShort.${id}`) }))}
          value={kind}
          onChange={(next) => {
            change({ kind: next });
            focusBox();
          }}
        />
      </div>
      {isPicking && (
        <AgencyPicker
          author={author}
          onPick={(agencyId) => {
            change({ author: { kind: 'agency', agencyId } });
            endPicking();
          }}
          onEscape={endPicking}
          onCancel={endPicking}
        />
      )}
      <div className="d-editor-row">
        <Button size="small" variant="primary" keys="Enter" onPress={() => void save()}>
          {t('kit:save')}
        </Button>
        <Button size="small" keys="Esc" onPress={cancel}>
          {t('kit:cancel')}
        </Button>
      </div>
    </div>
  );
}
