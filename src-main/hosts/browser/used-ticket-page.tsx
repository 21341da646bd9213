import { renderToStaticMarkup } from 'react-dom/server';
import type { mainTexts } from '../i18n.ts';

/** The page for a ticket that was used already or is too old. @param t in the language of the terminal */
export function usedTicketPage(t: ReturnType<typeof mainTexts>): string {
  const page = (
    <html lang="id">
      <head>
        <meta charSet="utf-8" />
        <title>{t('ticket.title')}</title>
      </head>
      <body>
        <h1>{t('ticket.title')}</h1>
        <p>{t('ticket.what')}</p>
      </body>
    </html>
  );
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}
