import { expect, it } from 'vitest';
import { documentTexts } from '#main/documents/texts.ts';
import { mainTexts } from '#main/hosts/i18n.ts';
import { deskT } from '#renderer/desk/kernel/i18n.ts';
import { tooLong } from '#renderer/desk/sheet/too-long.ts';
import { learn, textIn } from '#renderer/kit/i18n-projector.ts';
import { deskIn } from '../../../support/desk-words.ts';

const tooMany = { length: 100_000, max: 20_000 };

it('writes numbers in messages as the language of the message does, everywhere', async () => {
  await learn('en');
  for (const [locale, length, max] of [
    ['id', '100.000', '20.000'],
    ['en', '100,000', '20,000'],
  ] as const) {
    const desk = deskT(deskIn(locale));
    const said = [
      desk('errors:noteTooLong', tooMany),
      mainTexts(locale)('errors:noteTooLong', tooMany),
      tooLong(desk, 'x'.repeat(tooMany.length), tooMany.max) ?? '',
    ];
    for (const text of said) {
      expect(text).toContain(length);
      expect(text).toContain(max);
    }
    const thousand = length.replace('00.000', '.000').replace('00,000', ',000');
    expect(desk('domain:noteCount', { count: 1000 })).toContain(thousand);
    expect(textIn(locale)('domain:noteCount', { count: 1000 })).toContain(thousand);
    expect(documentTexts(locale)('domain:noteCount', { count: 1000 })).toContain(thousand);
  }
});

it('leaves small numbers, texts and what is a name rather than an amount', () => {
  const t = deskT(deskIn('id'));
  expect(t('domain:noteCount', { count: 7 })).toBe('7 catatan');
  expect(t('errors:agencyExists', { name: '20000' })).toContain('20000');
  expect(t('lists.confirm', { line: 1234 })).toContain('1234');
  expect(t('projector.openOnUnnamed', { number: 2, width: 1920, height: 1080 })).toContain('(1920×1080)');
});
