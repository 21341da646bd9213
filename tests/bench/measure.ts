/** The smallest sample that a part of all do not exceed (nearest rank); `part` from 0 to 1. Of 20, p95 is the 19th. */
export function percentile(samples: readonly number[], part: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
}

export interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** The maximum; `null` if the figure is only reported. */
  readonly limit: number | null;
}

const rounded = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(3));

export function table(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ what }) => what.length));
  return rows
    .map(({ what, value, unit, limit }) => {
      const verdict = limit === null ? '' : value <= limit ? `  ≤ ${limit} pass` : `  > ${limit} FAIL`;
      return `${what.padEnd(width)}  ${rounded(value).padStart(10)} ${unit}${verdict}`;
    })
    .join('\n');
}
