import { CheckboxGroup, Label, Text } from 'react-aria-components';
import type { AutoShow } from '#core/model/note.ts';
import { Checkbox } from '#renderer/kit/checkbox.tsx';
import { useT } from '../kernel/i18n.ts';

const KINDS = ['directive', 'proposal', 'decision'] as const;

/** Which kinds of note go to the projector as soon as they are saved (docs/domain/records.md#who-sees-a-note). */
export function AutoShowFields({ value, onChange }: { value: AutoShow; onChange(value: AutoShow): void }) {
  const t = useT();
  return (
    <CheckboxGroup
      className="k-field"
      value={KINDS.filter((kind) => value[kind])}
      onChange={(kinds) =>
        onChange({
          directive: kinds.includes('directive'),
          proposal: kinds.includes('proposal'),
          decision: kinds.includes('decision'),
        })
      }
    >
      <Label className="k-label">{t('details.autoShow')}</Label>
      <div className="k-row d-auto-show">
        {KINDS.map((kind) => (
          <Checkbox key={kind} value={kind}>
            {t(`domain:noteKindShort.${kind}`)}
          </Checkbox>
        ))}
      </div>
      <Text slot="description" className="k-description">
        {t('details.autoShowHint')}
      </Text>
    </CheckboxGroup>
  );
}
