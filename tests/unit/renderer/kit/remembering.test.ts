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

  it('is what the lookup was besides', async () => {
    expect((await words()).t.lng).toBe('id');
  });
});
