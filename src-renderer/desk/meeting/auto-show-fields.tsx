import { useId } from 'react';
import type { AutoShow } from '#core/model/note.ts';
import { Checkbox } from '#renderer/kit/checkbox.tsx';
import { useT } from '../kernel/i18n.ts';

const KINDS = ['directive', 'proposal', 'decision'] as const;

/** Which kinds of note go to the projector as soon as they are saved (docs/domain/records.md#who-sees-a-note). */
export function AutoShowFields({ value, onChange }: { value: AutoShow; onChange(value: AutoShow): void }) {
  const t = useT();
  const hint = useId();
  return (
    <fieldset className="k-field d-auto-show-field" aria-describedby={hint}>
      <legend className="k-label d-auto-show-title">{t('details.autoShow')}</legend>
      <div className="k-row d-auto-show">
        {KINDS.map((kind) => (
          <Checkbox key={kind} isSelected={value[kind]} onChange={(isShown) => onChange({ ...value, [kind]: isShown })}>
            {t(`domain:noteKindShort.${kind}`)}
          </Checkbox>
        ))}
      </div>
      <span className="k-description" id={hint}>
        {t('details.autoShowHint')}
      </span>
    </fieldset>
  );
}
