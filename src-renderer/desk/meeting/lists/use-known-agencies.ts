import { useMemo } from 'react';
import type { KnownAgency } from '#core/import/known-agencies.ts';
import { useDeskValue, useMeetingValue } from '../../kernel/desk-context.tsx';

/** The agencies that a list pasted into the open meeting may name: the meeting's own before those of the user's list. */
export function useKnownAgencies(): readonly KnownAgency[] {
  const own = useMeetingValue((meeting) => meeting.agencies);
  const listed = useDeskValue((view) => view.settings.agencies);
  return useMemo(() => [...Object.values(own), ...listed], [own, listed]);
}
