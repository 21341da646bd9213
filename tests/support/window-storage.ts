/** A window's `sessionStorage`, as far as it is used. @param limit how many characters it accepts in all */
export function windowStorage(limit = 5_000_000): Storage {
  const entries = new Map<string, string>();
  const size = (): number => [...entries].reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  return {
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => {
      const taken = size() - (entries.get(key) ?? '').length;
      if (taken + value.length > limit) throw new DOMException('full', 'QuotaExceededError');
      entries.set(key, value);
    },
    removeItem: (key) => void entries.delete(key),
    clear: () => entries.clear(),
  };
}
