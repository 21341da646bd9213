import type { DocumentHead } from '#core/minutes/head.ts';
import type { MinutesFollowUp } from '#core/minutes/minutes.ts';
import { formatDate } from '#core/text/format.ts';
import { inChargeNames } from './labels.ts';
import { dueText, remarkText } from './matter-words.ts';
import { rowClass } from './sheet.tsx';
import { citeText, type Paper } from './words.ts';

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

interface TableProps {
  readonly rows: readonly MinutesFollowUp[];
  readonly paper: Paper<DocumentHead>;
  readonly caption: string;
}

/** The follow-up matrix (docs/domain/records.md#the-follow-up-matrix). */
export function FollowUpTable({ rows, paper, caption }: TableProps) {
  const { doc, t } = paper;
  const day = (date: string | null) => (date === null ? t('nothing') : formatDate(date, doc.locale));
  return (
    <table className="grid matrix">
      <caption>{caption}</caption>
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
          <tr key={row.id} className={rowClass(row.what, row.plan, remarkText(row, paper))}>
            <td className="centre">{index + 1}</td>
            <th scope="row">
              <span className="text">{row.what}</span>
              <p className="cite">{citeText(row.cite, paper)}</p>
            </th>
            <td className="text">{row.plan || t('nothing')}</td>
            <td>{inChargeNames(row, t)}</td>
            <td className="text">{dueText(row, paper) || t('nothing')}</td>
            <td>{t(`domain:followUpStatus.${row.status}`)}</td>
            <td className="text">{remarkText(row, paper) || t('nothing')}</td>
            <td>{day(row.doneOn)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
