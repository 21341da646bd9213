import { Segmented } from '#renderer/kit/segmented.tsx';
import { useDeskValue } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { ChimeFields } from './chime-fields.tsx';
import type { SectionProps } from './section-props.ts';
import { StripField } from './strip-field.tsx';
import { SwitchField } from './switch-field.tsx';

/** Language and theme; both change the open windows at once. */
export function GeneralSection({ form }: SectionProps) {
  const t = useT();
  const host = useDeskValue((view) => view.host);
  const { value, edit, flush } = form;
  return (
    <div className="k-card k-form">
      <Segmented
        label={t('settings.language')}
        options={[
          { id: 'id', label: t('settings.languages.id') },
          { id: 'en', label: t('settings.languages.en') },
        ]}
        value={value.locale}
        onChange={(locale) => {
          edit({ locale });
          flush();
        }}
      />
      <Segmented
        label={t('settings.theme')}
        options={[
          { id: 'light', label: t('settings.light') },
          { id: 'dark', label: t('settings.dark') },
        ]}
        value={value.theme}
        onChange={(theme) => {
          edit({ theme });
          flush();
        }}
        description={t('settings.themeHint')}
      />
      <div className="k-field">
        <SwitchField
          label={t('settings.finishStarts')}
          hint={t('settings.finishStartsHint')}
          isOn={value.finishStarts}
          onChange={(finishStarts) => {
            edit({ finishStarts });
            flush();
          }}
        />
      </div>
      <ChimeFields form={form} />
      <StripField form={form} />
      <p className="k-hint d-settings-about">
        {t('settings.about', { version: host.version })}
        <br />
        {t('settings.dataFolder', { folder: host.dataFolder })}
      </p>
    </div>
  );
}
