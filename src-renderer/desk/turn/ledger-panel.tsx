import type { ItemId } from '#core/model/agenda-item.ts';
import { formatTime, formatTimer } from '#core/text/format.ts';
import { EmptyState } from '#renderer/kit/empty-state.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useMeetingValue } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { ledgerWords } from './ledger-words.ts';

/** The ledger of a turn. */
export function LedgerPanel({ itemId }: { itemId: ItemId }) {
  const t = useT();
  const locale = useLocale();
  const ledger = useMeetingValue((meeting) => meeting.agenda.items[itemId]?.turn.ledger);
  const zone = useMeetingValue((meeting) => meeting.zone);
  if (ledger === undefined || ledger.length === 0) {
    return <EmptyState title={t('ledger.empty')}>{t('ledger.emptyWhat')}</EmptyState>;
  }
  return (
    <div className="d-card d-ledger-card">
      <table className="d-ledger">
        <thead>
          <tr>
            <th scope="col">{t('fields:timeOfDay')}</th>
            <th scope="col">{t('ledger.what')}</th>
            <th scope="col" className="d-right">
              {t('fields:spent')}
            </th>
          </tr>
        </thead>
        <tbody>
          {ledger.map((entry, index) => (
            // A ledger only grows at its end, so a row's index is its identity.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <tr key={index}>
              <td className="d-figures">{formatTime(entry.at, zone, locale)}</td>
              <td>{ledgerWords(t, entry)}</td>
              <td className="d-figures d-right">{formatTimer(entry.spent)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
