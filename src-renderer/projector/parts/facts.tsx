import type { ReactNode } from 'react';

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** A row of plain facts, each under its label. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactNode {
  return (
    <dl className="facts">
      {facts.map(({ label, value }) => (
        <div className="fact" key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
