import { applyCommand } from '#core/commands/apply.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { newMeeting } from '#core/model/new-meeting.ts';
import type { Settings } from '#core/model/settings.ts';
import { type Instant, mono } from '#core/time/units.ts';
import { SAMPLE_AGENCIES } from './agencies.ts';
import { samplePreparation, sampleRequest } from './sample-rakor.ts';

/** The sample meeting as a new user sees it: prepared, not begun. It always has the sample's own agencies. */
export function sampleMeeting(settings: Settings, context: { readonly at: Instant; newId(): string }): Meeting {
  const bare = newMeeting({ ...settings, agencies: [...SAMPLE_AGENCIES] }, sampleRequest(context.newId), context);
  const prepared = samplePreparation(bare).reduce(
    (meeting, command) => applyCommand(meeting, command, { ...context, mono: mono(0) }).meeting,
    bare,
  );
  return { ...prepared, sample: true };
}
