import { describe, expect, it } from 'vitest';
import { duration, instant, minutes, mono, seconds } from '#core/time/units.ts';
import type { TurnView } from '#core/views/projector.ts';
import { textIn } from '#renderer/kit/i18n-projector.ts';
import { untilNextPaint } from '#renderer/projector/frames.ts';
import { clockLimits, turnFace, turnSecond } from '#renderer/projector/turn-face.ts';
import { finishText, leftOf, officeParts, turnText } from '#renderer/projector/words.ts';
import { NOW, running } from '../../../support/projector-views.ts';

const t = textIn('id');
const now = instant(Date.parse(NOW));
const at = (ms: number) => ({ mono: mono(ms), now });
const plain = (text: string) => text.replaceAll('\u2063', '');
const spent = (ms: number, view: TurnView = running): TurnView => ({
  ...view,
  clock: { ...view.clock, spent: duration(ms), anchor: mono(0) },
});
const breakView: TurnView = {
  ...running,
  isBreak: true,
  turn: null,
  item: { kind: 'break', title: '' },
  limits: { soft: null, hard: null },
  planned: minutes(90),
  gap: duration(0),
};

describe('the clock card', () => {
  it('shows the time left, then the last minutes, then the overtime', () => {
    const face = (ms: number) => turnFace(spent(0), at(ms), t);
    expect(face(276_000)).toMatchObject({
      tone: 'running',
      digits: '07:24',
      words: 'Sisa waktu',
      detail: 'batas 12 menit',
    });
    expect(face(624_000)).toMatchObject({
      tone: 'wrapUp',
      digits: '01:36',
      words: '2 menit terakhir',
      detail: 'mohon simpulkan',
    });
    expect(face(795_000)).toMatchObject({
      tone: 'overtime',
      digits: '+01:15',
      words: 'Waktu habis',
      detail: 'lewat waktu',
    });
  });

  it('has other words only when the second says so', () => {
    const seconds = Array.from({ length: 14 * 60 }, (_, n) => n * 1000);
    for (const view of [spent(0), spent(0, breakView)]) {
      const words = new Map<string, string>();
      for (const ms of seconds) {
        const { digits, bar, ...said } = turnFace(view, at(ms), t);
        const second = turnSecond(view, at(ms));
        expect([second.digits, second.progress]).toEqual([digits, bar?.progress ?? 0]);
        const before = words.get(second.part);
        words.set(second.part, JSON.stringify(said));
        expect(before ?? JSON.stringify(said)).toBe(JSON.stringify(said));
      }
      // Words change a few times in a turn, not with each second.
      expect(words.size).toBeLessThan(8);
    }
  });

  it('sets the marks of the bar on the limits with the added time in them', () => {
    const bar = (added: number) => turnFace({ ...running, clock: { ...running.clock, added } }, at(0), t).bar;
    expect(bar(0)).toMatchObject({ soft: { at: 10 / 12, label: '10 mnt' }, hard: '12 mnt' });
    expect(bar(120_000)).toMatchObject({ soft: { at: 12 / 14, label: '12 mnt' }, hard: '14 mnt' });
  });

  it('says what was added, and not what was removed', () => {
    const added = (by: number) => turnFace({ ...running, clock: { ...running.clock, added: by } }, at(0), t).added;
    expect([added(0), added(120_000), added(-60_000), added(47_000)]).toEqual(['', 'ditambah 2 menit', '', '']);
  });

  // "Cukup" at 3:13 leaves a minute: the limit is then 4:13.
  const enough = (ms: number): TurnView => ({ ...running, clock: { ...spent(ms).clock, added: -467_000 } });

  it('names the minutes that the digits show, whatever was removed', () => {
    const said = (ms: number) => {
      const { digits, words, detail } = turnFace(enough(ms), at(0), t);
      return [digits, words, detail];
    };
    expect(said(193_000)).toEqual(['01:00', '1 menit terakhir', 'mohon simpulkan']);
    expect(said(192_000)).toEqual(['01:01', '2 menit terakhir', 'mohon simpulkan']);
    expect(said(252_000)).toEqual(['00:01', '1 menit terakhir', 'mohon simpulkan']);
  });

  it('shows no limit with odd seconds that nobody chose', () => {
    const { bar } = turnFace(enough(193_000), at(0), t);
    expect([bar?.soft?.label, bar?.hard]).toEqual(['', '']);
    expect(turnFace(enough(0), at(0), t).detail).toBe('');
    const own = { soft: seconds(390), hard: seconds(450) };
    const given = turnFace({ ...spent(0), limits: own }, at(0), t);
    expect([given.detail, given.bar?.soft?.label, given.bar?.hard]).toEqual([
      'batas 7:30 menit',
      '6:30 mnt',
      '7:30 mnt',
    ]);
  });

  it('shows no soft mark where there is none, or where it falls on the hard one', () => {
    for (const soft of [null, minutes(12)]) {
      expect(turnFace({ ...running, limits: { soft, hard: minutes(12) } }, at(0), t).bar?.soft).toBeNull();
    }
  });

  it('counts up, without a bar, where nothing limits the item', () => {
    const view = { ...spent(3_723_000), limits: { soft: null, hard: null }, planned: minutes(15) };
    expect(turnFace(view, at(0), t)).toMatchObject({
      tone: 'running',
      digits: '1:02:03',
      words: 'Waktu berjalan',
      detail: 'rencana 15 menit',
      bar: null,
    });
  });

  it('counts a break down from its planned length, and never scolds when it is over', () => {
    expect(clockLimits(breakView)).toEqual({ soft: null, hard: minutes(90) });
    expect(turnFace(spent(minutes(17), breakView), at(0), t)).toMatchObject({ tone: 'rest', digits: '1:13:00' });
    expect(turnFace(spent(minutes(93), breakView), at(0), t)).toMatchObject({ tone: 'wrapUp', digits: '+03:00' });
  });

  it('keeps the digits and says that it is paused', () => {
    const paused: TurnView = { ...running, stage: 'paused', clock: { ...running.clock, anchor: null } };
    expect(turnFace(paused, at(60_000), t)).toMatchObject({ tone: 'paused', digits: '07:24', detail: 'sisa waktu' });
  });
});

describe('the foot of the screen', () => {
  it('estimates the finish from what is left now', () => {
    const view = spent(0, { ...running, plan: [] });
    expect(plain(finishText(view, at(0), t))).toBe('perkiraan selesai 09.54');
    expect(plain(finishText(view, at(minutes(15)), t))).toBe('perkiraan selesai 09.42');
  });

  it('counts the changeover only when somebody follows', () => {
    const next = { id: 'a', planned: minutes(12), gap: minutes(2), fixedStart: null };
    expect(plain(finishText(spent(0, { ...running, plan: [next] }), at(0), t))).toBe('perkiraan selesai 10.08');
  });

  it('names the day when the finish is not today', () => {
    const long = { id: 'a', planned: minutes(60 * 20), gap: duration(0), fixedStart: null };
    expect(plain(finishText(spent(0, { ...running, plan: [long] }), at(0), t))).toBe('perkiraan selesai Selasa 05.56');
  });

  it('counts turns for agencies and finished turns for the rest', () => {
    expect(plain(turnText(running, t))).toBe('Giliran 6 dari 39');
    expect(plain(turnText({ ...running, turn: null }, t))).toBe('Selesai 5 dari 39 SKPD');
  });

  it('leaves nothing of a turn that is over', () => {
    expect(leftOf(spent(minutes(20)), at(0))).toBe(0);
  });
});

describe('the presenter’s line', () => {
  const presenter = { name: 'Siti', office: '', acting: 'none', representing: false, head: 'Kepala Dinas' } as const;
  it('names the office, else the head’s title, with what acts for it', () => {
    expect(officeParts(presenter, t)).toEqual(['Kepala Dinas']);
    expect(officeParts({ ...presenter, acting: 'plt' }, t)).toEqual(['Plt. Kepala Dinas']);
    expect(officeParts({ ...presenter, office: 'Sekretaris' }, t)).toEqual(['Sekretaris']);
    expect(officeParts({ ...presenter, head: '' }, t)).toEqual([]);
  });
  it('says whom a representative represents', () => {
    expect(officeParts({ ...presenter, office: 'Sekretaris', representing: true }, t)).toEqual([
      'Sekretaris',
      'mewakili Kepala Dinas',
    ]);
    expect(officeParts({ ...presenter, representing: true }, t)).toEqual(['mewakili Kepala Dinas']);
    expect(officeParts({ ...presenter, head: '', representing: true }, t)).toEqual(['mewakili']);
  });
});

describe('when the window paints again', () => {
  const frame = (view: TurnView, ms: number, wall: number) => ({
    view,
    beat: { mono: mono(ms), now: instant(now + wall) },
    connected: true,
  });
  it('follows the turn’s seconds while one runs, whatever the wall clock says', () => {
    expect(untilNextPaint(frame(spent(0), 250, 900))).toBe(750);
  });
  it('follows the wall clock’s seconds otherwise', () => {
    const paused: TurnView = { ...running, stage: 'paused', clock: { spent: seconds(5), anchor: null, added: 0 } };
    expect(untilNextPaint(frame(paused, 250, 900))).toBe(100);
  });
});
