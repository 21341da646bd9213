import type { RequestOf } from '#core/protocol/requests.ts';
import type { MeetingSummary } from '#core/views/desk.ts';
import { Button } from '#renderer/kit/button.tsx';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { useT } from '../kernel/i18n.ts';

export type FateOfMatters = NonNullable<RequestOf<'meeting.discard'>['matters']>;

/** Asks what becomes of the open follow-ups of a meeting that is discarded. */
export function DiscardDialog(props: {
  readonly meeting: Pick<MeetingSummary, 'title' | 'openFollowUps'>;
  onChoose(matters: FateOfMatters): void;
  onClose(): void;
}) {
  const { meeting, onChoose, onClose } = props;
  const t = useT();
  return (
    <Dialog
      title={t('start.discardDialog.title', { title: meeting.title })}
      isOpen
      onClose={onClose}
      size="small"
      role="alertdialog"
      footer={
        <>
          <Button onPress={onClose}>{t('kit:cancel')}</Button>
          <Button variant="danger" onPress={() => onChoose('withdraw')}>
            {t('start.discardDialog.withdraw')}
          </Button>
          <Button variant="primary" autoFocus onPress={() => onChoose('hand')}>
            {t('start.discardDialog.hand')}
          </Button>
        </>
      }
    >
      <p>{t('start.discardDialog.what', { count: meeting.openFollowUps })}</p>
    </Dialog>
  );
}
