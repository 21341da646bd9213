import { memo, type RefObject } from 'react';
import type { ListedAgency } from '#core/model/agency.ts';
import { IconButton } from '#renderer/kit/button.tsx';
import { Checkbox } from '#renderer/kit/checkbox.tsx';
import { RemoveRow } from '#renderer/kit/remove-row.tsx';
import { TextArea, TextField } from '#renderer/kit/text-field.tsx';
import { useT } from '../kernel/i18n.ts';
import type { RowProblem } from './agency-rows.ts';

export interface AgencyRowProps {
  readonly agency: ListedAgency;
  readonly number: number;
  readonly isLast: boolean;
  readonly isNew: boolean;
  readonly problem: RowProblem | null;
  onChange(id: string, fields: Partial<Omit<ListedAgency, 'id'>>): void;
  onMove(id: string, by: 1 | -1): void;
  onRemove(id: string): void;
  /** Takes the focus when the last row is taken away by a key. */
  readonly afterLast: RefObject<HTMLElement | null>;
}

/** A row of the user's list; rerendered only when it changes. */
export const AgencyRow = memo(function AgencyRow(props: AgencyRowProps) {
  const { agency, number, isLast, isNew, problem, onChange, onMove, onRemove, afterLast } = props;
  const t = useT();
  const { id } = agency;
  const name = agency.name.trim() || t('agencies.row', { n: number });
  return (
    <tr className="d-agency-row">
      <td className="d-agency-number">{number}</td>
      <td>
        <Checkbox
          label={t('agencies.include', { name })}
          isSelected={agency.inAgenda}
          onChange={(inAgenda) => onChange(id, { inAgenda })}
        />
      </td>
      <td>
        <TextArea
          label={t('agencies.nameOf', { n: number })}
          rows={1}
          hideLabel
          value={agency.name}
          onChange={(text) => onChange(id, { name: text.replace(/\s*\n\s*/g, ' ') })}
          autoFocus={isNew}
          error={problem === null ? null : t(`agencies.problem.${problem}`)}
        />
      </td>
      <td>
        <TextField
          label={t('agencies.shortOf', { n: number })}
          hideLabel
          value={agency.short}
          onChange={(short) => onChange(id, { short })}
        />
      </td>
      <td>
        <TextField
          label={t('agencies.headOf', { n: number })}
          hideLabel
          value={agency.head}
          onChange={(head) => onChange(id, { head })}
        />
      </td>
      <td className="d-agency-actions">
        <IconButton
          size="small"
          icon="arrowUp"
          label={t('agencies.up', { name })}
          isAtEnd={number === 1}
          onPress={() => onMove(id, -1)}
        />
        <IconButton
          size="small"
          icon="arrowDown"
          label={t('agencies.down', { name })}
          isAtEnd={isLast}
          onPress={() => onMove(id, 1)}
        />
        <RemoveRow label={t('kit:remove', { name })} otherwise={afterLast} onRemove={() => onRemove(id)} />
      </td>
    </tr>
  );
});
