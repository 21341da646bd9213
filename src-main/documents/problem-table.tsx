import type { DocumentHead } from '#core/minutes/head.ts';
import type { MinutesProblem } from '#core/minutes/minutes.ts';
import { formatDate } from '#core/text/format.ts';
import { problemRemarkText, problemStatusText, raisedText } from './matter-words.ts';
import { rowClass } from './sheet.tsx';
import type { Paper } from './words.ts';

interface TableProps {
  readonly rows: readonly MinutesProblem[];
  readonly paper: Paper<Pick<DocumentHead, 'locale' | 'term'>>;
  readonly caption: string;
  /** Whether the agency has a column: not in a document of one agency. */
  readonly withAgency: boolean;
}

/** The recurring problems: since when, how often, and what became of them. */
export function ProblemTable({ rows, paper, caption, withAgency }: TableProps) {
  const { doc, t } = paper;
  return (
    <table className={`grid problems ${withAgency ? 'of-all' : 'of-one'}`}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="no">
            {t('fields:number')}
          </th>
          {withAgency && (
            <th scope="col" className="agency">
              {doc.term}
            </th>
          )}
          <th scope="col" className="what">
            {t('problem.text')}
          </th>
          <th scope="col" className="date">
            {t('problem.since')}
          </th>
          <th scope="col" className="raised">
            {t('problem.raised')}
          </th>
          <th scope="col" className="status">
            {t('fields:status')}
          </th>
          <th scope="col">{t('fields:remark')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={row.id} className={rowClass(row.text, row.remark, row.evidence)}>
            <td className="centre">{index + 1}</td>
            {withAgency && <td>{row.agency || t('nothing')}</td>}
            <th scope="row">
              <span className="text">{row.text}</span>
            </th>
            <td>{formatDate(row.since, doc.locale)}</td>
            <td className="centre">{raisedText(row, paper) || t('nothing')}</td>
            <td>{problemStatusText(row, paper)}</td>
            <td className="text">{problemRemarkText(row, paper) || t('nothing')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
