import { Button } from '#renderer/kit/button.tsx';
import { Checkbox } from '#renderer/kit/checkbox.tsx';
import { useWords } from '#renderer/kit/use-words.ts';
import { playChime } from '../steering/chime.ts';
import type { SectionProps } from './section-props.ts';

/** The courtesy chime of the desk, off until it is asked for, and what it sounds like. */
export function ChimeFields({ form: { value, edit, flush } }: SectionProps) {
  const t = useWords();
  return (
    <div className="k-field">
      <Checkbox
        isSelected={value.chime}
        onChange={(chime) => {
          edit({ chime });
          flush();
        }}
      >
        {t('settings.chime')}
      </Checkbox>
      <p className="k-description">{t('settings.chimeHint')}</p>
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
