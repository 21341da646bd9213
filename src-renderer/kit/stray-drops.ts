/** Whether something from outside is dragged that a page would open in its own place. */
const opensPage = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer !== null && ['Files', 'text/uri-list'].some((type) => dataTransfer.types.includes(type));

/**
 * Ignores a file or a link dropped on a window, unless a part of the page accepts it (with `preventDefault`). By
 * default the page would open it in place of the application.
 */
export function refuseStrayDrops(page: Window): void {
  const root = page.document.documentElement;
  page.addEventListener('dragover', (event) => {
    if (!opensPage(event) || event.defaultPrevented) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none';
  });
  page.addEventListener('drop', (event) => {
    delete root.dataset.dragged;
    if (opensPage(event)) event.preventDefault();
  });
  // A frame has a page of its own that would accept it; `base.css` disables frames meanwhile.
  page.addEventListener('dragenter', (event) => {
    if (opensPage(event)) root.dataset.dragged = 'outside';
  });
  page.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) delete root.dataset.dragged;
  });
}
