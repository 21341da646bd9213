import { describe, expect, it } from 'vitest';
import { minutes } from '#core/time/units.ts';
import { breaksFor } from '#renderer/desk/search/break-entries.ts';

describe('the breaks that a search offers', () => {
  it('are the usual ones, or the one that is named', () => {
    expect(breaksFor('istirahat')).toEqual([minutes(10), minutes(15), minutes(30)]);
    expect(breaksFor('Istirahat 25')).toEqual([minutes(25)]);
    expect(breaksFor('rehat 7 menit')).toEqual([minutes(7)]);
    expect(breaksFor('istir')).toHaveLength(3);
  });

  it('are none while a name is searched, nor of no length', () => {
    for (const typed of ['', 'is', '10', 'Dinas Istirahat', 'istana', 'istirahat 0', 'istirahat 999']) {
      expect(breaksFor(typed), typed).toEqual([]);
    }
  });
});
