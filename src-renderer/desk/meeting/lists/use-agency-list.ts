import { useMemo, useState } from 'react';
import { type AgencyCorrection, type SettledAgencies, settleAgencies } from '#core/import/agency-corrections.ts';
import { type AgencyEffects, agencyEffects } from '#core/import/agency-effects.ts';
import { readAgencies } from '#core/import/agency-list.ts';
import { type KnownAgency, knownAgencies, type RememberedAgency, withHistory } from '#core/import/known-agencies.ts';
import type { AgencyRow } from '#core/model/agency.ts';
import { useFormState } from '../../kernel/forms/use-form-state.ts';

export interface AgencyList extends SettledAgencies {
  readonly text: string;
  readonly isTooLarge: boolean;
  /** What the rows would do. */
  readonly effects: AgencyEffects;
  /** The rows that will be used. */
  readonly agencies: readonly AgencyRow[];
  /** Whether something was read and nothing must be corrected. */
  readonly isReady: boolean;
  setText(text: string): void;
  edit(key: string, fields: Partial<AgencyRow>): void;
  take(key: string, take: boolean): void;
  /** Tells what earlier meetings know, so that former names are recognised. */
  remember(agencies: readonly RememberedAgency[]): void;
}

/**
 * A pasted list of agencies with the user's corrections. A correction belongs to its line, so that it stays while the
 * surrounding text is changed.
 * @param known the agencies that the list may name
 * @param screenPart as `useFormState` takes it
 * @param present the agencies that the list will change, if they are others
 */
export function useAgencyList(known: readonly KnownAgency[], screenPart?: string, present = known): AgencyList {
  const [text, setText] = useFormState('', 'list', screenPart);
  const [corrected, setCorrected] = useFormState<Readonly<Record<string, AgencyCorrection>>>(
    {},
    'corrections',
    screenPart,
  );
  const corrections = useMemo(() => new Map(Object.entries(corrected)), [corrected]);
  const [remembered, remember] = useState<readonly RememberedAgency[]>([]);
  const index = useMemo(() => knownAgencies(withHistory(known, remembered)), [known, remembered]);
  const reading = useMemo(() => readAgencies(text, index), [text, index]);
  const settled = useMemo(() => settleAgencies(reading, corrections, index), [reading, corrections, index]);
  const effects = useMemo(() => agencyEffects(settled.taken, present), [settled, present]);
  const correct = (key: string, change: (before: AgencyCorrection) => AgencyCorrection): void =>
    setCorrected((before) => ({ ...before, [key]: change(before[key] ?? {}) }));
  return {
    ...settled,
    text,
    isTooLarge: reading.isTooLarge,
    agencies: settled.taken.map(({ row }) => row),
    isReady: settled.taken.length > 0 && settled.wrong === 0,
    effects,
    setText,
    edit: (key, fields) => correct(key, (before) => ({ ...before, fields: { ...before.fields, ...fields } })),
    take: (key, take) => correct(key, (before) => ({ ...before, take })),
    remember,
  };
}
