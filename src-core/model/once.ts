/** Makes something of an immutable value once, and keeps it as long as the value. @param make pure */
export function once<V extends object, T>(make: (value: V) => T): (value: V) => T {
  const made = new WeakMap<V, { readonly of: T }>();
  return (value) => {
    const known = made.get(value) ?? { of: make(value) };
    made.set(value, known);
    return known.of;
  };
}
