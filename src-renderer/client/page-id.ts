const KEY = 'ekspose.page';

/**
 * Who this page is among the desks: the same after it is loaded again, another in a second tab. The storage holds it only
 * while the page is on its way out: a tab that is made by copying this one copies its storage too, and must be another.
 * @param storage the window's own (`sessionStorage`)
 * @param leaving tells when the page goes
 */
export function pageId(storage: Storage, leaving: (run: () => void) => void): string {
  const id = storage.getItem(KEY) ?? crypto.randomUUID();
  storage.removeItem(KEY);
  leaving(() => storage.setItem(KEY, id));
  return id;
}
