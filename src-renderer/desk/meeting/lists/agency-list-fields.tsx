import { useEffect } from 'react';
import { hasAgencyHeader } from '#core/import/agency-columns.ts';
import { PASTE_ROWS_MAX } from '#core/import/agency-list.ts';
import { Notice } from '#renderer/kit/notice.tsx';
import { useArchive } from '../../kernel/archive/use-archive.ts';
import { useT } from '../../kernel/i18n.ts';
import { ListText } from './list-text.tsx';
import { type ColumnId, ReadTable } from './read-table.tsx';
import type { AgencyList } from './use-agency-list.ts';

const NOTHING = {};
/** How many agencies that go away are named; of more only the number is of use. */
const UNNAMED_SHOWN = 12;
const COLUMNS: readonly ColumnId[] = ['name', 'short', 'head'];
const WITH_PERSON: readonly ColumnId[] = [...COLUMNS, 'person'];

export interface AgencyListFieldsProps {
  readonly label: string;
  readonly list: AgencyList;
  /** Whether there is a column for the presenters' names. */
  readonly hasPersons: boolean;
  /** Whether agencies that the list does not name go away. */
  readonly replaces?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
}

/** A box for a list of agencies, and below it the table that was read from it, to be corrected before it is used. */
export function AgencyListFields({ label, list, hasPersons, replaces, autoFocus }: AgencyListFieldsProps) {
  const t = useT();
  const { taken, left, doubtful, wrong, effects, remember } = list;
  const { answer: remembered } = useArchive('agencies', NOTHING);
  useEffect(() => {
    if (remembered !== null) remember(remembered);
  }, [remembered, remember]);
  const isEmpty = list.text.trim() === '';
  const error = list.isTooLarge
    ? t('lists.tooLarge', { rows: PASTE_ROWS_MAX })
    : isEmpty || taken.length > 0
      ? null
      : t('lists.none');
  const columns = hasPersons && taken.some(({ row }) => row.person !== '') ? WITH_PERSON : COLUMNS;
  return (
    <div className="k-form">
      <ListText
        label={label}
        hint={t('lists.hint')}
        example={t('lists.example')}
        text={list.text}
        error={error}
        hasHeader={hasAgencyHeader}
        onChange={list.setText}
        autoFocus={autoFocus}
      />
      {taken.length > 0 && (
        <p className="k-hint" role="status">
          {t('lists.read', { count: taken.length })}
          {': '}
          {t('lists.effects', { ...effects.counts, left: left.length })}{' '}
          {wrong > 0 && `${t('lists.wrong', { count: wrong })} `}
          {doubtful > 0 && t('lists.doubtful', { count: doubtful })}
          {wrong === 0 && doubtful === 0 && t('lists.fine')}
        </p>
      )}
      {replaces === true && taken.length > 0 && effects.unnamed.length > 0 && (
        <Notice tone="warning">
          {t('lists.unnamed', {
            count: effects.unnamed.length,
            names: effects.unnamed
              .slice(0, UNNAMED_SHOWN)
              .map((agency) => agency.short || agency.name)
              .concat(effects.unnamed.length > UNNAMED_SHOWN ? ['…'] : [])
              .join(', '),
          })}
        </Notice>
      )}
      {!hasPersons && taken.some(({ row }) => row.person !== '') && (
        <Notice tone="info">{t('lists.personsNotKept')}</Notice>
      )}
      <ReadTable
        columns={columns}
        rows={taken.map(({ key, line, row, known, calledHere, doubts, problem }) => ({
          key,
          line,
          cells: { ...row },
          fill: known === null ? undefined : { short: known.short, head: known.head },
          effect: effects.rows.get(key)?.effect,
          remarks: [
            ...(calledHere === null ? [] : [t('lists.calledHere', { written: calledHere })]),
            ...(effects.rows.get(key)?.was.map((was) => t('lists.was', { was })) ?? []),
          ],
          doubts: doubts.map((doubt) => t(`lists.doubt.${doubt}`)),
          problem: problem === null ? null : t(`lists.problem.${problem}`),
        }))}
        left={left.map(({ key, line, text, why }) => ({ key, line, text, why: t(`lists.why.${why}`) }))}
        onEdit={(key, column, text) => list.edit(key, { [column]: text })}
        onConfirm={(key) => list.take(key, true)}
        onTake={list.take}
      />
    </div>
  );
}
