/** How a file may be encoded on its way; the first is the smallest. */
const CODINGS = ['br', 'gzip'] as const;
export type Coding = (typeof CODINGS)[number];

/** The weight of one entry: `br;q=0.8`; 1 where none is given, 0 (never) where it cannot be read. */
function weightOf(parameters: readonly string[]): number {
  const given = parameters.map((one) => /^\s*q=(.*)$/i.exec(one)?.[1]).find((one) => one !== undefined);
  const weight = given === undefined ? 1 : Number(given.trim() || Number.NaN);
  return weight >= 0 && weight <= 1 ? weight : 0;
}

/**
 * In which form a file is sent.
 * @param accepted the header `accept-encoding`, as it came
 * @returns the coding that the other end likes best; `null` for none (the file itself), also where it would rather have that
 */
export function codingFor(accepted: string | undefined): Coding | null {
  const weights = new Map<string, number>();
  for (const entry of (accepted ?? '').split(',')) {
    const [name = '', ...parameters] = entry.split(';');
    weights.set(name.trim().toLowerCase(), weightOf(parameters));
  }
  // Without an entry of its own a coding has the weight of `*`; the file itself is the last choice unless it has one.
  const weight = (name: Coding): number => weights.get(name) ?? weights.get('*') ?? 0;
  const best = CODINGS.toSorted((one, other) => weight(other) - weight(one))[0] ?? null;
  return best !== null && weight(best) > 0 && weight(best) >= (weights.get('identity') ?? 0) ? best : null;
}
