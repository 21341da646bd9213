import type { i18n } from 'i18next';
import type { Locale } from '#core/text/format.ts';
import english from '#renderer/desk/kernel/english-words.ts';
import { deskI18n } from '#renderer/desk/kernel/i18n.ts';

/** The desk's words in a language, at once. */
export function deskIn(locale: Locale): i18n {
  const instance = deskI18n();
  for (const [namespace, words] of Object.entries(english)) instance.addResourceBundle('en', namespace, words);
  void instance.changeLanguage(locale);
  return instance;
}
