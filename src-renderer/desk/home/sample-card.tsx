import { useState } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { useAsk } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';

/** The invented sample meeting, to look around in. */
export function SampleCard() {
  const t = useT();
  const ask = useAsk();
  const [busy, setBusy] = useState(false);
  const create = async (): Promise<void> => {
    setBusy(true);
    await ask('sample.create', {});
    setBusy(false);
  };
  return (
    <section className="k-card d-start-sample">
      <div className="k-grow">
        <h2>{t('start.sampleTitle')}</h2>
        <p className="k-hint">{t('start.sampleText')}</p>
      </div>
      <Button icon="sample" isPending={busy} onPress={() => void create()}>
        {t('start.sample')}
      </Button>
    </section>
  );
}
