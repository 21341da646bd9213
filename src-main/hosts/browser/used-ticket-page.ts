import { markup, plainPage } from '../../documents/plain-page.ts';
import type { mainTexts } from '../i18n.ts';

/** The plain page for a ticket that was used already or is too old. @param t in the language of the terminal */
export const usedTicketPage = (t: ReturnType<typeof mainTexts>): string =>
  plainPage(
    'id',
    markup`<title>${t('ticket.title')}</title>`,
    markup`<h1>${t('ticket.title')}</h1><p>${t('ticket.what')}</p>`,
  );
