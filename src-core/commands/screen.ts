import { z } from 'zod';
import { ANNOUNCEMENT_MAX } from '../model/lengths.ts';
import { Layout, TextStep } from '../model/screen.ts';
import { Refused } from '../refusals/refusals.ts';
import { define } from './definition.ts';

/** What the projector shows and how. Not undone: undo takes back what the meeting says, not where the room looks. */
export const screenCommands = {
  /** Blanks the projector, or brings it back. */
  'screen.blank': define(
    z.object({ on: z.boolean() }),
    (meeting, { on }) => {
      meeting.blank = on;
    },
    false,
  ),

  'screen.layout': define(
    z.object({ layout: Layout }),
    (meeting, { layout }) => {
      if (layout === 'announcement' && meeting.screen.announcement === '') throw new Refused('announcementEmpty');
      meeting.screen.layout = layout;
    },
    false,
  ),

  /** Keeps the announcement and puts it on the screen; an empty one takes it off again. */
  'screen.announce': define(
    z.object({ text: z.string().trim().max(ANNOUNCEMENT_MAX) }),
    (meeting, { text }) => {
      meeting.screen.announcement = text;
      meeting.screen.announcedDuring = text === '' ? null : meeting.current;
      if (text !== '') meeting.screen.layout = 'announcement';
      else if (meeting.screen.layout === 'announcement') meeting.screen.layout = 'full';
    },
    false,
  ),

  'screen.textStep': define(
    z.object({ step: TextStep }),
    (meeting, { step }) => {
      meeting.screen.textStep = step;
    },
    false,
  ),

  /** Whether a note that is for the room is projected while it is still being typed. */
  'screen.liveTyping': define(
    z.object({ on: z.boolean() }),
    (meeting, { on }) => {
      meeting.screen.liveTyping = on;
    },
    false,
  ),
};
