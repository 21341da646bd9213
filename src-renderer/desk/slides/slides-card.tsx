import { useEffect, useState } from 'react';
import type { SlidesAbout } from '#core/protocol/slides-requests.ts';
import { formatNumber } from '#core/text/format.ts';
import { Button } from '#renderer/kit/button.tsx';
import { useLocale } from '#renderer/kit/use-locale.ts';
import { useRuntime } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';

const MEGABYTE = 1024 * 1024;

/** How much the slides take, and that what no meeting uses can go. */
export function SlidesCard() {
  const t = useT();
  const locale = useLocale();
  const { request, ask, toasts } = useRuntime();
  const [about, setAbout] = useState<SlidesAbout | null>(null);
  const [cleaned, setCleaned] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `cleaned` says that it is another amount now
  useEffect(() => {
    let stale = false;
    void request('slides.about', {}).then((reply) => {
      if (!stale && reply?.ok === true) setAbout(reply.value);
    });
    return () => {
      stale = true;
    };
  }, [request, cleaned]);
  if (about === null) return null;
  const size = (bytes: number): string =>
    t('data.megabytes', { count: formatNumber(Math.ceil((bytes / MEGABYTE) * 10) / 10, locale) });
  const clean = async (): Promise<void> => {
    const gone = await ask('slides.clean', {});
    if (gone === null) return;
    toasts.show({ tone: 'info', text: t('slides.cleaned', { count: gone.files, size: size(gone.bytes) }) });
    setCleaned((before) => before + 1);
  };
  return (
    <section className="k-card k-form" aria-labelledby="slides-title">
      <h2 className="k-heading d-data-heading" id="slides-title">
        {t('fields:slides')}
      </h2>
      <p>{t('slides.stored', { count: about.files, size: size(about.bytes) })}</p>
      <p className="k-hint">{t(`slides.converter.${about.converter ?? 'none'}`)}</p>
      <div className="k-row">
        <Button isDisabled={about.unused === 0} onPress={() => void clean()}>
          {t('slides.clean')}
        </Button>
        <span className="k-hint">{t('slides.unused', { count: about.unused, size: size(about.unusedBytes) })}</span>
      </div>
    </section>
  );
}
