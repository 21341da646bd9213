import './press-style.ts';
import { useState } from 'react';
import { ComboBox as AriaComboBox, Button, Input, ListBox, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type FieldFrame, FieldHelp, FieldLabel, fieldClass, isWrong } from './field-parts.tsx';
import { Icon } from './icons.tsx';
import { optionMatches } from './option-match.ts';
import { type Option, OptionRow } from './select.tsx';

export interface ComboBoxProps extends FieldFrame {
  readonly options: readonly Option[];
  readonly value: string | null;
  onChange(value: string | null): void;
  readonly placeholder?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  /** Empties itself after a choice, for adding one after another. */
  readonly clearsOnChoice?: boolean | undefined;
}

/** One of many, found by typing part of its name or short name. */
export function ComboBox(props: ComboBoxProps) {
  const { label, hideLabel, description, error, className, options, value, onChange, placeholder, clearsOnChoice } =
    props;
  const { t } = useTranslation('forms');
  const chosen = options.find(({ id }) => id === value)?.label ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed === null ? options : options.filter((option) => optionMatches(option, typed));
  return (
    <AriaComboBox
      className={fieldClass(className)}
      items={shown}
      inputValue={typed ?? chosen}
      onInputChange={(text) => setTyped(text === chosen ? null : text)}
      value={value}
      onChange={(key) => {
        const picked = options.find(({ id }) => id === key);
        if (picked !== undefined) {
          onChange(picked.id);
          setTyped(null);
        } else if (key === null && clearsOnChoice !== true && (typed ?? chosen) === '') onChange(null);
      }}
      onBlur={() => setTyped(null)}
      menuTrigger="focus"
      allowsEmptyCollection
      validationBehavior="aria"
      isInvalid={isWrong(error)}
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
    >
      <FieldLabel label={label} hideLabel={hideLabel} />
      <div className="k-combo">
        <Input className="k-input" {...(placeholder === undefined ? {} : { placeholder })} />
        <Button className="k-combo-button" aria-label={t('kit.showChoices')}>
          <Icon name="chevronDown" size={16} />
        </Button>
      </div>
      <FieldHelp description={description} error={error} />
      <Popover className="k-popover" offset={4}>
        {/* Named, so that the list, which stands at the end of the page, belongs to a part of it. */}
        <section className="k-list-frame" aria-label={t('kit.choices', { label })}>
          <ListBox<Option>
            className="k-list"
            aria-label={label}
            renderEmptyState={() => <p className="k-list-empty">{t('kit.noMatch')}</p>}
          >
            {(option) => <OptionRow option={option} />}
          </ListBox>
        </section>
      </Popover>
    </AriaComboBox>
  );
}
