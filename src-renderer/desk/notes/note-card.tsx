import { type MouseEvent, memo, useState } from 'react';
import { shortName } from '#core/model/agency.ts';
import { namedAgencies } from '#core/model/concerns.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { EVERY_AGENCY, type Note, type NoteId } from '#core/model/note.ts';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { Menu } from '#renderer/kit/menu.tsx';
import { usePainted } from '#renderer/kit/use-painted.ts';
import { useT } from '../kernel/i18n.ts';
import { capOf, visibilityCap } from '../kernel/keys/keymap.ts';
import { authorName } from '../meeting/note-words.ts';
import { useNoteActions } from './note-actions.ts';
import { NoteEditor } from './note-editor.tsx';

/** Longer texts are folded: one long note must not push the others out of view. */
const FOLD_AT = 420;
const FOLD_LINES = 7;

const isLong = (text: string): boolean => text.length > FOLD_AT || text.split('\n', FOLD_LINES + 1).length > FOLD_LINES;

function NoteText({ text }: { text: string }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  if (!isLong(text)) return <p className="d-note-text">{text}</p>;
  return (
    <>
      <p className={open ? 'd-note-text' : 'd-note-text d-note-folded'}>{open ? text : text.slice(0, FOLD_AT * 4)}</p>
      <Button variant="quiet" size="small" aria-expanded={open} onPress={() => setOpen(!open)}>
        {t(open ? 'notes.less' : 'notes.more')}
      </Button>
    </>
  );
}

interface NoteCardProps {
  readonly note: Note;
  readonly agencies: Meeting['agencies'];
  readonly term: string;
  /** The follow-up that was created from it. */
  readonly followUpId: string | null;
  /** Whether it is open for changing. */
  readonly isOpen: boolean;
  readonly isTabStop: boolean;
  readonly readOnly: boolean;
  onTouch(noteId: NoteId): void;
}

function NoteCardInner(props: NoteCardProps) {
  const { note, agencies, term, followUpId, isOpen, isTabStop, readOnly, onTouch } = props;
  const noteId = note.id;
  const t = useT();
  // Nobody sees a card's tools before coming to it, and those of all cards would be most of what a column of notes costs:
  // they follow when it has been painted.
  const [isMet, setMet] = useState(false);
  const isPainted = usePainted();
  const actions = useNoteActions();
  const author = authorName(t, { agencies }, note.author);
  const kind = t(`domain:noteKind.${note.kind}`);
  const shown = note.visibility === 'shown';
  const isPrivate = note.visibility === 'private';
  const named = namedAgencies(note);
  const addressees =
    named === EVERY_AGENCY
      ? t('followUps.allAgencies', { term })
      : named.flatMap((id) => (agencies[id] === undefined ? [] : shortName(agencies[id]))).join(', ');
  const editByDoubleClick = ({ target }: MouseEvent): void => {
    const onControl = target instanceof Element && target.closest('button, textarea') !== null;
    if (!readOnly && !onControl) actions.edit(noteId);
  };
  return (
    <article
      className="d-note-card"
      data-note-id={noteId}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={`${author}, ${kind}`}
      onFocus={() => {
        setMet(true);
        onTouch(noteId);
      }}
      onPointerEnter={() => setMet(true)}
      onDoubleClick={editByDoubleClick}
    >
      <div className="d-note-head">
        <span className="d-note-author">
          {isPrivate && <b className="d-note-lock">{t('domain:visibility.private')}</b>} {author} · {kind}
        </span>
        <span className="d-note-meta">
          {[
            note.minute === null ? '' : t('notes.minute', { minute: note.minute }),
            note.page === null ? '' : t('notes.page', { page: note.page }),
            isPrivate ? '' : t(`domain:visibility.${note.visibility}`),
            note.pinned ? t('domain:pinned') : '',
            note.addendum ? t('notes.addendum') : '',
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
      </div>
      {isOpen && !readOnly ? (
        <NoteEditor key={noteId} note={note} />
      ) : (
        <>
          <NoteText key={noteId} text={note.text} />
          {addressees !== '' && <p className="d-note-for">{t('notes.for', { agencies: addressees })}</p>}
          <div className="d-note-actions">
            {followUpId !== null && (
              <Button size="small" variant="quiet" isDisabled={readOnly} onPress={() => actions.followUp(noteId)}>
                {t('notes.hasFollowUp')}
              </Button>
            )}
            {!readOnly && (isMet || isTabStop || isPainted) && (
              <span className="d-note-tools">
                {followUpId === null && (
                  <Button size="small" variant="quiet" onPress={() => actions.followUp(noteId)}>
                    {t('notes.followUp')}
                  </Button>
                )}
                {!isPrivate && (
                  <IconButton
                    size="small"
                    icon={shown ? 'eyeOff' : 'eye'}
                    label={t(shown ? 'notes.hide' : 'notes.show')}
                    aria-pressed={shown}
                    onPress={() => void actions.show(noteId, 'shown')}
                  />
                )}
                <IconButton size="small" icon="edit" label={t('notes.edit')} onPress={() => actions.edit(noteId)} />
                <Menu
                  label={t('notes.actions')}
                  trigger={<IconButton size="small" icon="more" label={t('notes.actions')} />}
                  entries={() => [
                    {
                      id: 'pin',
                      label: t(note.pinned ? 'notes.unpin' : 'notes.pin'),
                      icon: note.pinned ? 'unpin' : 'pin',
                      keys: capOf('pin'),
                      isDisabled: !shown,
                      run: () => void actions.pin(noteId),
                    },
                    {
                      id: 'address',
                      label: t('concerns.title'),
                      icon: 'addressee',
                      run: () => actions.address(noteId),
                    },
                    {
                      id: 'problem',
                      label: t('problems.keep'),
                      icon: 'problem',
                      keys: capOf('keepProblem'),
                      run: () => void actions.keepProblem(noteId),
                    },
                    { id: 'move', label: t('notes.move'), icon: 'moveNote', run: () => actions.move(noteId) },
                    {
                      id: 'private',
                      label: t('notes.makePrivate'),
                      icon: 'lock',
                      keys: visibilityCap('private'),
                      isDisabled: isPrivate,
                      run: () => void actions.show(noteId, 'private'),
                    },
                    {
                      id: 'internal',
                      label: t('notes.makeInternal'),
                      icon: 'internal',
                      keys: visibilityCap('internal'),
                      isDisabled: note.visibility === 'internal',
                      run: () => void actions.show(noteId, 'internal'),
                    },
                    {
                      id: 'delete',
                      label: t('notes.delete'),
                      icon: 'trash',
                      keys: 'Del',
                      isDanger: true,
                      run: () => void actions.remove(noteId),
                    },
                  ]}
                />
              </span>
            )}
          </div>
        </>
      )}
    </article>
  );
}

export const NoteCard = memo(NoteCardInner);
