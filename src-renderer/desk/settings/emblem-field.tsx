import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { Reply } from '#core/protocol/messages.ts';
import { Button } from '#renderer/kit/button.tsx';
import { useFileDrop } from '#renderer/kit/file-drop.ts';
import { Notice } from '#renderer/kit/notice.tsx';
import { useDeskValue, useRuntime } from '../kernel/desk-context.tsx';
import { useFault } from '../kernel/forms/use-refuse.ts';
import { useT } from '../kernel/i18n.ts';
import { emblemAddress } from './emblem-address.ts';
import { emblemImage } from './emblem-image.ts';

const TYPES = ['image/png', 'image/svg+xml', 'image/jpeg', 'image/webp'] as const;

type Step = { readonly is: 'idle' | 'working' } | { readonly is: 'refused'; readonly text: string };

/** The user's own emblem for letterhead and title screen; none is shipped. */
export function EmblemField() {
  const t = useT();
  const { request } = useRuntime();
  const emblem = useDeskValue((view) => view.settings.emblem);
  const [step, setStep] = useState<Step>({ is: 'idle' });

  const fault = useFault((text) => setStep({ is: 'refused', text }));

  const end = (reply: Reply<unknown> | null): void => {
    // What is told in a message is not told here once more.
    setStep({ is: 'idle' });
    if (reply?.ok === false) fault(t(`errors:${reply.refusal.code}`, reply.refusal.params));
  };
  const take = async (file: File): Promise<void> => {
    setStep({ is: 'working' });
    const image = await emblemImage(file);
    if (image.ok) return end(await request('emblem.set', { png: image.png }));
    setStep({ is: 'idle' });
    fault(t(`emblem.problem.${image.why}`, { name: file.name }));
  };
  const drop = useFileDrop((file) => void take(file));
  const remove = async (): Promise<void> => end(await request('emblem.clear', {}));
  return (
    <section className="emblem" aria-label={t('emblem.title')} {...drop}>
      <p className="k-label">{t('emblem.title')}</p>
      <div className="d-emblem-row">
        <div className="d-emblem-frame">
          {emblem === null ? (
            <span className="k-hint">{t('emblem.none')}</span>
          ) : (
            <img src={emblemAddress(emblem.id)} alt={t('emblem.yours')} />
          )}
        </div>
        <div className="k-form k-grow">
          <p className="k-hint">{t('emblem.hint')}</p>
          <div className="k-row">
            <FileTrigger
              acceptedFileTypes={TYPES}
              onSelect={(files) => {
                const file = files?.[0];
                if (file !== undefined) void take(file);
              }}
            >
              <Button icon="picture" isPending={step.is === 'working'}>
                {t(emblem === null ? 'emblem.choose' : 'emblem.change')}
              </Button>
            </FileTrigger>
            {emblem !== null && (
              <Button icon="trash" variant="quiet" onPress={() => void remove()}>
                {t('emblem.remove')}
              </Button>
            )}
          </div>
          {step.is === 'working' && (
            <p className="k-hint k-row" role="status">
              <span className="k-spinner" /> {t('emblem.working')}
            </p>
          )}
          {step.is === 'refused' && <Notice tone="error">{step.text}</Notice>}
        </div>
      </div>
    </section>
  );
}
