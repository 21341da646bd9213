import { type ReactNode, useId } from 'react';
import { rove } from './roving.ts';

export interface TabSpec<K extends string> {
  readonly id: K;
  readonly label: string;
  /** Shown after the label if it is not 0. */
  readonly count?: number | undefined;
  readonly content: ReactNode;
}

export interface TabsProps<K extends string> {
  readonly label: string;
  readonly tabs: readonly TabSpec<K>[];
  readonly selected: K;
  onSelect(id: K): void;
  readonly orientation?: 'horizontal' | 'vertical' | undefined;
  readonly className?: string | undefined;
}

/** A panel of words alone is a stop of its own, so that keys can scroll it. */
function reachable(panel: HTMLElement | null): void {
  if (panel === null) return;
  if (panel.querySelector('button, input, textarea, select, a[href], [tabindex]') === null) panel.tabIndex = 0;
  else panel.removeAttribute('tabindex');
}

/** Panels of which one is shown. Only that one is in the page. */
export function Tabs<K extends string>(props: TabsProps<K>) {
  const { label, tabs, selected, onSelect, orientation = 'horizontal', className } = props;
  const name = useId();
  const shown = tabs.find(({ id }) => id === selected);
  return (
    <div className={`k-tabs ${className ?? ''}`.trim()} data-orientation={orientation}>
      <div
        role="tablist"
        aria-label={label}
        aria-orientation={orientation}
        className="k-tab-list"
        onKeyDown={(event) => {
          const to = tabs[rove(event, '[role="tab"]') ?? -1];
          if (to !== undefined) onSelect(to.id);
        }}
      >
        {tabs.map(({ id, label: words, count }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`${name}-tab-${id}`}
            className="k-tab"
            tabIndex={id === selected ? 0 : -1}
            aria-selected={id === selected}
            aria-controls={id === selected ? `${name}-panel-${id}` : undefined}
            data-selected={id === selected ? true : undefined}
            onClick={() => onSelect(id)}
          >
            {words}
            {count !== undefined && count > 0 && <span className="k-tab-count"> ({count})</span>}
          </button>
        ))}
      </div>
      {shown !== undefined && (
        <div
          key={shown.id}
          role="tabpanel"
          id={`${name}-panel-${shown.id}`}
          aria-labelledby={`${name}-tab-${shown.id}`}
          className="k-tab-panel"
          ref={reachable}
        >
          {shown.content}
        </div>
      )}
    </div>
  );
}
