import { memo, type ReactNode, useEffect, useRef } from 'react';
import type { Snippet } from '#core/archive/snippet.ts';
import type { RowGroup, SearchRow } from './search-row.ts';

/** Rows under one heading. */
export interface ResultGroup {
  readonly group: RowGroup;
  /** Empty for rows that need none. */
  readonly heading: string;
  readonly rows: readonly SearchRow[];
  /** What is said of those that are not listed; empty if all are. */
  readonly more: string;
}

/** A text with its marked words. */
function Marked({ snippet: { text, marks } }: { snippet: Snippet }) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const [from, to] of marks) {
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>);
    at = to;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}

/** The identifier of a row in the page. */
export const rowId = (key: string): string => `search-row-${key.replaceAll(' ', '-')}`;

interface ResultListProps {
  readonly id: string;
  readonly label: string;
  readonly groups: readonly ResultGroup[];
  readonly selected: string | null;
  /** Must stay the same function. */
  onRun(key: string): void;
}

/**
 * The results as plain elements: they are many, and drawn again with every key. The focus stays in the box, which names the
 * selected row.
 */
export const ResultList = memo(function ResultList({ id, label, groups, selected, onRun }: ResultListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected !== null) document.getElementById(rowId(selected))?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <div ref={list} id={id} role="listbox" aria-label={label} className="k-list">
      {groups.map(({ group, heading, rows, more }) => (
        // biome-ignore lint/a11y/useSemanticElements: a list box has groups, and no fieldsets
        <div key={group} role="group" aria-label={heading === '' ? label : heading} className="d-search-group">
          {heading !== '' && (
            <p className="d-search-heading" aria-hidden="true">
              {heading} <span>{more}</span>
            </p>
          )}
          {rows.map(({ key, title, detail, tag }) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box, which has the focus
            <div
              key={key}
              id={rowId(key)}
              role="option"
              tabIndex={-1}
              aria-selected={key === selected}
              data-focused={key === selected ? '' : undefined}
              className="k-option"
              // The box keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onRun(key)}
            >
              <span className="k-option-text">
                <span>
                  <Marked snippet={title} />
                </span>
                {detail.text !== '' && (
                  <span className="k-option-detail">
                    <Marked snippet={detail} />
                  </span>
                )}
              </span>
              {tag !== '' && <span className="k-tag">{tag}</span>}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
});
