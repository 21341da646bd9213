import type { AgendaItem } from '#core/model/agenda-item.ts';
import { Button } from '#renderer/kit/button.tsx';
import { useDialog, useMeetingValue, useReadOnly } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { fullName } from '../meeting/item-name.ts';
import { presenterLine } from '../meeting/presenter-line.ts';

/** An item's full name, and its presenter, which a click lets the operator change. */
export function ItemHeading({ item }: { item: AgendaItem }) {
  const t = useT();
  const readOnly = useReadOnly();
  const { open } = useDialog();
  const agencies = useMeetingValue((meeting) => meeting.agencies);
  const name = fullName(t, { agencies }, item);
  const presenter = presenterLine(t, { agencies }, item);
  // Only an agency is expected to name somebody; a prayer or a break may stay without.
  const missing = t(item.kind === 'agency' ? 'turn.addPresenter' : 'agenda.edit');
  return (
    <div className="d-heading">
      <h2 className={name.length > 60 ? 'd-name d-name-long' : 'd-name'}>{name}</h2>
      <Button
        isDisabled={readOnly}
        variant="quiet"
        size="small"
        icon="edit"
        className="d-presenter"
        onPress={() => open({ kind: 'item', itemId: item.id })}
      >
        {presenter === '' ? missing : presenter}
      </Button>
    </div>
  );
}
