import { FOLLOW_UP_STATUS } from '#core/model/follow-up.ts';
import { Button } from '#renderer/kit/button.tsx';
import { useT } from '../kernel/i18n.ts';
import { useBoardActions } from './board-actions.ts';

/** What can be done with all chosen follow-ups at once. */
export function BulkBar({ ids, onDone }: { ids: readonly string[]; onDone(): void }) {
  const t = useT();
  const actions = useBoardActions();
  if (ids.length === 0) return null;
  return (
    <section className="d-board-bulk" aria-label={t('board.bulk.label')}>
      <p className="k-grow">{t('board.bulk.chosen', { count: ids.length })}</p>
      {FOLLOW_UP_STATUS.map((status) => (
        <Button
          key={status}
          size="small"
          onPress={async () => {
            if (await actions.setStatus(ids, status)) onDone();
          }}
        >
          {t(`domain:followUpStatus.${status}`)}
        </Button>
      ))}
      <Button size="small" variant="quiet" onPress={onDone}>
        {t('board.bulk.none')}
      </Button>
    </section>
  );
}
