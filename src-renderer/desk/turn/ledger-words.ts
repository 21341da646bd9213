import type { LedgerEntry } from '#core/model/agenda-item.ts';
import { formatTimer } from '#core/text/format.ts';
import { duration } from '#core/time/units.ts';
import type { DeskT } from '../kernel/i18n.ts';

/** A ledger entry in words; what was entered late says so. */
export function ledgerWords(t: DeskT, { what, by }: LedgerEntry): string {
  const time = formatTimer(duration(Math.abs(by)));
  switch (what) {
    case 'add':
      return t(by >= 0 ? 'ledger.add' : 'ledger.take', { time });
    case 'conclude':
      return by === 0 ? t('ledger.concludeOpen') : t('ledger.conclude', { time });
    case 'call':
    case 'start':
    case 'finish':
      return by === 0 ? t(`ledger.${what}`) : t('ledger.late', { what: t(`ledger.${what}`), time });
    case 'pause':
    case 'resume':
    case 'outage':
    case 'restart':
      return t(`ledger.${what}`);
    default:
      return what satisfies never;
  }
}
