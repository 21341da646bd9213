import type { BudgetPoint, TargetSeries } from '#core/archive/agency-page.ts';
import { budgetRatio } from '#core/model/sheet.ts';
import { inWords } from '#core/text/amount-words.ts';
import { formatDate, formatPercent } from '#core/text/format.ts';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useT } from '../kernel/i18n.ts';
import { useFirstRows } from './first-rows.tsx';

/** How much of the whole, as a bar; the numbers stand beside it, so it says nothing to a screen reader. */
function Share({ ratio }: { ratio: number | null }) {
  if (ratio === null) return null;
  const percent = Math.max(0, Math.min(100, ratio * 100));
  return (
    <span className="d-share" aria-hidden="true">
      <span className="d-share-part" style={{ inlineSize: `${percent}%` }} />
    </span>
  );
}

/** How many indicators, and meetings of each, are drawn until more are asked for. */
const FIRST = { indicators: 4, meetings: 6 };

/** What was allotted and what was spent, meeting by meeting, the newest first. */
export function BudgetYears({ points }: { points: readonly BudgetPoint[] }) {
  const t = useT();
  const locale = useLocale();
  const { shown, more } = useFirstRows(points.toReversed());
  if (points.length === 0) return null;
  const rupiah = (amount: number | null): string => inWords(amount, locale) ?? '–';
  return (
    <section className="k-card d-agency-part">
      <h3 className="k-heading">{t('fields:sheet.budget')}</h3>
      <table className="d-agency-table">
        <thead>
          <tr>
            <th scope="col">{t('menu.title')}</th>
            <th scope="col">{t('sheet.money.ceiling')}</th>
            <th scope="col">{t('sheet.money.realised')}</th>
            <th scope="col">%</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((point) => {
            const ratio = budgetRatio({ ...point, remark: '' });
            return (
              <tr key={point.meetingId}>
                <td>{formatDate(point.date, locale)}</td>
                <td>{rupiah(point.ceiling)}</td>
                <td>{rupiah(point.realised)}</td>
                <td>
                  {ratio === null ? '–' : formatPercent(ratio, locale)}
                  <Share ratio={ratio} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {more}
    </section>
  );
}

function Target({ series: { indicator, unit, points } }: { series: TargetSeries }) {
  const t = useT();
  const locale = useLocale();
  const { shown, more } = useFirstRows(points.toReversed(), FIRST.meetings);
  return (
    <>
      <table className="d-agency-table">
        <caption>{unit === '' ? indicator : `${indicator} (${unit})`}</caption>
        <thead>
          <tr>
            <th scope="col">{t('menu.title')}</th>
            <th scope="col">{t('fields:sheet.target')}</th>
            <th scope="col">{t('fields:sheet.achieved')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((point) => (
            <tr key={point.meetingId}>
              <td>{formatDate(point.date, locale)}</td>
              <td>{point.target || '–'}</td>
              <td>
                {point.achieved || '–'}
                <Share
                  ratio={
                    point.targetNumber === null || point.achievedNumber === null || point.targetNumber === 0
                      ? null
                      : point.achievedNumber / point.targetNumber
                  }
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </>
  );
}

/** Each indicator with what was aimed at and what was reached, meeting by meeting, the newest first. */
export function TargetYears({ series }: { series: readonly TargetSeries[] }) {
  const t = useT();
  const { shown, more } = useFirstRows(series, FIRST.indicators);
  if (series.length === 0) return null;
  return (
    <section className="k-card d-agency-part">
      <h3 className="k-heading">{t('sheet.targets')}</h3>
      {shown.map((one) => (
        <Target key={`${one.indicator}/${one.unit}`} series={one} />
      ))}
      {more}
    </section>
  );
}
