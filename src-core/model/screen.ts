import { z } from 'zod';
import { ANNOUNCEMENT_MAX } from './lengths.ts';

/**
 * What the projector shows. full: clock, agency and notes. clock: clock and agency. notes: the notes, large. agenda:
 * what is done, current and next. hold: the meeting's title. announcement: one line of the operator's. matters: what the
 * agency was ordered before, and its problems. slides: the page that the agency presents, beside its clock.
 */
export const LAYOUTS = ['full', 'clock', 'notes', 'agenda', 'hold', 'announcement', 'matters', 'slides'] as const;
export const Layout = z.enum(LAYOUTS);
export type Layout = z.infer<typeof Layout>;

/** Steps of the text's size around the usual one, which is 0. */
export const TEXT_STEPS = [-1, 0, 1, 2] as const;
export const TextStep = z.literal(TEXT_STEPS);
export type TextStep = z.infer<typeof TextStep>;

/** How the projector shows the meeting. Part of the meeting, so that it is the same after a restart. */
export const Screen = z.object({
  layout: Layout.default('full'),
  /** Empty until the operator has typed one. */
  announcement: z.string().max(ANNOUNCEMENT_MAX).default(''),
  /** The item that was current when it was announced; during another item it may be out of date. */
  announcedDuring: z.string().nullable().default(null),
  textStep: TextStep.default(0),
  /** Whether a note that will be shown is projected while it is typed. */
  liveTyping: z.boolean().default(false),
  /** Whether the notes are beside the slides. */
  rail: z.boolean().default(true),
  /** Whether calling an item that has slides shows them. */
  slidesOnCall: z.boolean().default(false),
});
export type Screen = z.infer<typeof Screen>;

/** Whether the announcement may be shown again without the dialog: it exists, and was made during the current item. */
export const isAnnouncementFresh = ({ announcement, announcedDuring }: Screen, current: string | null): boolean =>
  announcement !== '' && announcedDuring === current;

export const newScreen = (): Screen => ({
  layout: 'full',
  announcement: '',
  announcedDuring: null,
  textStep: 0,
  liveTyping: false,
  rail: true,
  slidesOnCall: false,
});
