import type { AgendaItem } from '#core/model/agenda-item.ts';
import type { DeskT } from '../kernel/i18n.ts';

/** An item's state in words; "sedang memaparkan" is used only for agencies. */
export const statusText = (t: DeskT, item: AgendaItem): string =>
  item.status === 'running' && item.kind !== 'agency' ? t('agenda.goingOn') : t(`domain:itemStatus.${item.status}`);
