import type { DisplayInfo } from '#core/views/desk.ts';
import style from './display-label.css?raw';
import { Markup, markup, plainPage } from './plain-page.ts';

/**
 * The page that tells a display by its number in the desk's list, its name and its size. Numbers and names need no language.
 * @param number counts from one
 */
export function displayLabelHtml(number: number, { label, width, height }: DisplayInfo): string {
  const name = label === '' ? markup`` : markup`<p class="what">${label}</p>`;
  return plainPage(
    'id',
    // Our own style sheet, admitted by its hash.
    markup`<title>${number}</title><style>${new Markup(style)}</style>`,
    markup`<p class="number">${number}</p><div>${name}<p class="what">${width} × ${height}</p></div>`,
  );
}
