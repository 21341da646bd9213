import './press-style.ts';
import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';

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

/** Panels of which one is shown. Only that one is in the page. */
export function Tabs<K extends string>({ label, tabs, selected, onSelect, orientation, className }: TabsProps<K>) {
  return (
    <AriaTabs
      className={`k-tabs ${className ?? ''}`.trim()}
      orientation={orientation ?? 'horizontal'}
      selectedKey={selected}
      onSelectionChange={(key) => {
        const chosen = tabs.find(({ id }) => id === key);
        if (chosen !== undefined) onSelect(chosen.id);
      }}
    >
      <TabList aria-label={label} className="k-tab-list">
        {tabs.map(({ id, label: name, count }) => (
          <Tab key={id} id={id} className="k-tab">
            {name}
            {count !== undefined && count > 0 && <span className="k-tab-count"> ({count})</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="k-tab-panel">
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
