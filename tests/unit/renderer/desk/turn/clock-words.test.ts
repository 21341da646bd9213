import { describe, expect, it } from 'vitest';
import { faceAt } from '#core/clock/turn-clock.ts';
import { clockLimitsOf } from '#core/schedule/plan-of.ts';
import { duration, minutes } from '#core/time/units.ts';
import { clockTone } from '#renderer/desk/turn/clock-words.ts';
import { openRoom, start } from '../../../../support/build-meeting.ts';

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
