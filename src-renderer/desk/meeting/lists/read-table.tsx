import './lists.css';
import { memo, useId } from 'react';
import type { Effect } from '#core/import/agency-effects.ts';
import { Button, IconButton } from '#renderer/kit/button.tsx';
import { useT } from '../../kernel/i18n.ts';

export type ColumnId =
  | 'name'
  | 'short'
  | 'head'
  | 'person'
  | 'time'
  | 'length'
  | 'kind'
  | 'title'
  | 'inCharge'
  | 'role'
  | 'acting'
  | 'office'
  | 'rank'
  | 'nip';

export interface ReadRow {
  readonly key: string;
  readonly line: number;
  readonly cells: Partial<Record<ColumnId, string>>;
  /** What an empty cell will be filled with. */
  readonly fill?: Partial<Record<ColumnId, string>> | undefined;
  /** What using it does. */
  readonly effect?: Effect | undefined;
  /** What else is to be known of it, in words. */
  readonly remarks?: readonly string[] | undefined;
  /** Why it should be looked at, in words. */
  readonly doubts: readonly string[];
  /** Why it cannot be used as it is, in words. */
  readonly problem: string | null;
}

export interface LeftRow {
  readonly key: string;
  readonly line: number;
  readonly text: string;
  readonly why: string;
  /** It contains nothing that could be used. */
  readonly isFixed?: boolean | undefined;
}

export interface ReadTableProps {
  readonly columns: readonly ColumnId[];
  readonly rows: readonly ReadRow[];
  readonly left: readonly LeftRow[];
  /** Columns with a choice of values, and the label of each choice. */
  readonly choices?: Partial<Record<ColumnId, readonly { readonly id: string; readonly label: string }[]>> | undefined;
  onEdit(key: string, column: ColumnId, text: string): void;
  onConfirm(key: string): void;
  /** Includes a row, or excludes it again. */
  onTake(key: string, take: boolean): void;
}

/** Names and titles may be long; they are shown completely, in as many lines as they need. */
const WRAPPING: readonly ColumnId[] = ['name', 'title', 'office', 'rank', 'nip'];

type RowProps = Omit<ReadTableProps, 'rows' | 'left'> & { readonly row: ReadRow };

const Row = memo(function Row({ row, columns, choices, onEdit, onConfirm, onTake }: RowProps) {
  const t = useT();
  const { key, line, cells, effect, remarks = [], doubts, problem } = row;
  const noteId = useId();
  const notes = [...(problem === null ? doubts : [problem]), ...remarks];
  const tone = problem !== null ? 'wrong' : doubts.length > 0 ? 'doubtful' : 'fine';
  return (
    <tr className={`d-read-${tone}`}>
      <td className="d-read-line">
        {line}
        {effect !== undefined && (
          <span className={`d-read-effect d-read-${effect}`}>{t(`lists.effect.${effect}`)}</span>
        )}
      </td>
      {columns.map((column, index) => {
        const label = t('lists.cellOf', { column: t(`lists.column.${column}`), line });
        const described = index === 0 && notes.length > 0 ? { 'aria-describedby': noteId } : {};
        const options = choices?.[column];
        return (
          <td key={column} className={`d-read-${column}`} data-column={t(`lists.column.${column}`)}>
            {options === undefined && WRAPPING.includes(column) ? (
              <textarea
                className="k-input k-textarea"
                rows={1}
                aria-label={label}
                {...described}
                aria-invalid={index === 0 && problem !== null}
                value={cells[column] ?? ''}
                placeholder={row.fill?.[column] ?? ''}
                onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
                onChange={(event) => onEdit(key, column, event.target.value.replaceAll(/\s*\n\s*/g, ' '))}
              />
            ) : options === undefined ? (
              <input
                className="k-input"
                aria-label={label}
                {...described}
                aria-invalid={index === 0 && problem !== null}
                value={cells[column] ?? ''}
                placeholder={row.fill?.[column] ?? ''}
                title={cells[column] ?? ''}
                autoComplete="off"
                onChange={(event) => onEdit(key, column, event.target.value)}
              />
            ) : (
              <select
                className="k-input"
                aria-label={label}
                value={cells[column] ?? ''}
                onChange={(event) => onEdit(key, column, event.target.value)}
              >
                {options.map(({ id, label: name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
            {index === 0 && notes.length > 0 && (
              <p className="d-read-note" id={noteId}>
                {notes.join(' ')}
              </p>
            )}
          </td>
        );
      })}
      <td className="d-read-actions">
        {problem === null && doubts.length > 0 && (
          <IconButton size="small" icon="check" label={t('lists.confirm', { line })} onPress={() => onConfirm(key)} />
        )}
        <IconButton
          size="small"
          icon="close"
          label={t('lists.drop', { name: cells.name ?? cells.title ?? String(line) })}
          onPress={() => onTake(key, false)}
        />
      </td>
    </tr>
  );
});

/** What was read from a pasted table, row by row, to be corrected; and the unused rows, with their reason. */
export function ReadTable({ rows, left, ...rest }: ReadTableProps) {
  const t = useT();
  return (
    <>
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
        <section className="d-read-scroll" aria-label={t('lists.table')} tabIndex={0}>
          <table className="d-read-table">
            <thead>
              <tr>
                <th scope="col" className="d-read-line">
                  {t('lists.column.line')}
                </th>
                {rest.columns.map((column) => (
                  <th key={column} scope="col" className={`d-read-${column}`}>
                    {t(`lists.column.${column}`)}
                  </th>
                ))}
                <th scope="col" className="d-read-actions">
                  <span className="k-hidden">{t('kit:actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.key} row={row} {...rest} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {left.length > 0 && (
        <details className="d-read-left" open={left.length <= 4 || rows.length === 0}>
          <summary>{t('lists.left', { count: left.length })}</summary>
          <ul>
            {left.map(({ key, line, text, why, isFixed }) => (
              <li key={key}>
                <span className="d-read-left-text">
                  {line}. {text.slice(0, 120)}
                </span>
                <span className="d-read-why">{why}</span>
                {isFixed !== true && (
                  <Button size="small" aria-label={t('lists.take', { line })} onPress={() => rest.onTake(key, true)}>
                    {t('lists.takeShort')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
