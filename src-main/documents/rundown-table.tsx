import type { Rundown, RundownRow } from '#core/minutes/rundown.ts';
import { formatTime } from '#core/text/format.ts';
import { civilDateAt } from '#core/time/zone.ts';
import { inChargeText, lengthText, momentText, nameText, type Paper } from './words.ts';

const COLUMNS = [
  ['no', 'no'],
  ['time', 'span'],
  ['length', 'length'],
  ['item', 'title'],
  ['inCharge', ''],
] as const;

/** Rundown before the meeting: No | (waktu) | Durasi | Acara | Penanggung jawab (domain.md §4). */
export function RundownTable({ rundown, t }: { rundown: Rundown; t: Paper['t'] }) {
  const { rows, title, zone, locale, date } = rundown;
  const paper = { doc: rundown, t };
  const span = ({ start, end }: RundownRow): string => {
    // A plan that runs past midnight says on which day it is by then.
    if (civilDateAt(start, zone) !== date) return momentText(start, paper);
    return `${formatTime(start, zone, locale)}–${formatTime(end, zone, locale)}`;
  };
  return (
    <table className="grid rundown">
      <caption>{t('rundown.caption', { title })}</caption>
      <thead>
        <tr>
          {COLUMNS.map(([key, name]) => (
            <th scope="col" key={key} className={name}>
              {t(`rundown.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={row.id} className="whole">
            <td className="centre">{index + 1}</td>
            <td className="centre">{span(row)}</td>
            <td className="centre">{row.length === 0 ? t('nothing') : lengthText(row.length, t)}</td>
            <th scope="row">{nameText(row, t)}</th>
            <td>{inChargeText(row, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
