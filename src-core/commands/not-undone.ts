/**
 * The commands that undo does not take back: typing, what the projector shows, and what happens by itself. A list of
 * names, so that a window knows it without the commands' schemas.
 */
export const NOT_UNDONE = [
  'draft.set',
  'draft.drop',
  'screen.blank',
  'screen.layout',
  'screen.announce',
  'screen.textStep',
  'screen.liveTyping',
  'screen.rail',
  'screen.slidesOnCall',
  'slides.counted',
  'slides.page',
] as const;

/** @returns whether undo takes a command of this kind back */
export const isUndoable = (type: string): boolean => !NOT_UNDONE.some((one) => one === type);
