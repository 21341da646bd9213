import { expect, it } from 'vitest';
import type { Locale } from '#core/text/format.ts';
import { deskI18n, deskT, speak } from '#renderer/desk/kernel/i18n.ts';

it('speaks English when its words are there, and Indonesian again', async () => {
  const instance = deskI18n();
  const t = deskT(instance);
  const [indonesian] = [t('domain:bringBack')];
  await speak(instance, () => 'en');
  expect(t('domain:bringBack')).not.toBe(indonesian);
  await speak(instance, () => 'id');
  expect(t('domain:bringBack')).toBe(indonesian);
});

it('speaks what is wanted by the time the words are there', async () => {
  const instance = deskI18n();
  let wanted: Locale = 'en';
  const first = speak(instance, () => wanted);
  wanted = 'id';
  await first;
  expect(instance.language).toBe('id');
});
