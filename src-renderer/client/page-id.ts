const KEY = 'ekspose.page';

/**
 * The name of this page among the desks: the same after a reload, another in a second tab. The storage contains it only
 * while the page is being left: a tab that is made by copying this one copies its storage too, and must get another
 * name.
 * @param storage the window's own (`sessionStorage`)
 * @param leaving subscribes to the page's end
 */
export function pageId(storage: Storage, leaving: (run: () => void) => void): string {
  const id = storage.getItem(KEY) ?? crypto.randomUUID();
  storage.removeItem(KEY);
  leaving(() => storage.setItem(KEY, id));
  return id;
}
