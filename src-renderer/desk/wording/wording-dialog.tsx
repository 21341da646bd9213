import './wording.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { ItemId } from '#core/model/agenda-item.ts';
import type { NoteId } from '#core/model/note.ts';
import { wordingDraftKey } from '#core/model/wording.ts';
import { shownItem } from '#core/views/selected-item.ts';
import { Button } from '#renderer/kit/button.tsx';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { EmptyState } from '#renderer/kit/empty-state.tsx';
import { TextField } from '#renderer/kit/text-field.tsx';
import { useKeptFocus } from '#renderer/kit/use-kept-focus.ts';
import { useDialog, useMeeting, useReadOnly, useRuntime, useSelectedItem, useSend } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { useStoreValue } from '../kernel/value-store.ts';
import { useItemNames } from '../meeting/item-name.ts';
import { authorName } from '../meeting/note-words.ts';
import { WordingRowCard } from './wording-row.tsx';
import { matching, type WordingItem, wordingItems } from './wording-view.ts';

/** One item's notes, and the button that prints all of them as recorded again. */
function ItemRows({ shown: { item, rows, changed }, all }: { shown: WordingItem; all: WordingItem['rows'] }) {
  const t = useT();
  const send = useSend();
  const names = useItemNames();
  const meeting = useMeeting();
  const readOnly = useReadOnly();
  return (
    <section className="d-wording-item" aria-label={names.full(meeting, item)}>
      <header className="d-wording-item-head">
        <h3>{names.full(meeting, item)}</h3>
        {changed > 0 && !readOnly && (
          <Button
            size="small"
            variant="quiet"
            icon="original"
            onPress={() => void send({ type: 'wording.resetItem', itemId: item.id })}
          >
            {t('wording.resetItem')}
          </Button>
        )}
      </header>
      <ol className="d-wording-rows">
        {rows.map((row) => (
          <WordingRowCard key={row.note.id} row={row} rows={all} />
        ))}
      </ol>
    </section>
  );
}

/** Penyelarasan redaksi: edits how the minutes print the notes, which stay as they were recorded. */
export function WordingDialog({ itemId, onClose }: { itemId: ItemId | null; onClose(): void }) {
  const t = useT();
  const names = useItemNames();
  const meeting = useMeeting();
  const { open } = useDialog();
  const { selectedId } = useSelectedItem();
  const [query, setQuery] = useState('');
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place);
  const { notes, wording, agenda, presented, agencies } = meeting;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the parts of the meeting on which the rows depend
  const items = useMemo(() => wordingItems(meeting), [notes, wording, agenda, presented]);
  const [chosen, setChosen] = useState(() => itemId ?? shownItem(meeting, selectedId)?.id ?? null);
  const selected = items.find(({ item }) => item.id === chosen) ?? items[0];
  const shown =
    query.trim() === ''
      ? selected === undefined
        ? []
        : [selected]
      : matching(items, query, ({ note }) => authorName(t, { agencies }, note.author));
  const choose = (id: string): void => {
    setQuery('');
    setChosen(id);
    place.current?.scrollTo({ top: 0 });
  };
  const givenBack = useStoreValue(useRuntime().ui, (state) => state.givenBack);
  const [seen, setSeen] = useState(givenBack);
  const [wanted, setWanted] = useState<NoteId | null>(null);
  // Words given back to a row that is not shown would be out of sight, and their message is gone.
  if (seen !== givenBack) {
    setSeen(givenBack);
    const row = items
      .flatMap(({ rows }) => rows)
      .find(({ note }) => givenBack[wordingDraftKey(note.id)] !== seen[wordingDraftKey(note.id)]);
    if (row !== undefined) {
      if (shown.every(({ rows }) => rows.every(({ note }) => note.id !== row.note.id))) {
        setQuery('');
        setChosen(row.note.itemId);
      }
      setWanted(row.note.id);
    }
  }
  useEffect(() => {
    if (wanted === null) return;
    place.current?.querySelector(`[data-wording-note="${CSS.escape(wanted)}"]`)?.scrollIntoView({ block: 'nearest' });
    setWanted(null);
  }, [wanted]);
  return (
    <Dialog
      title={t('wording.title')}
      isOpen
      onClose={onClose}
      size="full"
      className="d-wording"
      footer={
        <Button variant="primary" icon="export" onPress={() => open({ kind: 'minutes' })}>
          {t('wording.toMinutes')}
        </Button>
      }
    >
      <div className="d-wording-side">
        <p className="k-hint">{t('wording.hint')}</p>
        <TextField label={t('wording.search')} value={query} onChange={setQuery} type="search" />
        {items.length > 0 && (
          <ListBox
            className="k-list d-wording-list"
            aria-label={t('wording.items')}
            selectionMode="single"
            selectionBehavior="replace"
            disallowEmptySelection
            selectedKeys={query.trim() === '' && selected !== undefined ? [selected.item.id] : []}
            onSelectionChange={(keys) => {
              const [id] = keys === 'all' ? [] : [...keys];
              if (id !== undefined) choose(String(id));
            }}
            items={items.map((one) => ({ ...one, id: one.item.id }))}
          >
            {({ item, rows, changed }) => (
              <ListBoxItem id={item.id} className="k-option" textValue={names.brief(meeting, item)}>
                <span className="k-option-text">
                  {names.brief(meeting, item)}
                  <span className="k-option-detail">
                    {t('domain:noteCount', { count: rows.length })}
                    {changed > 0 && ` · ${t('wording.countChanged', { count: changed })}`}
                  </span>
                </span>
              </ListBoxItem>
            )}
          </ListBox>
        )}
      </div>
      <div className="d-wording-main" ref={place}>
        {items.length === 0 && <EmptyState title={t('wording.empty')}>{t('wording.emptyWhat')}</EmptyState>}
        {items.length > 0 && shown.length === 0 && <p className="k-hint">{t('wording.nothingFound')}</p>}
        {shown.map((one) => (
          <ItemRows
            key={one.item.id}
            shown={one}
            all={items.find(({ item }) => item.id === one.item.id)?.rows ?? one.rows}
          />
        ))}
      </div>
    </Dialog>
  );
}
