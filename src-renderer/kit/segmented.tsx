import { useId } from 'react';
import { type FieldFrame, fieldClass, isWrong, PlainHelp } from './field-parts.tsx';
import type { Option } from './select.tsx';

export interface SegmentedProps<K extends string> extends FieldFrame {
  readonly options: readonly Option<K>[];
  readonly value: K;
  onChange(value: K): void;
  readonly isDisabled?: boolean | undefined;
}

/** One of two to four, all visible. The page's own radio buttons, whose arrow keys are the browser's: each follow-up has some. */
export function Segmented<K extends string>(props: SegmentedProps<K>) {
  const { label, hideLabel, description, error, className, options, value, onChange, isDisabled } = props;
  const id = useId();
  const wrong = isWrong(error);
  const hasHelp = wrong || (description != null && description !== '');
  return (
    <div
      role="radiogroup"
      className={fieldClass(className)}
      aria-labelledby={id}
      aria-describedby={hasHelp ? `${id}-help` : undefined}
      aria-invalid={wrong ? true : undefined}
      aria-disabled={isDisabled === true ? true : undefined}
    >
      <span id={id} className={hideLabel === true ? 'k-hidden' : 'k-label'}>
        {label}
      </span>
      <div className="k-segments">
        {options.map((option) => (
          <label
            key={option.id}
            className="k-segment"
            data-selected={option.id === value ? true : undefined}
            data-disabled={isDisabled === true ? true : undefined}
          >
            <input
              type="radio"
              className="k-hidden"
              name={id}
              checked={option.id === value}
              disabled={isDisabled ?? false}
              onChange={() => onChange(option.id)}
            />
            {option.label}
          </label>
        ))}
      </div>
      <PlainHelp id={id} description={description} error={error} />
    </div>
  );
}
