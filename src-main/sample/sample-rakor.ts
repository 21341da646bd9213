import type { Command } from '#core/commands/apply.ts';
import type { Meeting } from '#core/model/meeting.ts';
import type { NewMeetingRequest } from '#core/model/new-meeting.ts';
import type { Duration } from '#core/time/units.ts';

/** The rakor of 17 May 2021 (domain.md §1), with the follow-ups that an earlier one left open. */
export const SAMPLE_REQUEST: NewMeetingRequest = {
  title: 'Rapat Koordinasi Ekspose SKPD',
  date: '2021-05-17',
  agencyText: '',
  carried: [],
};

/** One step of the sample's day: how long after the step before it, and what the operator then does. */
export interface SampleStep {
  readonly after: Duration;
  readonly command: (meeting: Meeting) => Command;
}

/** What makes the fresh sample a prepared rakor: place, leaders, presenters, sheets, attendance. Sent in this order. */
export function samplePreparation(_meeting: Meeting): Command[] {
  return [];
}

/** The whole day, to be played through a session. @param meeting the prepared sample */
export function samplePlay(_meeting: Meeting): SampleStep[] {
  return [];
}
