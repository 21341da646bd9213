import { describe, expect, it } from 'vitest';
import { standingOf } from '#core/model/follow-up-now.ts';

const TODAY = '2026-06-15';
const inDays = (days: number): string => new Date(Date.parse(TODAY) + days * 86_400_000).toISOString().slice(0, 10);
const of = (given: Partial<Parameters<typeof standingOf>[0]>) =>
  standingOf({ status: 'open', due: inDays(60), extension: null, entries: [], ...given }, TODAY, TODAY);

describe('how a follow-up stands', () => {
  it('is late from the day after its due date', () => {
    expect([-1, 0].map((days) => of({ due: inDays(days) }))).toEqual(['late', 'attention']);
    expect(of({ due: inDays(-9), status: 'done' })).toBe('done');
  });

  it('needs attention a week before its due date, and while a later one is asked for or was refused', () => {
    expect([7, 8].map((days) => of({ due: inDays(days) }))).toEqual(['attention', 'onTrack']);
    const asked = (answer: 'proposed' | 'granted' | 'refused') => of({ extension: { due: inDays(90), answer } });
    expect([asked('proposed'), asked('refused'), asked('granted')]).toEqual(['attention', 'attention', 'onTrack']);
  });

  it('needs attention when nothing was heard of it for more than thirty days', () => {
    const ordered = (days: number) =>
      standingOf({ status: 'open', due: null, extension: null, entries: [] }, inDays(-days), TODAY);
    expect([ordered(30), ordered(31)]).toEqual(['onTrack', 'attention']);
  });
});
