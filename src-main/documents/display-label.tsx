import { renderToStaticMarkup } from 'react-dom/server';
import type { DisplayInfo } from '#core/views/desk.ts';
import style from './display-label.css?raw';

/**
 * The page that shows a display's number in the desk's list, its name and its size. Numbers and names need no
 * translation.
 * @param number counts from one
 */
export function displayLabelHtml(number: number, { label, width, height }: DisplayInfo): string {
  const size = `${width} × ${height}`;
  const page = (
    <html lang="id">
      <head>
        <meta charSet="utf-8" />
        <title>{String(number)}</title>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own style sheet, admitted by its hash */}
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <p className="number">{number}</p>
        <div>
          {label === '' ? null : <p className="what">{label}</p>}
          <p className="what">{size}</p>
        </div>
      </body>
    </html>
  );
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}
