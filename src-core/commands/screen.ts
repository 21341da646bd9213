import { z } from 'zod';
import { ANNOUNCEMENT_MAX } from '../model/lengths.ts';
import { Layout, TextStep } from '../model/screen.ts';
import { Refused } from '../refusals/refusals.ts';
import { define } from './definition.ts';

/** What the projector shows and how. Undo skips these: it takes back changes of the meeting, not of the projector. */
export const screenCommands = {
  /** Blanks the projector, or shows it again. */
  'screen.blank': define(z.object({ on: z.boolean() }), (meeting, { on }) => {
    meeting.blank = on;
  }),

  'screen.layout': define(z.object({ layout: Layout }), (meeting, { layout }) => {
    if (layout === 'announcement' && meeting.screen.announcement === '') throw new Refused('announcementEmpty');
    meeting.screen.layout = layout;
  }),

  /** Stores the announcement and shows it; an empty one removes it. */
  'screen.announce': define(z.object({ text: z.string().trim().max(ANNOUNCEMENT_MAX) }), (meeting, { text }) => {
    meeting.screen.announcement = text;
    meeting.screen.announcedDuring = text === '' ? null : meeting.current;
    if (text !== '') meeting.screen.layout = 'announcement';
    else if (meeting.screen.layout === 'announcement') meeting.screen.layout = 'full';
  }),

  'screen.textStep': define(z.object({ step: TextStep }), (meeting, { step }) => {
    meeting.screen.textStep = step;
  }),

  /** Whether a note that will be shown is projected while it is being typed. */
  'screen.liveTyping': define(z.object({ on: z.boolean() }), (meeting, { on }) => {
    meeting.screen.liveTyping = on;
  }),

  /** Whether the notes are beside the slides. */
  'screen.rail': define(z.object({ on: z.boolean() }), (meeting, { on }) => {
    meeting.screen.rail = on;
  }),

  /** Whether calling an item that has slides shows them. */
  'screen.slidesOnCall': define(z.object({ on: z.boolean() }), (meeting, { on }) => {
    meeting.screen.slidesOnCall = on;
  }),
};
