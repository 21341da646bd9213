import './press-style.ts';
import { Radio, RadioGroup } from 'react-aria-components';
import { type FieldFrame, FieldHelp, FieldLabel, fieldClass, isWrong } from './field-parts.tsx';
import type { Option } from './select.tsx';

export interface SegmentedProps<K extends string> extends FieldFrame {
  readonly options: readonly Option<K>[];
  readonly value: K;
  onChange(value: K): void;
  readonly isDisabled?: boolean | undefined;
}

/** One of two to four, all visible. */
export function Segmented<K extends string>(props: SegmentedProps<K>) {
  const { label, hideLabel, description, error, className, options, value, onChange, isDisabled } = props;
  return (
    <RadioGroup
      className={fieldClass(className)}
      value={value}
      onChange={(key) => {
        const chosen = options.find(({ id }) => id === key);
        if (chosen !== undefined) onChange(chosen.id);
      }}
      orientation="horizontal"
      validationBehavior="aria"
      isInvalid={isWrong(error)}
      isDisabled={isDisabled ?? false}
    >
      <FieldLabel label={label} hideLabel={hideLabel} />
      <div className="k-segments">
        {options.map((option) => (
          <Radio key={option.id} value={option.id} className="k-segment">
            {option.label}
          </Radio>
        ))}
      </div>
      <FieldHelp description={description} error={error} />
    </RadioGroup>
  );
}
