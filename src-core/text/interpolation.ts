import { formatNumber } from './format.ts';

/**
 * How words are put into messages. React writes text as text, and escaping here would show entities; a number is always
 * written by `NUMBERS`.
 */
export const INTERPOLATION = { escapeValue: false, alwaysFormat: true } as const;

/** Of a number that is a name and not an amount, such as a line of a file: "{{line, plain}}". */
const PLAIN = 'plain';

const nothing = (): void => undefined;

/**
 * A formatter for i18next: numbers are written as the language of the message writes them ("20.000 huruf"), so that no
 * caller has to think of it. Everything else stays what it is.
 */
export const NUMBERS = {
  type: 'formatter' as const,
  init: nothing,
  add: nothing,
  addCached: nothing,
  format: <T>(value: T, format?: string, language?: string): T | string =>
    typeof value === 'number' && format !== PLAIN ? formatNumber(value, language === 'en' ? 'en' : 'id') : value,
};
