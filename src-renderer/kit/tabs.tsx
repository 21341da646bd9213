import { Activity, memo, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { rove } from './roving.ts';

export interface TabSpec<K extends string> {
  readonly id: K;
  readonly label: string;
  /** Shown after the label if it is not 0. */
  readonly count?: number | undefined;
  readonly content: ReactNode;
  /** Built when there is time for it, and kept while another is shown: to show it then costs a fraction of building it. */
  readonly kept?: boolean | undefined;
  /** Has no tab at present, but its panel is kept. */
  readonly isAway?: boolean | undefined;
}

export interface TabsProps<K extends string> {
  readonly label: string;
  readonly tabs: readonly TabSpec<K>[];
  readonly selected: K;
  onSelect(id: K): void;
  /** What all panels are about: those of another start at their top. */
  readonly of?: string | null | undefined;
  readonly orientation?: 'horizontal' | 'vertical' | undefined;
  readonly className?: string | undefined;
}

/** A panel of words alone is a stop of its own, so that keys can scroll it. */
function reachable(panel: HTMLElement | null): void {
  if (panel === null) return;
  if (panel.querySelector('button, input, textarea, select, a[href], [tabindex]') === null) panel.tabIndex = 0;
  else panel.removeAttribute('tabindex');
}

interface PanelProps {
  readonly name: string;
  readonly id: string;
  readonly isShown: boolean;
  readonly of: string | null;
  readonly children: ReactNode;
}

/** One panel. While it is hidden it follows nothing; it starts at its top each time it is shown, and with another `of`. */
const Panel = memo(
  function Panel({ name, id, of, children }: PanelProps) {
    const panel = useRef<HTMLDivElement>(null);
    const scrolled = useRef(false);
    // Only what was scrolled is set back: asking for it lays out the whole panel at once.
    // biome-ignore lint/correctness/useExhaustiveDependencies: `of` says when, and each time it is shown
    useLayoutEffect(() => {
      reachable(panel.current);
      if (scrolled.current && panel.current !== null) panel.current.scrollTop = 0;
      scrolled.current = false;
    }, [of]);
    return (
      <div
        role="tabpanel"
        id={`${name}-panel-${id}`}
        aria-labelledby={`${name}-tab-${id}`}
        className="k-tab-panel"
        ref={panel}
        onScroll={({ currentTarget }) => {
          scrolled.current = currentTarget.scrollTop > 0;
        }}
      >
        {children}
      </div>
    );
  },
  // What is shown is drawn with its panel, so that what comes back is up to date in its first frame.
  (_before, after) => !after.isShown,
);

/** Panels of which one is shown. Only that one is in the page, and those that are kept. */
export function Tabs<K extends string>(props: TabsProps<K>) {
  const { label, tabs, selected, onSelect, of = null, orientation = 'horizontal', className } = props;
  const name = useId();
  const place = useRef<HTMLDivElement>(null);
  // The browser itself puts whoever is in a hidden panel out of it only with the next frame, and a letter typed before is lost.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shown panel says when
  useLayoutEffect(() => {
    const { activeElement } = document;
    if (!(activeElement instanceof HTMLElement)) return;
    // A menu of the panel is hidden with it, and stands elsewhere in the page.
    const isOfPanel = place.current?.contains(activeElement) === true || activeElement.closest('.k-popover') !== null;
    if (isOfPanel && !activeElement.checkVisibility()) activeElement.blur();
  }, [selected]);
  const offered = tabs.filter(({ isAway }) => isAway !== true);
  return (
    <div ref={place} className={`k-tabs ${className ?? ''}`.trim()} data-orientation={orientation}>
      <div
        role="tablist"
        aria-label={label}
        aria-orientation={orientation}
        className="k-tab-list"
        onKeyDown={(event) => {
          const to = offered[rove(event, '[role="tab"]') ?? -1];
          if (to !== undefined) onSelect(to.id);
        }}
      >
        {offered.map(({ id, label: words, count }) => (
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
      {tabs.map(({ id, kept, content }) =>
        id === selected || kept === true ? (
          <Activity key={id} mode={id === selected ? 'visible' : 'hidden'}>
            <Panel name={name} id={id} isShown={id === selected} of={of}>
              {content}
            </Panel>
          </Activity>
        ) : null,
      )}
    </div>
  );
}
