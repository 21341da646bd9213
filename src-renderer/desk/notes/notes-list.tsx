import { type KeyboardEvent, memo, useEffect, useMemo, useRef, useState } from 'react';
import { editDraftKey } from '#core/commands/notes.ts';
import type { ItemId } from '#core/model/agenda-item.ts';
import { followUpsNow } from '#core/model/meeting-matters.ts';
import type { NoteId } from '#core/model/note.ts';
import { textsOf } from '#renderer/kit/own-undo.ts';
import { useBuiltRows } from '#renderer/kit/use-built-rows.ts';
import { stayNear, useKeptFocus } from '#renderer/kit/use-kept-focus.ts';
import { useRowSlots } from '#renderer/kit/use-row-slots.ts';
import { useMeetingValue, useOutbox, useReadOnly, useRuntime } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { noteKeyOf } from '../kernel/keys/list-keys.ts';
import { focusComposer } from '../kernel/keys/note-box-focus.ts';
import { givenUpDrafts } from '../kernel/saving/draft-saver.ts';
import { useStoreValue } from '../kernel/value-store.ts';
import { useItemNames } from '../meeting/item-name.ts';
import { authorClass } from '../meeting/note-words.ts';
import { useNoteActions } from './note-actions.ts';
import { NoteCard } from './note-card.tsx';

const NO_NOTES: readonly NoteId[] = [];

/** What the key of a note's own draft begins with. */
const EDIT = editDraftKey('');
const isOfNote = (key: string): boolean => key.startsWith(EDIT);

/** The notes that are open for changing: where somebody asked for it, or where a draft of another text is kept. */
function useOpenNotes(): ReadonlySet<NoteId> {
  const { ui } = useRuntime();
  const editing = useStoreValue(ui, (state) => state.editing);
  // As text, so that typing somewhere else is no change.
  const drafted = useMeetingValue((meeting) => Object.keys(meeting.drafts).filter(isOfNote).join('\n'));
  const givenUp = useOutbox((entries) => givenUpDrafts(entries).filter(isOfNote).join('\n'));
  return useMemo(() => {
    const gone = new Set(givenUp.split('\n'));
    const kept = drafted.split('\n').filter((key) => key !== '' && !gone.has(key));
    return new Set([...editing, ...kept.map((key) => key.slice(EDIT.length))]);
  }, [editing, drafted, givenUp]);
}

/** The notes of an item, newest first. */
export const NotesList = memo(function NotesList({ itemId }: { itemId: ItemId }) {
  const place = useRef<HTMLDivElement>(null);
  // A menu deletes the note that it belongs to.
  useKeptFocus(place, (near) => (place.current?.contains(near) === true ? stayNear(near) : focusComposer()));
  return (
    <div className="d-notes-place" ref={place} {...textsOf(itemId)}>
      <NoteCards itemId={itemId} />
    </div>
  );
});

/** The notes' cards. Arrows go from one to the next. */
function NoteCards({ itemId }: { itemId: ItemId }) {
  const t = useT();
  const names = useItemNames();
  const actions = useNoteActions();
  const list = useRef<HTMLUListElement>(null);
  const noteIds = useMeetingValue((meeting) => meeting.agenda.items[itemId]?.noteIds ?? NO_NOTES);
  const name = useMeetingValue((meeting) => {
    const item = meeting.agenda.items[itemId];
    return item === undefined ? null : names.brief(meeting, item);
  });
  const agencies = useMeetingValue((meeting) => meeting.agencies);
  const followUps = useMeetingValue(followUpsNow);
  const notes = useMeetingValue((meeting) => meeting.notes[itemId]);
  const term = useMeetingValue((meeting) => meeting.term);
  const readOnly = useReadOnly();
  const opened = useOpenNotes();
  const order = useMemo(() => noteIds.toReversed(), [noteIds]);
  const bornOf = useMemo(
    () => new Map(followUps.flatMap(({ id, noteId }) => (noteId === null ? [] : [[noteId, id]]))),
    [followUps],
  );
  const [touched, setTouched] = useState<NoteId | null>(null);
  const tabStop = touched !== null && order.includes(touched) ? touched : order[0];

  // Notes whose deletion is not answered yet: a held-down key skips them.
  const going = useRef(new Set<NoteId>());
  const { ui } = useRuntime();
  const wanted = useStoreValue(ui, (state) => state.wantedNote);
  // One that is open is built wherever it is, with what was typed into it.
  const needed = order.findLastIndex((id) => opened.has(id) || id === wanted) + 1;
  const { built, end, reach } = useBuiltRows(itemId, order.length, needed);
  const shown = order.slice(0, built);
  const slots = useRowSlots(shown, touched);
  useEffect(() => {
    if (wanted === null || !order.includes(wanted)) return;
    const card = list.current?.querySelector<HTMLElement>(`[data-note-id="${CSS.escape(wanted)}"]`);
    const box = card?.querySelector('textarea');
    if (box != null) box.focus();
    else {
      card?.scrollIntoView({ block: 'center' });
      card?.focus({ preventScroll: true });
    }
    ui.update((state) => ({ ...state, wantedNote: null }));
  }, [wanted, order, ui]);
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>): void => {
    if (!(event.target instanceof HTMLElement)) return;
    const { noteId } = event.target.dataset;
    const key = noteId === undefined ? null : noteKeyOf(event.nativeEvent);
    if (noteId === undefined || key === null) return;
    event.preventDefault();
    const left = order.filter((id) => id === noteId || !going.current.has(id));
    const index = left.indexOf(noteId);
    const focusAt = (at: number): void => {
      const id = left[at];
      if (id !== undefined && order.indexOf(id) >= built) reach(order.indexOf(id));
      const card =
        id === undefined ? null : list.current?.querySelector<HTMLElement>(`[data-note-id="${CSS.escape(id)}"]`);
      if (card != null) card.focus();
      else if (at < 0 || left.length <= 1) focusComposer();
    };
    switch (key) {
      case 'up':
        focusAt(index - 1);
        return;
      case 'down':
        focusAt(index + 1);
        return;
      case 'edit':
        actions.edit(noteId);
        return;
      case 'remove': {
        focusAt(index + 1 < left.length ? index + 1 : index - 1);
        going.current.add(noteId);
        void actions.remove(noteId).finally(() => going.current.delete(noteId));
        return;
      }
      default:
        key satisfies never;
    }
  };

  if (name === null) return null;
  if (order.length === 0) {
    return (
      <p className="d-no-notes">
        {t('notes.empty', { name })} {!readOnly && t('notes.emptyWhat')}
      </p>
    );
  }
  return (
    // Arrow keys on the list of cards; each card takes the focus itself.
    <ul className="d-note-list" ref={list} onKeyDown={onKeyDown} aria-label={t('notes.list')}>
      {shown.map((noteId, at) => {
        const note = notes?.[noteId];
        return note === undefined ? null : (
          // Which of how many it is: not all are built.
          <li
            key={slots.get(noteId)}
            className={`d-note ${authorClass(note.author)} d-note-${note.visibility}`}
            aria-posinset={at + 1}
            aria-setsize={order.length}
          >
            <NoteCard
              note={note}
              agencies={agencies}
              term={term}
              followUpId={bornOf.get(noteId) ?? null}
              isOpen={opened.has(noteId)}
              isTabStop={noteId === tabStop}
              readOnly={readOnly}
              onTouch={setTouched}
            />
          </li>
        );
      })}
      {built < order.length && <li ref={end} className="d-note-more" aria-hidden="true" />}
    </ul>
  );
}
