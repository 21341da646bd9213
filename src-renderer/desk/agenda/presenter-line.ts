import type { AgendaItem } from '#core/model/agenda-item.ts';
import { agencyOf, type Meeting } from '#core/model/meeting.ts';
import type { DeskT } from '../app/i18n.ts';

/** "Plt. Kepala Dinas", "mewakili Kepala Dinas"; empty when nothing is known. */
export function officeLine(t: DeskT, meeting: Pick<Meeting, 'agencies'>, item: AgendaItem): string {
  const office = item.presenter.office || (agencyOf(meeting, item)?.head ?? '');
  const acting = t(`domain:acting.${item.presenter.acting}`);
  const representing = item.presenter.representing ? t('domain:representing') : '';
  return [representing, acting, office].filter((part) => part !== '').join(' ');
}

/** "Siti Aminah · Plt. Kepala Dinas": who presents, or who is in charge; empty when nothing is known. */
export function presenterLine(t: DeskT, meeting: Pick<Meeting, 'agencies'>, item: AgendaItem): string {
  return [item.presenter.name || item.inCharge, officeLine(t, meeting, item)].filter((part) => part !== '').join(' · ');
}
