import { useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Tip } from './button.tsx';
import { ComboBox } from './combo-box.tsx';
import type { FieldFrame } from './field-parts.tsx';
import { Icon } from './icons.tsx';
import type { Option } from './select.tsx';
import { useWords } from './use-words.ts';

export interface MultiSelectProps extends FieldFrame {
  readonly options: readonly Option[];
  readonly value: readonly string[];
  onChange(value: readonly string[]): void;
  /** The placeholder of the box for adding. */
  readonly placeholder: string;
}

/** Several of many: the chosen ones as removable chips, and a box to find and add the next. */
export function MultiSelect({ options, value, onChange, label, placeholder, ...frame }: MultiSelectProps) {
  const t = useWords();
  const place = useRef<HTMLDivElement>(null);
  /** The focus stays in the field: on the box for adding, where a chip that had it is gone. */
  const remove = (id: string): void => {
    place.current?.querySelector('input')?.focus();
    onChange(value.filter((other) => other !== id));
  };
  const chosen = value.map((id) => options.find((option) => option.id === id) ?? { id, label: id });
  return (
    <div className={`k-multi ${frame.className ?? ''}`.trim()} ref={place}>
      <ComboBox
        {...frame}
        className={undefined}
        label={label}
        placeholder={placeholder}
        options={options.filter(({ id }) => !value.includes(id))}
        value={null}
        onChange={(id) => id !== null && onChange([...value, id])}
        clearsOnChoice
      />
      {chosen.length > 0 && (
        <ul className="k-chips" aria-label={t('chosen', { label })}>
          {chosen.map((option) => (
            <li key={option.id} className="k-chip">
              <span className="k-chip-text">{option.label}</span>
              <Tip label={t('remove', { name: option.label })}>
                <AriaButton
                  className="k-chip-remove"
                  aria-label={t('remove', { name: option.label })}
                  onPress={() => remove(option.id)}
                >
                  <Icon name="close" size={14} />
                </AriaButton>
              </Tip>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
