import { type KeyboardEvent, useMemo } from 'react';
import { type WordingRow, wordingRows } from '#core/minutes/wording.ts';
import type { Note } from '#core/model/note.ts';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { Checkbox } from '#renderer/kit/checkbox.tsx';
import { TextArea } from '#renderer/kit/text-field.tsx';
import { useMeetingValue, useReadOnly, useRuntime, useSend } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { actionChain } from '../kernel/keys/action-chain.ts';
import { authorClass, authorName } from '../meeting/note-words.ts';
import { useWordingText } from './use-wording-text.ts';
import { isChanged, stepTarget } from './wording-view.ts';

interface RowProps {
  readonly row: WordingRow;
  /** All rows of its item, in order. */
  readonly rows: readonly WordingRow[];
}

/** The recorded notes, one below the other; grouped ones can be taken out again. */
function Recorded({ notes, readOnly }: { notes: readonly Note[]; readOnly: boolean }) {
  const t = useT();
  const send = useSend();
  return (
    <div>
      <p className="d-wording-label">{t('wording.recorded')}</p>
      {notes.map((note, index) => (
        <div className="d-wording-recorded-note" key={note.id}>
          <p className="d-wording-recorded-text">{note.text}</p>
          {index > 0 && !readOnly && (
            <Button size="small" variant="quiet" onPress={() => void send({ type: 'wording.split', noteId: note.id })}>
              {t('wording.split')}
            </Button>
          )}
        </div>
      ))}
    </div>
  );
}

/** In words, not by colour alone: what differs from the record, and what should be checked. */
function Marks({ row, isDirty }: { row: WordingRow; isDirty: boolean }) {
  const t = useT();
  return (
    <>
      {isDirty && <span className="d-wording-mark d-wording-mark-open">{t('wording.unsaved')}</span>}
      {row.edited && <span className="d-wording-mark">{t('wording.changed')}</span>}
      {row.mergedFrom.length > 0 && (
        <span className="d-wording-mark">{t('wording.merged', { count: row.mergedFrom.length + 1 })}</span>
      )}
      {row.leftOut && <span className="d-wording-mark d-wording-mark-out">{t('wording.isLeftOut')}</span>}
      {row.stale && <span className="d-wording-mark d-wording-mark-open">{t('wording.stale')}</span>}
    </>
  );
}

/** A note as it was recorded and as the minutes will print it, side by side. */
export function WordingRowCard({ row, rows }: RowProps) {
  const t = useT();
  const send = useSend();
  const readOnly = useReadOnly();
  const { store, failed } = useRuntime();
  const agencies = useMeetingValue((meeting) => meeting.agencies);
  const words = useWordingText(row);
  const { note, mergedFrom, leftOut } = row;
  const author = authorName(t, { agencies }, note.author);
  const kind = t(`domain:noteKind.${note.kind}`);
  const name = `${author} · ${kind}`;
  const ofKind = rows.filter((other) => other.note.kind === note.kind);
  const index = ofKind.findIndex((other) => other.note.id === note.id);
  const before = ofKind[index - 1] ?? null;

  // One after another, each from the row's present position: a held-down key is faster than the rows are painted.
  const moves = useMemo(() => actionChain(failed), [failed]);
  const move = (by: -1 | 1): void =>
    moves.add(async () => {
      const { meeting } = store.current();
      const item = meeting?.agenda.items[note.itemId];
      if (meeting === null || item === undefined || readOnly) return;
      const target = stepTarget(wordingRows(meeting, item), note.id, by);
      if (target !== undefined) await send({ type: 'wording.move', noteId: note.id, before: target });
    });
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (by === null || !event.altKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    move(by);
  };
  const onTextKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void words.commit();
    } else if (event.key === 'Escape' && words.isDirty) {
      // The first Escape undoes the typing; only the next one closes the window.
      event.stopPropagation();
      event.nativeEvent.stopImmediatePropagation();
      words.cancel();
    }
  };
  return (
    // Alt with arrows moves the row from any of its fields.
    <li
      className={`d-wording-row ${authorClass(note.author)} ${leftOut ? 'd-wording-row-out' : ''}`}
      data-wording-note={note.id}
      onKeyDown={onKeyDown}
    >
      <div className="d-wording-row-head">
        <h4 className="d-wording-row-name">{name}</h4>
        <Marks row={row} isDirty={words.isDirty} />
      </div>
      <div className="d-wording-pair">
        <Recorded notes={[note, ...mergedFrom]} readOnly={readOnly} />
        <TextArea
          label={t('wording.forMinutes')}
          name={t('wording.forMinutesOf', { name })}
          value={words.value}
          onChange={words.type}
          onBlur={() => void words.commit()}
          onInputKeyDown={onTextKeyDown}
          isReadOnly={readOnly || leftOut}
          error={words.refusal === null ? null : t(`errors:${words.refusal.code}`, words.refusal.params)}
        />
      </div>
      {!readOnly && (
        <div className="d-wording-tools">
          <Checkbox
            isSelected={leftOut}
            onChange={(on) => void send({ type: 'wording.leaveOut', noteId: note.id, leftOut: on })}
          >
            {t('wording.leaveOut')}
          </Checkbox>
          <span className="d-wording-tools-end">
            {before !== null && (
              <Button
                size="small"
                variant="quiet"
                onPress={() => void send({ type: 'wording.merge', noteId: note.id, into: before.note.id })}
              >
                {t('wording.merge')}
              </Button>
            )}
            {isChanged(row) && (
              <Button
                size="small"
                variant="quiet"
                icon="original"
                onPress={() => {
                  words.cancel();
                  void send({ type: 'wording.reset', noteId: note.id });
                }}
              >
                {t('wording.reset')}
              </Button>
            )}
            {ofKind.length > 1 && (
              <>
                <IconButton
                  size="small"
                  icon="arrowUp"
                  label={t('wording.up')}
                  isAtEnd={before === null}
                  onPress={() => move(-1)}
                />
                <IconButton
                  size="small"
                  icon="arrowDown"
                  label={t('wording.down')}
                  isAtEnd={index === ofKind.length - 1}
                  onPress={() => move(1)}
                />
              </>
            )}
          </span>
        </div>
      )}
    </li>
  );
}
