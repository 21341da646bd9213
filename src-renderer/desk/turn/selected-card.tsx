import type { AgendaItem, ItemId } from '#core/model/agenda-item.ts';
import { isPending } from '#core/model/agenda-item.ts';
import { formatTime, formatTimer } from '#core/text/format.ts';
import { Button } from '#renderer/kit/button.tsx';
import { Icon } from '#renderer/kit/icons.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useMeetingValue, useReadOnly } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { capOf } from '../kernel/keys/keymap.ts';
import { useCallLabel } from '../meeting/call-label.ts';
import { statusText } from '../meeting/status-text.ts';
import { useTurnActions } from '../meeting/turn-actions.ts';
import { ItemHeading } from './item-heading.tsx';

function CallButton({ item }: { item: AgendaItem }) {
  const readOnly = useReadOnly();
  const actions = useTurnActions();
  const label = useCallLabel(item);
  return (
    <Button isDisabled={readOnly} keys={capOf('callShown')} onPress={() => void actions.call(item.id)}>
      {label}
    </Button>
  );
}

/** An item that is selected while another is active; drawn so that nobody mistakes it for the active one. */
export function SelectedCard({ itemId }: { itemId: ItemId }) {
  const t = useT();
  const readOnly = useReadOnly();
  const locale = useLocale();
  const actions = useTurnActions();
  const item = useMeetingValue((meeting) => meeting.agenda.items[itemId]);
  const zone = useMeetingValue((meeting) => meeting.zone);
  if (item === undefined) return null;
  const { turn, status } = item;
  const times =
    turn.startedAt === null
      ? ''
      : [
          formatTime(turn.startedAt, zone, locale),
          turn.finishedAt === null ? '' : `–${formatTime(turn.finishedAt, zone, locale)}`,
          ` · ${formatTimer(turn.spent)}`,
        ].join('');
  return (
    <div className="d-card d-viewed-card">
      <p className="d-overline d-overline-viewed">
        <Icon name="viewing" size={16} /> {t('turn.viewing', { status: statusText(t, item) })}
      </p>
      <ItemHeading item={item} />
      {times !== '' && <p className="d-note-line">{times}</p>}
      <div className="d-actions">
        {isPending(item) && <CallButton item={item} />}
        {(status === 'done' || status === 'skipped' || status === 'postponed') && (
          <Button
            isDisabled={readOnly}
            {...(isPending(item) ? {} : { keys: capOf('callShown') })}
            onPress={() => void actions.bringBack(itemId)}
          >
            {t('domain:bringBack')}
          </Button>
        )}
        {isPending(item) && (
          <>
            <Button isDisabled={readOnly} keys={capOf('postpone')} onPress={() => void actions.postpone(itemId)}>
              {t('turn.postpone')}
            </Button>
            <Button isDisabled={readOnly} keys={capOf('skip')} onPress={() => void actions.skip(itemId)}>
              {t('turn.skip')}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
