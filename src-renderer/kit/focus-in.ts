/**
 * Focuses the first of what fits these selectors within a place and is seen, else the place itself.
 * @param id of the place
 * @param selectors CSS, the most wanted first
 */
export function focusIn(id: string, ...selectors: string[]): void {
  const place = document.getElementById(id);
  const found = selectors
    .flatMap((selector) => [...(place?.querySelectorAll<HTMLElement>(selector) ?? [])])
    .find((one) => one.checkVisibility());
  (found ?? place)?.focus();
}
