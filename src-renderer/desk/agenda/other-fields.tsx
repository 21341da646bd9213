import type { AgendaItem } from '#core/model/agenda-item.ts';
import { TextField } from '#renderer/kit/text-field.tsx';
import { useT } from '../kernel/i18n.ts';
import type { ItemPartProps } from './agency-fields.tsx';

/** The title and the person in charge of an item that is not an agency's turn. */
export function OtherFields({ draft, kind, problems, onChange }: ItemPartProps & { kind: AgendaItem['kind'] }) {
  const t = useT();
  return (
    <>
      <TextField
        label={t('item.title')}
        placeholder={t(`domain:itemKind.${kind}`)}
        description={t('item.titleHint')}
        value={draft.title}
        onChange={(title) => onChange({ title })}
        error={problems.title}
        autoFocus
      />
      <TextField
        label={t('fields:inCharge')}
        value={draft.inCharge}
        onChange={(inCharge) => onChange({ inCharge })}
        error={problems.inCharge}
      />
    </>
  );
}
