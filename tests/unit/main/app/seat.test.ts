import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type Mono, mono } from '#core/time/units.ts';
import { deskSeat, NOBODY, seatAfter } from '#main/app/seat.ts';

/**
 * Plays pages that connect and disconnect: `[seconds, connected pages]` each.
 * @returns who holds the seat at the end
 */
const played = (...steps: [number, string[]][]): string | null =>
  steps.reduce((seated, [at, pages]) => seatAfter(seated, pages, mono(at * 1000)), NOBODY).holder;

describe('the desk’s one seat', () => {
  it('is the first desk’s, and stays so when others come', () => {
    expect(played([0, []])).toBeNull();
    expect(played([0, ['a']], [1, ['a', 'b']], [2, ['a', 'b', 'c']])).toBe('a');
  });

  it('is kept for a page that reloads, and then goes to the one that has waited longest', () => {
    const looksOn: [number, string[]][] = [
      [0, ['a']],
      [1, ['a', 'b']],
      [2, ['a', 'b', 'c']],
      [3, ['b', 'c']],
      [7, ['b', 'c']],
    ];
    expect(played(...looksOn)).toBe('a');
    expect(played(...looksOn, [7.5, ['b', 'c', 'a']])).toBe('a');
    expect(played(...looksOn, [8, ['b', 'c']])).toBe('b');
    expect(played(...looksOn, [8, ['b', 'c']], [9, ['b', 'c', 'a']])).toBe('b');
  });

  it('goes at once to a new page when its holder is away: it is the first desk again, after a crash', () => {
    expect(played([0, ['a']], [1, []], [1.1, ['a2']])).toBe('a2');
    // One that looked on is not new, also when its own connection broke for a moment.
    expect(played([0, ['a']], [1, ['a', 'b']], [2, []], [3, ['b']])).toBe('a');
  });

  it('is held by nobody only while nobody was ever there, and after that by one', () => {
    const pages = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd'));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), pages), { minLength: 1 }), (steps) => {
        let at = 0;
        let seated = NOBODY;
        let everThere = false;
        for (const [wait, connected] of steps) {
          const before = seated.holder;
          at += wait;
          seated = seatAfter(seated, connected, mono(at * 1000));
          everThere ||= connected.length > 0;
          expect(seated.holder !== null).toBe(everThere);
          if (before !== null && connected.includes(before)) expect(seated.holder).toBe(before);
          if (seated.holder !== before) expect(connected).toContain(seated.holder);
        }
      }),
    );
  });
});

describe('who may write', () => {
  const desk = (pages: string[] | null) => {
    const onChange = vi.fn();
    let now: Mono = mono(0);
    const seat = deskSeat({ connected: () => pages, mono: () => now, onChange });
    return { seat, onChange, wait: (ms: number) => (now = mono(now + ms)) };
  };

  it('is everybody where there is never more than one desk', () => {
    const { seat } = desk(null);
    expect(seat.mayWrite('window')).toBe(true);
    expect(seat.holder()).toBeNull();
  });

  it('is held by one page, and changes by a takeover, of which all are informed', () => {
    const { seat, onChange } = desk(['a', 'b']);
    expect([seat.mayWrite('a'), seat.mayWrite('b')]).toEqual([true, false]);
    onChange.mockClear();
    seat.takeOver('b');
    expect(onChange).toHaveBeenCalledOnce();
    expect([seat.mayWrite('a'), seat.mayWrite('b'), seat.holder()]).toEqual([false, true, 'b']);
    seat.follow();
    expect(onChange).toHaveBeenCalledOnce();
  });

  it('is one that waits when the holder stays away, without anything else happening', () => {
    vi.useFakeTimers();
    const pages = ['a', 'b'];
    const { seat, onChange, wait } = desk(pages);
    seat.follow();
    pages.shift();
    seat.follow();
    onChange.mockClear();
    wait(5_100);
    vi.advanceTimersByTime(5_100);
    expect(onChange).toHaveBeenCalledOnce();
    expect(seat.mayWrite('b')).toBe(true);
    seat.stop();
    vi.useRealTimers();
  });
});
