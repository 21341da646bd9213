import './search.css';
import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Found } from '#core/archive/search.ts';
import { Button, Key } from '#renderer/kit/button.tsx';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useArchive } from '../kernel/archive/use-archive.ts';
import { useDeskValue, useReadOnly, useRuntime } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { briefName } from '../meeting/item-name.ts';
import { endedByCall } from '../meeting/turn-step.ts';
import { hitWords } from './hit-words.ts';
import { openHit } from './open-hit.ts';
import { useOwnRows } from './own-rows.ts';
import { type ResultGroup, ResultList, rowId } from './result-list.tsx';
import type { SearchRow } from './search-row.ts';

/** Most hits of a kind. */
const LIMIT = 6;
/** Fewer letters are no search of the archive. */
const ARCHIVE_FROM = 2;
/** How far the keys of a page go. */
const PAGE = 6;
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE };

const searched = (typed: string): string | null => (typed.trim().length < ARCHIVE_FROM ? null : typed.trim());

/** The rows of what was found in the archive. */
function useHitGroups(found: Found | null): readonly ResultGroup[] {
  const t = useT();
  const locale = useLocale();
  const runtime = useRuntime();
  const term = useDeskValue((view) => view.meeting?.term ?? view.settings.defaults.term);
  return useMemo(
    () =>
      (found?.groups ?? []).map(({ kind, hits, total }) => ({
        group: kind,
        heading: t(`search.group.${kind}`, { term }),
        more: total > hits.length ? t('search.more', { count: total - hits.length }) : '',
        rows: hits.map(
          (hit): SearchRow => ({
            ...hitWords(t, locale, hit),
            key: hit.key,
            group: kind,
            run: () => void openHit(runtime, hit),
            call: null,
          }),
        ),
      })),
    [found, t, locale, runtime, term],
  );
}

/** How far the archive is, and what can be done about it. */
function ArchiveLine({ state, retry }: Pick<ReturnType<typeof useArchive>, 'state' | 'retry'>) {
  const t = useT();
  switch (state.kind) {
    case 'loading':
      return (
        <p className="k-hint d-search-state">
          {t('search.loading', { done: state.done, total: state.total })}
          <progress value={state.done} max={Math.max(1, state.total)} aria-label={t('search.progress')} />
        </p>
      );
    case 'failed':
      return (
        <p className="k-hint d-search-state" role="alert">
          {t('search.failed')}
          <Button size="small" onPress={retry}>
            {t('kit:tryAgain')}
          </Button>
        </p>
      );
    case 'absent':
    case 'ready':
      return null;
    default:
      return state satisfies never;
  }
}

/**
 * One box for the agenda, commands, and what was said in all meetings. What the desk knows itself is there with the key;
 * hits of the archive are added below when they come, and never move the selected row.
 */
export function SearchDialog({ onClose }: { onClose(): void }) {
  const t = useT();
  return (
    <Dialog title={t('search.title')} isOpen onClose={onClose} size="large" className="d-search">
      <SearchBox onClose={onClose} />
    </Dialog>
  );
}

/** What is in it: it is drawn for every key, while the dialog around it is not. */
function SearchBox({ onClose }: { onClose(): void }) {
  const t = useT();
  const listId = useId();
  const meeting = useDeskValue((view) => view.meeting);
  const readOnly = useReadOnly();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  /** The text for which Enter was pressed before its hits were there. */
  const [awaited, setAwaited] = useState<string | null>(null);
  const text = searched(typed);
  const { state, retry, answer } = useArchive('search', text === null ? null : { text, limit: LIMIT });
  const ownRows = useOwnRows();
  const own = useMemo(() => ownRows(typed), [ownRows, typed]);
  const hits = useHitGroups(text === null ? null : answer);
  const groups = useMemo(
    (): readonly ResultGroup[] =>
      own.length === 0 ? hits : [{ group: 'here', heading: '', more: '', rows: own }, ...hits],
    [own, hits],
  );
  const rows = groups.flatMap((group) => group.rows);
  const selected = rows.find(({ key }) => key === chosen) ?? rows[0];

  const latest = useRef({ rows, onClose });
  useEffect(() => {
    latest.current = { rows, onClose };
  });
  const runRow = useCallback((row: SearchRow): void => {
    latest.current.onClose();
    row.run();
  }, []);
  const onRun = useCallback(
    (key: string): void => {
      const row = latest.current.rows.find((one) => one.key === key);
      if (row !== undefined) runRow(row);
    },
    [runRow],
  );
  // The hits that Enter waited for.
  const [first] = hits.flatMap((group) => group.rows);
  useEffect(() => {
    if (awaited === null || answer?.text !== awaited) return;
    setAwaited(null);
    if (first !== undefined) runRow(first);
  }, [awaited, answer, first, runRow]);

  function enter(box: HTMLInputElement, isCall: boolean): void {
    // Judged by the text of the box, which the list may not have received yet.
    const now = box.value === typed ? own : ownRows(box.value);
    const wanted = searched(box.value);
    const isCurrent = box.value === typed && (wanted === null || answer?.text === wanted);
    const row = [...now, ...(isCurrent ? rows : [])].find(({ key }) => key === chosen) ?? now[0];
    const target = row ?? (isCurrent ? selected : undefined);
    if (target === undefined) {
      if (!isCurrent && state.kind !== 'failed') setAwaited(wanted);
      return;
    }
    if (!isCall) runRow(target);
    else if (target.call !== null) {
      onClose();
      target.call();
    } else runRow(target);
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const step = STEPS[event.key];
    if (step === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    if (step === undefined) {
      enter(event.currentTarget, event.altKey);
      return;
    }
    const at = selected === undefined ? -1 : rows.indexOf(selected);
    const next = Math.abs(step) === 1 ? (at + step + rows.length) % Math.max(1, rows.length) : at + step;
    setChosen(rows[Math.max(0, Math.min(rows.length - 1, next))]?.key ?? null);
  };

  const ended = meeting === null ? null : endedByCall(meeting);
  /** The text to which the hits belong that are shown. */
  const shownFor = text === null ? undefined : answer?.text;
  const isWaiting = text !== null && answer?.text !== text && state.kind !== 'failed';
  return (
    <>
      <input
        type="search"
        className="k-input"
        // biome-ignore lint/a11y/noAutofocus: it is what the dialog was opened for
        autoFocus
        autoComplete="off"
        spellCheck={false}
        aria-label={t('search.label')}
        placeholder={t('search.label')}
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={selected === undefined ? undefined : rowId(selected.key)}
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setChosen(null);
          setAwaited(null);
        }}
        onKeyDown={onKeyDown}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the arrows move from the box above, but what scrolls must be reachable */}
      <section className="d-search-list" aria-label={t('search.results')} tabIndex={0} data-found={shownFor}>
        <ResultList
          id={listId}
          label={t('search.results')}
          groups={groups}
          selected={selected?.key ?? null}
          onRun={onRun}
        />
        {rows.length === 0 && !isWaiting && (
          <p className="k-list-empty">{text === null ? t('search.hint') : t('search.none')}</p>
        )}
      </section>
      {/* Always as high, so that nothing jumps when the archive is read. */}
      <div className="d-search-archive">
        <ArchiveLine state={state} retry={retry} />
      </div>
      <p className="k-hint d-search-keys">
        <Key>Enter</Key> {t('search.show')}
        {meeting !== null && !readOnly && (
          <>
            {' '}
            <Key>Alt Enter</Key>{' '}
            {ended === null ? t('turn.call') : t('search.callInstead', { from: briefName(t, meeting, ended) })}
          </>
        )}
      </p>
      <p role="status" className="k-hidden">
        {text === null || isWaiting ? '' : t('search.count', { count: rows.length })}
      </p>
    </>
  );
}
