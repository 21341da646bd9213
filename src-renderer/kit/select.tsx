import './press-style.ts';
import { Select as AriaSelect, Button, ListBox, ListBoxItem, Popover, SelectValue, Text } from 'react-aria-components';
import { type FieldFrame, FieldHelp, FieldLabel, fieldClass, isWrong } from './field-parts.tsx';
import { Icon } from './icons.tsx';

export interface Option<K extends string = string> {
  readonly id: K;
  readonly label: string;
  /** Shown below the label, smaller. */
  readonly detail?: string | undefined;
}

export interface SelectProps<K extends string> extends FieldFrame {
  readonly options: readonly Option<K>[];
  readonly value: K | null;
  onChange(value: K): void;
  readonly placeholder?: string | undefined;
  readonly isDisabled?: boolean | undefined;
}

/** One of a few, from a list that opens. */
export function Select<K extends string>(props: SelectProps<K>) {
  const { label, hideLabel, description, error, className, options, value, onChange, placeholder, isDisabled } = props;
  return (
    <AriaSelect
      className={fieldClass(className)}
      value={value}
      onChange={(key) => {
        const chosen = options.find(({ id }) => id === key);
        if (chosen !== undefined) onChange(chosen.id);
      }}
      placeholder={placeholder ?? ' '}
      validationBehavior="aria"
      isInvalid={isWrong(error)}
      isDisabled={isDisabled ?? false}
    >
      <FieldLabel label={label} hideLabel={hideLabel} />
      <Button className="k-input k-select">
        <SelectValue className="k-select-value">
          {({ selectedText, isPlaceholder }) => (isPlaceholder ? placeholder : selectedText)}
        </SelectValue>
        <Icon name="chevronDown" size={16} />
      </Button>
      <FieldHelp description={description} error={error} />
      <Popover className="k-popover" offset={4}>
        <ListBox className="k-list" items={options}>
          {(option) => <OptionRow option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

export function OptionRow({ option }: { option: Option }) {
  return (
    <ListBoxItem id={option.id} textValue={option.label} className="k-option">
      {({ isSelected }) => (
        <>
          <span className="k-option-mark">{isSelected && <Icon name="check" size={16} />}</span>
          <span className="k-option-text">
            <Text slot="label">{option.label}</Text>
            {option.detail !== undefined && (
              <Text slot="description" className="k-option-detail">
                {option.detail}
              </Text>
            )}
          </span>
        </>
      )}
    </ListBoxItem>
  );
}
