import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { remembering } from '#renderer/kit/remembering.ts';

async function words() {
  const instance = createInstance();
  const id = { domain: { late: 'Terlambat', by: 'lewat {{count}} hari' } };
  await instance.init({ lng: 'id', defaultNS: 'domain', ns: ['domain'], resources: { id } });
  let looked = 0;
  const plain = instance.getFixedT('id', ['domain']) as unknown as (...given: unknown[]) => string;
  const lookup = Object.assign(
    (...given: unknown[]): string => {
      looked += 1;
      return plain(...given);
    },
    { lng: 'id' },
  );
  return { t: remembering(lookup), looked: () => looked };
}

describe('a lookup that remembers', () => {
  it('looks a word up once', async () => {
    const { t, looked } = await words();
    expect([t('late'), t('late'), looked()]).toEqual(['Terlambat', 'Terlambat', 1]);
  });

  it('fills blanks each time', async () => {
    const { t } = await words();
    expect([1, 2].map((count) => t('by', { count }))).toEqual(['lewat 1 hari', 'lewat 2 hari']);
  });

  it('looks words up once for what is filled into their blanks', async () => {
    const { t, looked } = await words();
    expect([1, 2, 1, 2].map((count) => t('by', { count }))).toEqual(['1', '2', '1', '2'].map((n) => `lewat ${n} hari`));
    expect(looked()).toBe(2);
  });

  it('looks them up again where it cannot say whether the same is filled in', async () => {
    const { t, looked } = await words();
    const given = { count: 1, replace: { count: 3 } };
    expect([t('by', given), t('by', { ...given, replace: { count: 4 } }), looked()]).toEqual([
      'lewat 3 hari',
      'lewat 4 hari',
      2,
    ]);
  });

  it('forgets what was looked up longest ago', async () => {
    const { t, looked } = await words();
    t('by', { count: -1 });
    for (let count = 0; count < 1_999; count += 1) t('by', { count });
    t('by', { count: -1 });
    expect(looked()).toBe(2_000);
    t('by', { count: 1_999 });
    t('by', { count: -1 });
    expect(looked()).toBe(2_001);
    t('by', { count: 0 });
    expect(looked()).toBe(2_002);
  });

  it('is what the lookup was besides', async () => {
    expect((await words()).t.lng).toBe('id');
  });
});
