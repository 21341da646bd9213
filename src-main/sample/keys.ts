import type { AgendaItem } from '#core/model/agenda-item.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { SAMPLE_AGENCIES } from './agencies.ts';

/** The key of the sample's material for an item: the sample's id of its agency, or the item's kind. */
export function materialKey(meeting: Meeting, item: AgendaItem): string {
  if (item.agencyId === null) return item.kind;
  const name = meeting.agencies[item.agencyId]?.name;
  return SAMPLE_AGENCIES.find((agency) => agency.name === name)?.id ?? item.agencyId;
}

/** This meeting's id of an agency of the sample, or `null` when the user's list has no agency of that name. */
export function agencyIdIn(meeting: Meeting, sampleId: string): string | null {
  const name = SAMPLE_AGENCIES.find(({ id }) => id === sampleId)?.name;
  return Object.values(meeting.agencies).find((agency) => agency.name === name)?.id ?? null;
}
