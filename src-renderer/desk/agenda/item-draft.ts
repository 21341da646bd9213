import type { PayloadOf } from '#core/commands/apply.ts';
import type { Agency } from '#core/model/agency.ts';
import type { AgendaItem } from '#core/model/agenda-item.ts';
import { type Limits, NO_LIMITS } from '#core/model/limits.ts';
import type { Meeting } from '#core/model/meeting.ts';

export type LimitsChoice = 'default' | 'own' | 'none';

/** What the item's dialog edits: the item, and for an agency's turn the agency itself. */
export interface ItemDraft {
  readonly agency: Pick<Agency, 'name' | 'short' | 'head'>;
  readonly title: string;
  readonly inCharge: string;
  readonly presenter: AgendaItem['presenter'];
  readonly limitsChoice: LimitsChoice;
  /** Kept while another choice is selected, so that returning to "own" restores what was typed. */
  readonly ownLimits: Limits;
  readonly planned: AgendaItem['planned'];
  readonly fixedStart: AgendaItem['fixedStart'];
}

const isNone = (limits: Limits): boolean => limits.soft === null && limits.hard === null;

/** An agency's turn uses the meeting's limits unless it has its own; other items have no limits unless they are set. */
function choiceOf(item: AgendaItem): LimitsChoice {
  if (item.limits === null) return item.kind === 'agency' ? 'default' : 'none';
  return isNone(item.limits) ? 'none' : 'own';
}

export function itemDraft(meeting: Meeting, item: AgendaItem): ItemDraft {
  const agency = item.agencyId === null ? undefined : meeting.agencies[item.agencyId];
  return {
    agency: { name: agency?.name ?? '', short: agency?.short ?? '', head: agency?.head ?? '' },
    title: item.title,
    inCharge: item.inCharge,
    presenter: item.presenter,
    limitsChoice: choiceOf(item),
    ownLimits: item.limits === null || isNone(item.limits) ? meeting.limits : item.limits,
    planned: item.planned,
    fixedStart: item.fixedStart,
  };
}

export function limitsOfDraft(draft: ItemDraft, kind: AgendaItem['kind']): Limits | null {
  switch (draft.limitsChoice) {
    case 'default':
      return null;
    case 'own':
      return draft.ownLimits;
    case 'none':
      return kind === 'agency' ? NO_LIMITS : null;
    default:
      return draft.limitsChoice satisfies never;
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Only what was changed, as the commands take it; `null` if there is nothing to send. */
export function itemChanges(
  before: ItemDraft,
  after: ItemDraft,
  item: Pick<AgendaItem, 'id' | 'kind' | 'agencyId'>,
): { agency: PayloadOf<'agency.edit'> | null; item: PayloadOf<'item.edit'> | null } {
  const fields: PayloadOf<'item.edit'>['fields'] = {};
  if (after.title !== before.title) fields.title = after.title.trim();
  if (after.inCharge !== before.inCharge) fields.inCharge = after.inCharge.trim();
  if (!same(after.presenter, before.presenter)) fields.presenter = after.presenter;
  if (!same(limitsOfDraft(after, item.kind), limitsOfDraft(before, item.kind)))
    fields.limits = limitsOfDraft(after, item.kind);
  if (after.planned !== before.planned) fields.planned = after.planned;
  if (after.fixedStart !== before.fixedStart) fields.fixedStart = after.fixedStart;
  return {
    agency:
      item.agencyId === null || same(before.agency, after.agency) ? null : { agencyId: item.agencyId, ...after.agency },
    item: Object.keys(fields).length === 0 ? null : { itemId: item.id, fields },
  };
}
