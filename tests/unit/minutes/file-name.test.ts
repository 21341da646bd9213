import { expect, it } from 'vitest';
import { minutesFileName } from '#main/documents/file-name.ts';

it.each([
  ['Rakor', 'Notula Rakor 2021-05-17.pdf'],
  ['Rakor: PUPR/Dinkes "I" <?>|*\\', 'Notula Rakor PUPR Dinkes I 2021-05-17.pdf'],
  ['../../etc', 'Notula .. .. etc 2021-05-17.pdf'],
  ['\u0000\u202E\n', 'Notula Rakor 2021-05-17.pdf'],
  ['Rakor 🏗️', 'Notula Rakor 🏗️ 2021-05-17.pdf'],
])('%j', (title, name) => {
  expect(minutesFileName({ title, date: '2021-05-17' })).toBe(name);
});

it('stays short enough for every file system', () => {
  expect(minutesFileName({ title: 'a'.repeat(300), date: '2021-05-17' }).length).toBeLessThan(90);
  const pairs = minutesFileName({ title: `a${'🏗'.repeat(100)}`, date: '2021-05-17' });
  expect(pairs).not.toMatch(/\p{Cs}/u);
});
