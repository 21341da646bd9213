import { Button } from '#renderer/kit/button.tsx';
import { useFileDrop } from '#renderer/kit/file-drop.ts';
import { useDialog, useLooksOn } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { PickArchive } from '../meeting/pick-archive.tsx';

/** Moving everything to another computer, and taking in what another one packed; a file may also be dropped here. */
export function MovingCard() {
  const t = useT();
  const { open } = useDialog();
  const looksOn = useLooksOn();
  const drop = useFileDrop((file) => open({ kind: 'takeIn', file }));
  return (
    <section className="k-card k-form" aria-labelledby="moving-title" {...drop}>
      <h2 className="k-heading d-data-heading" id="moving-title">
        {t('moving.title')}
      </h2>
      <p className="k-hint">{t('moving.hint')}</p>
      <div className="k-row">
        <Button icon="packAll" isDisabled={looksOn} onPress={() => open({ kind: 'packAll' })}>
          {t('moving.packOpen')}
        </Button>
        <PickArchive />
      </div>
    </section>
  );
}
