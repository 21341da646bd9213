import aria from '#locales/en/aria.json';
import desk from '#locales/en/desk.ts';
import domain from '#locales/en/domain.json';
import errors from '#locales/en/errors.json';
import fields from '#locales/en/fields.json';
import kit from '#locales/en/kit.json';

/** The desk's words in English: a script of its own, since most desks never speak it. */
export default { aria, desk, domain, errors, fields, kit };
