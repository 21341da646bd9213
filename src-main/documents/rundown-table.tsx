import type { Rundown } from '#core/minutes/rundown.ts';
import { spanText } from './labels.ts';
import { inChargeText, lengthText, nameText, type Paper } from './words.ts';

const COLUMNS = [
  ['no', 'no'],
  ['time', 'span'],
  ['length', 'length'],
  ['item', 'title'],
  ['inCharge', ''],
] as const;

/** The rundown before the meeting (docs/domain/records.md#the-agenda), with a column for times. */
export function RundownTable({ rundown, t }: { rundown: Rundown; t: Paper['t'] }) {
  const { rows, title } = rundown;
  const paper = { doc: rundown, t };
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
            <td className="centre">{spanText(row, paper)}</td>
            <td className="centre">{row.length === 0 ? t('nothing') : lengthText(row.length, t)}</td>
            <th scope="row">{nameText(row, t)}</th>
            <td>{inChargeText(row, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
