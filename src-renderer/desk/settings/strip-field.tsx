import { Segmented } from '#renderer/kit/segmented.tsx';
import { useDeskValue } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import type { SectionProps } from './section-props.ts';

/** Whether the strip above other programs is offered, and where it is; or why this host cannot show it. */
export function StripField({ form }: SectionProps) {
  const t = useT();
  const isUnable = useDeskValue((view) => view.host.strip === 'unable');
  const isBrowser = useDeskValue((view) => view.host.kind === 'browser');
  if (isUnable) {
    return (
      <p className="k-hint">
        {t('strip.setting')}: {t(isBrowser ? 'strip.notInBrowser' : 'strip.notPlaceable')}
      </p>
    );
  }
  return (
    <Segmented
      label={t('strip.setting')}
      options={[
        { id: 'off', label: t('strip.off') },
        { id: 'top', label: t('strip.top') },
        { id: 'bottom', label: t('strip.bottom') },
      ]}
      value={form.value.strip}
      onChange={(strip) => {
        form.edit({ strip });
        form.flush();
      }}
      description={t('strip.hint')}
    />
  );
}
