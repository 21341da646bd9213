import type { AgendaItem } from '#core/model/agenda-item.ts';
import { AGENCY_NAME_MAX, AGENCY_SHORT_MAX, SHORT_TEXT_MAX } from '#core/model/lengths.ts';
import type { DeskT } from '../kernel/i18n.ts';
import { limitsProblem } from '../meeting/limits-draft.ts';
import type { ItemDraft } from './item-draft.ts';

export type ItemProblems = Partial<
  Record<'name' | 'short' | 'head' | 'presenter' | 'office' | 'title' | 'inCharge' | 'limits', string>
>;

/** What prevents saving, by field, in the user's words. */
export function draftProblems(t: DeskT, draft: ItemDraft, kind: AgendaItem['kind']): ItemProblems {
  const problems: ItemProblems = {};
  const measure = (key: keyof ItemProblems, text: string, max: number): void => {
    if (text.length > max) problems[key] = t('kit:tooLong', { length: text.length, max });
  };
  if (kind === 'agency') {
    if (draft.agency.name.trim() === '') problems.name = t('errors:agencyNameEmpty');
    measure('name', draft.agency.name.trim(), AGENCY_NAME_MAX);
    measure('short', draft.agency.short.trim(), AGENCY_SHORT_MAX);
    measure('head', draft.agency.head, SHORT_TEXT_MAX);
    measure('presenter', draft.presenter.name, SHORT_TEXT_MAX);
    measure('office', draft.presenter.office, SHORT_TEXT_MAX);
  } else {
    measure('title', draft.title, SHORT_TEXT_MAX);
    measure('inCharge', draft.inCharge, SHORT_TEXT_MAX);
  }
  const limits = draft.limitsChoice === 'own' ? limitsProblem(draft.ownLimits) : null;
  if (limits !== null) problems.limits = t(`item.limitsProblem.${limits}`);
  return problems;
}
