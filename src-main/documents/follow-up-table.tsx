import type { Cite, MinutesFollowUp } from '#core/minutes/minutes.ts';
import { formatDate } from '#core/text/format.ts';
import { type Paper, speakerText } from './words.ts';

function citeText({ speaker, kind, date }: Cite, { minutes, t }: Paper): string {
  const day = formatDate(date, minutes.locale);
  if (speaker === null) return t('followUp.cite.nobody', { date: day });
  return t(`followUp.cite.${kind}`, { who: speakerText(speaker, t), date: day });
}

const COLUMNS = [
  ['no', 'no'],
  ['what', 'what'],
  ['plan', 'plan'],
  ['inCharge', 'in-charge'],
  ['due', 'date'],
  ['status', 'status'],
  ['remark', ''],
  ['doneOn', 'date'],
] as const;

/** Matriks tindak lanjut, with the columns of domain.md §4. */
export function FollowUpTable({ rows, paper }: { rows: readonly MinutesFollowUp[]; paper: Paper }) {
  const { minutes, t } = paper;
  const day = (date: string | null) => (date === null ? '–' : formatDate(date, minutes.locale));
  return (
    <table className="grid matrix">
      <caption>{t('followUp.caption')}</caption>
      <thead>
        <tr>
          {COLUMNS.map(([key, name]) => (
            <th scope="col" key={key} className={name}>
              {t(`followUp.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={row.id}>
            <td className="centre">{index + 1}</td>
            <th scope="row">
              <span className="text">{row.what}</span>
              <p className="cite">{citeText(row.cite, paper)}</p>
            </th>
            <td className="text">{row.plan || '–'}</td>
            <td>{row.inCharge.join(', ') || '–'}</td>
            <td>{day(row.due)}</td>
            <td>{t(`domain:followUpStatus.${row.status}`)}</td>
            <td className="text">{row.remark || '–'}</td>
            <td>{day(row.doneOn)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
