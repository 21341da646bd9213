import { describe, expect, it } from 'vitest';
import { clockLimitsOf } from '#core/schedule/plan-of.ts';
import { faceAt, minuteOf, spentAt } from '#core/schedule/turn-clock.ts';
import { duration, minutes } from '#core/time/units.ts';
import { deskI18n, deskT } from '#renderer/desk/kernel/i18n.ts';
import { clockDetail, clockTone, clockWord } from '#renderer/desk/turn/clock-words.ts';
import { openRoom, type Room, start } from '../../../../support/build-meeting.ts';

describe('the desk’s clock in a break', () => {
  it('counts down as the wall does, and scolds nobody when it is over', () => {
    const room = openRoom();
    room.send({ type: 'agenda.addOther', kind: 'break', title: '', planned: minutes(15), fixedStart: null, index: 0 });
    start(room, 'break');
    const shown = () => {
      const item = room.item('break');
      const face = faceAt(item.turn, clockLimitsOf(room.meeting(), item), room.clock.mono());
      return [face.meaning, face.shown, clockTone(item, face)];
    };
    room.clock.advance(minutes(5));
    expect(shown()).toEqual(['left', minutes(10), 'breakLeft']);
    room.clock.advance(minutes(11));
    expect(shown()).toEqual(['over', duration(60_000), 'breakOver']);
  });
});

describe('the words beside the desk’s clock', () => {
  const t = deskT(deskI18n());
  const AGENCY = 'Dinas Kesehatan';
  const words = (room: Room, name: string): [string, string] => {
    const item = room.item(name);
    const limits = clockLimitsOf(room.meeting(), item);
    const face = faceAt(item.turn, limits, room.clock.mono());
    const minute = minuteOf(spentAt(item.turn, room.clock.mono()));
    return [clockWord(t, clockTone(item, face), face), clockDetail(t, item, limits, minute)];
  };

  it('say of the digits what they are, from the call to the end', () => {
    const room = openRoom();
    room.send({ type: 'turn.call', itemId: room.item(AGENCY).id });
    expect(words(room, AGENCY)).toEqual(['Belum dimulai', 'batas 10–12 menit']);
    room.send({ type: 'turn.start' });
    room.clock.advance(minutes(4));
    expect(words(room, AGENCY)).toEqual(['Sisa waktu', 'menit ke-5 dari 10–12']);
    room.send({ type: 'turn.pause' });
    expect(words(room, AGENCY)).toEqual(['Dijeda', 'menit ke-5 dari 10–12']);
    room.send({ type: 'turn.resume' });
    room.clock.advance(minutes(7));
    expect(words(room, AGENCY)).toEqual(['Mohon simpulkan', 'menit ke-12 dari 10–12']);
    room.clock.advance(minutes(1));
    expect(words(room, AGENCY)).toEqual(['Waktu habis', 'menit ke-13 dari 10–12']);
  });

  it('say what was added and what was removed', () => {
    const room = openRoom();
    start(room, AGENCY);
    room.send({ type: 'turn.addTime', by: duration(minutes(2)) });
    expect(words(room, AGENCY)[1]).toBe('menit ke-1 dari 12–14 · ditambah 2 menit');
    room.send({ type: 'turn.addTime', by: duration(-minutes(3)) });
    expect(words(room, AGENCY)[1]).toBe('menit ke-1 dari 9–11 · dikurangi 1 menit');
  });

  it('call a clock that nothing limits what it is', () => {
    const room = openRoom();
    start(room, 'opening');
    expect(words(room, 'opening')[0]).toBe('Waktu berjalan');
    room.send({ type: 'turn.pause' });
    expect(words(room, 'opening')[0]).toBe('Dijeda');
  });
});
