import { Button } from '#renderer/kit/button.tsx';
import { playChime } from '../kernel/chime.ts';
import { useT } from '../kernel/i18n.ts';
import type { SectionProps } from './section-props.ts';
import { SwitchField } from './switch-field.tsx';

/** The courtesy chime of the desk, off by default, and what it sounds like. */
export function ChimeFields({ form: { value, edit, flush } }: SectionProps) {
  const t = useT();
  return (
    <div className="k-field">
      <SwitchField
        label={t('settings.chime')}
        hint={t('settings.chimeHint')}
        isOn={value.chime}
        onChange={(chime) => {
          edit({ chime });
          flush();
        }}
      />
      <div className="k-row">
        <Button size="small" icon="listen" onPress={() => playChime('wrapUp')}>
          {t('settings.hearWrapUp')}
        </Button>
        <Button size="small" icon="listen" onPress={() => playChime('overtime')}>
          {t('settings.hearTimeUp')}
        </Button>
      </div>
    </div>
  );
}
