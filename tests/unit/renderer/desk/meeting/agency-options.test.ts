import { expect, it } from 'vitest';
import { agencyOptions, fullOptionOf, optionOf } from '#renderer/desk/meeting/agency-options.ts';
import { optionMatches } from '#renderer/kit/option-match.ts';
import { openRoom } from '../../../../support/build-meeting.ts';

const DINKES = { id: 'a1', name: 'Dinas Kesehatan', short: 'Dinkes' };

it('an agency to choose is found by its name and by its short name, whichever is shown first', () => {
  for (const option of [optionOf(DINKES), fullOptionOf(DINKES)])
    for (const typed of ['dinkes', 'kesehatan', 'dinas dinkes']) expect(optionMatches(option, typed), typed).toBe(true);
  expect(optionOf(DINKES)).toMatchObject({ label: 'Dinkes', detail: 'Dinas Kesehatan' });
  expect(fullOptionOf(DINKES)).toMatchObject({ label: 'Dinas Kesehatan', detail: 'Dinkes' });
  const meeting = openRoom().meeting();
  const shorts = Object.values(meeting.agencies).map(({ short }) => short);
  for (const short of shorts) expect(agencyOptions(meeting).some((option) => optionMatches(option, short))).toBe(true);
});

it('an agency is said once where it has no other name', () => {
  for (const short of ['', 'Inspektorat']) {
    const agency = { id: 'a2', name: 'Inspektorat', short };
    expect(optionOf(agency)).toEqual({ id: 'a2', label: 'Inspektorat' });
    expect(fullOptionOf(agency)).toEqual({ id: 'a2', label: 'Inspektorat' });
  }
});
