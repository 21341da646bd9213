import {
  type ArchivePaper,
  type BoardGroup,
  type BoardPaper,
  type BoardPaperRow,
  eachOnce,
  type Progress,
  totalOf,
} from '#core/minutes/board-paper.ts';
import { STANDINGS } from '#core/model/follow-up-now.ts';
import { formatDate } from '#core/text/format.ts';
import { groupText, standingText, statusText } from './board-words.ts';
import { inChargeNames } from './labels.ts';
import { saidText } from './matter-words.ts';
import { rowClass } from './sheet.tsx';
import { citeText, type Paper } from './words.ts';

interface RowProps {
  readonly row: BoardPaperRow;
  readonly number: number;
  readonly paper: Paper<ArchivePaper>;
  readonly isWhole: boolean;
}

/** A follow-up; on a paper of one agency without its plan and who is in charge. */
function Row({ row, number, paper, isWhole }: RowProps) {
  const { doc, t } = paper;
  const said = saidText(row, paper);
  return (
    <tr className={rowClass(row.what, isWhole ? row.plan : '', said)}>
      <td className="centre">{number}</td>
      <th scope="row">
        <span className="text">{row.what}</span>
        <p className="cite">{citeText(row.cite, paper)}</p>
      </th>
      {isWhole && <td className="text">{row.plan || t('nothing')}</td>}
      {isWhole && <td>{inChargeNames({ inCharge: row.inCharge, forAll: '' }, t)}</td>}
      <td>{row.due === null ? t('nothing') : formatDate(row.due, doc.locale)}</td>
      <td>
        <strong>{standingText(row, t)}</strong>
        <p>{statusText(row, paper)}</p>
      </td>
      <td className="text">{said || t('nothing')}</td>
    </tr>
  );
}

interface TableProps {
  readonly groups: readonly BoardGroup[];
  readonly paper: Paper<ArchivePaper>;
  readonly caption: string;
  /** With plan and who is in charge. */
  readonly isWhole: boolean;
}

/** The follow-ups of all meetings, in groups or in one list; one that several groups share keeps its number. */
export function BoardTable({ groups, paper, caption, isWhole }: TableProps) {
  const { t } = paper;
  const columns = [
    ['fields:number', 'no'],
    ['followUp.what', 'what'],
    ...(isWhole
      ? ([
          ['followUp.plan', 'plan'],
          ['fields:inCharge', 'in-charge'],
        ] as const)
      : []),
    ['followUp.due', 'date'],
    ['board.standing', 'status'],
    ['fields:remark', ''],
  ] as const;
  const numbers = new Map(eachOnce(groups).map(({ id }, index) => [id, index + 1]));
  return (
    <table className={`grid ${isWhole ? 'board' : 'reminder'}`}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(([key, name]) => (
            <th scope="col" key={key} className={name}>
              {t(key)}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ name, rows }) => {
        const heading = name === null ? '' : groupText(name, t);
        return (
          <tbody key={heading}>
            {heading !== '' && (
              <tr>
                <th scope="rowgroup" className="group-name" colSpan={columns.length}>
                  {heading}
                </th>
              </tr>
            )}
            {rows.map((row) => (
              <Row key={row.id} row={row} number={numbers.get(row.id) ?? 0} paper={paper} isWhole={isWhole} />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

/** Width of a bar, in points. */
const BAR = 150;
/** From the left: what is finished first. */
const PARTS = STANDINGS.toReversed();

function Bar({ counts, label }: { counts: Progress['counts']; label: string }) {
  const all = Math.max(1, totalOf(counts));
  const widths = PARTS.map((standing) => (BAR * counts[standing]) / all);
  return (
    <svg className="progress" width={`${BAR}pt`} height="8pt" viewBox={`0 0 ${BAR} 8`} role="img" aria-label={label}>
      {PARTS.map((standing, index) => (
        <rect
          key={standing}
          className={`is-${standing}`}
          x={widths.slice(0, index).reduce((sum, width) => sum + width, 0)}
          y={0}
          width={widths[index] ?? 0}
          height={8}
        />
      ))}
      <rect className="frame" x={0.25} y={0.25} width={BAR - 0.5} height={7.5} />
    </svg>
  );
}

/** Progress by leader and by agency: the numbers, and a bar of the same. */
export function ProgressTable({ paper }: { paper: Paper<BoardPaper> }) {
  const { doc, t } = paper;
  return (
    <table className="grid progress-table">
      <caption>{t('board.progressCaption', { term: doc.term })}</caption>
      <thead>
        <tr>
          <th scope="col" className="name">
            {t('fields:name')}
          </th>
          {STANDINGS.map((standing) => (
            <th scope="col" key={standing} className="figure">
              {t(`domain:standing.${standing}`)}
            </th>
          ))}
          <th scope="col" className="figure">
            {t('board.count')}
          </th>
          <th scope="col">{t('board.bar')}</th>
        </tr>
      </thead>
      <tbody>
        {doc.progress.map(({ name, counts }) => {
          const text = groupText(name, t);
          const label = t('board.barLabel', { done: counts.done, count: totalOf(counts), late: counts.late });
          return (
            <tr key={`${'agency' in name} ${text}`} className="whole">
              <th scope="row">{text}</th>
              {STANDINGS.map((standing) => (
                <td key={standing} className="centre">
                  {counts[standing]}
                </td>
              ))}
              <td className="centre">{totalOf(counts)}</td>
              <td>
                <Bar counts={counts} label={label} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
