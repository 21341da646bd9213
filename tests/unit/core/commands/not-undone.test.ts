import { expect, it } from 'vitest';
import { COMMAND_TYPES } from '#core/commands/apply.ts';
import { isUndoable, NOT_UNDONE } from '#core/commands/not-undone.ts';

it('lists what undo does not take back: typing, the projector, and the pages of slides', () => {
  const not = COMMAND_TYPES.filter((type) => !isUndoable(type));
  expect(not.toSorted()).toEqual([...NOT_UNDONE].toSorted());
  expect(not.filter((type) => !/^(?:draft|screen)\./.test(type)).toSorted()).toEqual(['slides.counted', 'slides.page']);
  expect(COMMAND_TYPES.filter((type) => /^(?:draft|screen)\./.test(type) && isUndoable(type))).toEqual([]);
});
