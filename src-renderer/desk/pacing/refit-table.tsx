import { itemOf, type Meeting } from '#core/model/meeting.ts';
import type { RefitRow } from '#core/pacing/refit.ts';
import { formatTime } from '#core/text/format.ts';
import { durationText } from '#core/time/clock-text.ts';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { type DeskT, useT } from '../kernel/i18n.ts';
import { useItemNames } from '../meeting/item-name.ts';

const limitsText = (t: DeskT, { soft, hard }: RefitRow['before']): string =>
  hard === null
    ? t('pacing.table.none')
    : [...new Set([soft, hard].flatMap((mark) => (mark === null ? [] : durationText(mark))))].join(' / ');

/** Before and after, turn by turn. */
export function RefitTable({ meeting, rows }: { meeting: Meeting; rows: readonly RefitRow[] }) {
  const t = useT();
  const locale = useLocale();
  const names = useItemNames();
  const time = (at: RefitRow['startBefore']): string => formatTime(at, meeting.zone, locale);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className="d-adjust-scroll" aria-label={t('pacing.table.title')} tabIndex={0}>
      <table className="d-ledger d-adjust-table">
        <thead>
          <tr>
            <th scope="col">{meeting.term}</th>
            <th scope="col">{t('pacing.table.before')}</th>
            <th scope="col">{t('pacing.table.after')}</th>
            <th scope="col">{t('pacing.table.startBefore')}</th>
            <th scope="col">{t('pacing.table.startAfter')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ itemId, kept, before, after, startBefore, startAfter }) => {
            const item = itemOf(meeting, itemId);
            const changed = before.hard !== after.hard || before.soft !== after.soft;
            return (
              <tr key={itemId}>
                <th scope="row" className="d-adjust-name">
                  {item === null ? '' : names.brief(meeting, item)}
                </th>
                <td className="d-figures">{limitsText(t, before)}</td>
                <td className={`d-figures ${changed ? 'd-adjust-changed' : ''}`}>
                  {changed
                    ? `${(after.hard ?? 0) < (before.hard ?? 0) ? '↓' : '↑'} ${limitsText(t, after)}`
                    : kept === null
                      ? t('pacing.table.same')
                      : t(`pacing.table.kept.${kept}`)}
                </td>
                <td className="d-figures">{time(startBefore)}</td>
                <td className="d-figures">{time(startAfter)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
