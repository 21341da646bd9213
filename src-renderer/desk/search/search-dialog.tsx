import { MINUTE } from '#core/time/units.ts';
import './search.css';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { Autocomplete, Input, Menu, MenuItem, SearchField, Text } from 'react-aria-components';
import type { AgendaItem } from '#core/model/agenda-item.ts';
import { isPending } from '#core/model/agenda-item.ts';
import { orderedItems } from '#core/model/meeting.ts';
import { Key } from '#renderer/kit/button.tsx';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { wordsMatch } from '#renderer/kit/words-match.ts';
import { useMeeting, useReadOnly, useSelectedItem } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { useItemNames } from '../meeting/item-name.ts';
import { usePacingActions } from '../meeting/pacing-actions.ts';
import { presenterLine } from '../meeting/presenter-line.ts';
import { statusText } from '../meeting/status-text.ts';
import { useTurnActions } from '../meeting/turn-actions.ts';
import { endedByCall } from '../meeting/turn-step.ts';
import { breaksFor } from './break-entries.ts';

/** A row of the results: an item to select, or a break to begin (no item). */
interface Entry {
  readonly id: string;
  readonly item: AgendaItem | null;
  readonly brief: string;
  readonly detail: string;
  readonly searched: string;
  readonly status: string;
  run(): void;
}

/** Finds an item by any part of its name, short name or presenter, and selects it. */
export function SearchDialog({ onClose }: { onClose(): void }) {
  const t = useT();
  const names = useItemNames();
  const meeting = useMeeting();
  const { view } = useSelectedItem();
  const readOnly = useReadOnly();
  const actions = useTurnActions();
  const { takeBreak } = usePacingActions();
  const [typed, setTyped] = useState('');
  const show = (id: string): void => view(id === meeting.current ? null : id);
  /** Words match at any position. */
  const breaks = (text: string): Entry[] =>
    breaksFor(text).map((planned) => ({
      id: `break:${planned}`,
      item: null,
      brief: t('pacing.break.now', { count: planned / MINUTE }),
      detail: '',
      searched: text,
      status: '',
      run: () => void takeBreak(planned),
    }));
  const items = useMemo(
    () =>
      orderedItems(meeting).map((item) => {
        const brief = names.brief(meeting, item);
        const full = names.full(meeting, item);
        const detail = [full === brief ? '' : full, presenterLine(t, meeting, item)].filter((part) => part !== '');
        const words = detail.join(' · ');
        return { item, id: item.id, brief, detail: words, searched: `${brief} ${words}`, status: statusText(t, item) };
      }),
    [meeting, names, t],
  );
  const entriesFor = (text: string): Entry[] => [
    ...breaks(text),
    ...items.map((entry) => ({ ...entry, run: () => show(entry.id) })),
  ];
  const shown = entriesFor(typed);
  const choose = (entry: Entry): void => {
    onClose();
    entry.run();
  };
  const ended = endedByCall(meeting);
  /** Judged by the text of the box, which the list may not have received yet. */
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const { target, key, altKey, nativeEvent } = event;
    if (key !== 'Enter' || !(target instanceof HTMLInputElement) || nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    const fitting = entriesFor(target.value).filter(({ searched }) => wordsMatch(searched, target.value));
    const focused = document.getElementById(target.getAttribute('aria-activedescendant') ?? '')?.dataset.key;
    const chosen = fitting.find(({ id }) => id === focused) ?? fitting[0];
    if (chosen === undefined) return;
    if (altKey && chosen.item !== null && isPending(chosen.item) && !readOnly) {
      onClose();
      void actions.call(chosen.id);
    } else choose(chosen);
  };
  return (
    <Dialog title={t('search.title')} isOpen onClose={onClose} className="d-search">
      <Autocomplete filter={wordsMatch} inputValue={typed} onInputChange={setTyped}>
        <div onKeyDownCapture={onKeyDown}>
          <SearchField aria-label={t('search.label')} autoFocus className="k-field">
            <Input className="k-input" placeholder={t('search.label')} />
          </SearchField>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the arrows move from the box above, but what scrolls must be reachable */}
        <section className="d-search-list" aria-label={t('search.results')} tabIndex={0}>
          <Menu
            aria-label={t('search.results')}
            className="k-list"
            items={shown}
            renderEmptyState={() => <p className="k-list-empty">{t('search.none')}</p>}
            onAction={(key) => {
              const chosen = shown.find(({ id }) => id === key);
              if (chosen !== undefined) choose(chosen);
            }}
          >
            {(entry) => (
              <MenuItem id={entry.id} textValue={entry.searched} className="k-option">
                <span className="k-option-text">
                  <Text slot="label">{entry.brief}</Text>
                  <Text slot="description" className="k-option-detail">
                    {entry.detail}
                  </Text>
                </span>
                {entry.status !== '' && <span className="k-tag">{entry.status}</span>}
              </MenuItem>
            )}
          </Menu>
        </section>
      </Autocomplete>
      {!readOnly && (
        <p className="k-hint d-search-keys">
          <Key>Enter</Key> {t('search.show')} <Key>Alt Enter</Key>{' '}
          {ended === null ? t('turn.call') : t('search.callInstead', { from: names.brief(meeting, ended) })}
        </p>
      )}
    </Dialog>
  );
}
