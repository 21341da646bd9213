import './note-box.css';
import './notes.css';
import { useDeferredValue, useState } from 'react';
import { COMPOSE } from '#core/commands/notes.ts';
import type { ItemId } from '#core/model/agenda-item.ts';
import { shownItem } from '#core/views/selected-item.ts';
import { useMeetingValue, useReadOnly, useRuntime, useSelectedItem } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { useStoreValue } from '../kernel/value-store.ts';
import { briefName } from '../meeting/item-name.ts';
import { AuthorChips } from './author-chips.tsx';
import { FinishedNotice } from './finished-notice.tsx';
import { KindChips } from './kind-chips.tsx';
import { ComposeBox } from './note-box.tsx';
import { NotesList } from './notes-list.tsx';
import { VisibilityChips } from './visibility-chips.tsx';

/** Instead of the box, where nothing can be written: what somebody has typed. */
function ReadOnlyBox() {
  const t = useT();
  const typed = useMeetingValue((meeting) => meeting.drafts[COMPOSE]?.text ?? '');
  return (
    <div className="d-composer">
      <p className="k-hint">{t('notes.readOnly')}</p>
      {typed !== '' && <p className="d-note-text">{typed}</p>}
    </div>
  );
}

/**
 * The box and its target come first; the notes of an item follow in slices that let the next key through. Not those of which
 * one is to take the focus: the next key may be meant for it.
 */
function NotesAfterwards({ itemId }: { itemId: ItemId }) {
  const deferred = useDeferredValue(itemId);
  const { ui } = useRuntime();
  const wanted = useStoreValue(ui, (state) => state.wantedNote);
  const isWanted = useMeetingValue(
    (meeting) => wanted !== null && meeting.agenda.items[itemId]?.noteIds.includes(wanted) === true,
  );
  // It stays drawn once the note has the focus, whether or not the deferred one has come as far.
  const [atOnce, setAtOnce] = useState<ItemId | null>(null);
  const next = isWanted || atOnce === itemId ? itemId : null;
  if (atOnce !== next) setAtOnce(next);
  return <NotesList itemId={next ?? deferred} />;
}

/** The right column: a note box that needs no mouse, and the notes so far. */
export function NotesColumn() {
  const t = useT();
  const { selectedId } = useSelectedItem();
  const readOnly = useReadOnly();
  const shownId = useMeetingValue((meeting) => shownItem(meeting, selectedId)?.id ?? null);
  const name = useMeetingValue((meeting) => {
    const shown = shownItem(meeting, selectedId);
    return shown === null ? '' : briefName(t, meeting, shown);
  });
  if (shownId === null) return <section className="d-column d-notes" aria-label={t('notes.title')} />;
  return (
    <section className="d-column d-notes" aria-labelledby="notes-title" tabIndex={-1}>
      <div className="d-column-head">
        <h2 id="notes-title">
          {t('notes.title')} <span className="d-hidden">{name}</span>
        </h2>
        <span className="d-notes-of" aria-hidden="true" title={name}>
          {name}
        </span>
      </div>
      {readOnly ? (
        <ReadOnlyBox />
      ) : (
        <div className="d-composer">
          <FinishedNotice />
          <AuthorChips />
          <ComposeBox shownId={shownId} />
          <KindChips />
          <VisibilityChips />
        </div>
      )}
      <NotesAfterwards itemId={shownId} />
    </section>
  );
}
