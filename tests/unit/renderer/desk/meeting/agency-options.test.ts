import { expect, it } from 'vitest';
import { optionOf } from '#renderer/desk/meeting/agency-options.ts';
import { optionMatches } from '#renderer/kit/option-match.ts';

it('finds an agency to choose by its name and by its short one', () => {
  const option = optionOf({ id: 'a', name: 'Dinas Kesehatan', short: 'Dinkes' });
  for (const typed of ['dinkes', 'kesehatan', 'Dinas Kes'])
    expect([typed, optionMatches(option, typed)]).toEqual([typed, true]);
  expect(optionMatches(option, 'PUPR')).toBe(false);
  expect(optionOf({ id: 'b', name: 'Inspektorat', short: '' })).toEqual({ id: 'b', label: 'Inspektorat' });
});
