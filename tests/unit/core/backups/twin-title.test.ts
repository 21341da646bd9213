import { describe, expect, it } from 'vitest';
import { twinTitle } from '#core/backups/twin-title.ts';
import { instant } from '#core/time/units.ts';
import { instantOf } from '#core/time/zone.ts';

const meeting = { title: 'Rakor', zone: 'WITA', locale: 'id' } as const;
const at = instantOf('2021-05-17', '02:40', 'WITA');
const words = (time: string): string => `dari cadangan ${time}`;

describe('a meeting imported from a backup beside its original', () => {
  it('bears the time of the backup, in the meeting’s own zone', () => {
    expect(twinTitle(meeting, at, at, [], words)).toBe('Rakor (dari cadangan 02.40)');
    expect(twinTitle({ ...meeting, zone: 'WIB', locale: 'en' }, at, at, [], words)).toBe('Rakor (dari cadangan 01:40)');
  });

  it('bears the day too where it is another', () => {
    const later = instant(at + 86_400_000);
    expect(twinTitle(meeting, at, later, [], words)).toBe('Rakor (dari cadangan 17 Mei 2021 02.40)');
  });

  it('is numbered from the second of one time on', () => {
    const taken = ['Rakor (dari cadangan 02.40)', 'Rakor (dari cadangan 02.40, 2)'];
    expect(twinTitle(meeting, at, at, taken, words)).toBe('Rakor (dari cadangan 02.40, 3)');
  });

  it('keeps its mark when the title is as long as one may be', () => {
    const title = twinTitle({ ...meeting, title: 'x'.repeat(300) }, at, at, [], words);
    expect([title.length, title.endsWith('(dari cadangan 02.40)')]).toEqual([300, true]);
  });
});
