import './press-style.ts';
import { type KeyboardEvent, useState } from 'react';
import { ComboBox as AriaComboBox, Button, Input, ListBox, Popover } from 'react-aria-components';
import { Tip } from './button.tsx';
import { type FieldFrame, FieldHelp, FieldLabel, fieldClass, isWrong } from './field-parts.tsx';
import { Icon } from './icons.tsx';
import { onlyMatch, optionMatches } from './option-match.ts';
import { type Option, OptionRow } from './select.tsx';
import { useWords } from './use-words.ts';

export interface ComboBoxProps extends FieldFrame {
  readonly options: readonly Option[];
  readonly value: string | null;
  onChange(value: string | null): void;
  readonly placeholder?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  /** Empties itself after a choice, to add one after another. */
  readonly clearsOnChoice?: boolean | undefined;
}

/** One of many, found by typing part of its name or short name. */
export function ComboBox(props: ComboBoxProps) {
  const { label, hideLabel, description, error, className, options, value, onChange, placeholder, clearsOnChoice } =
    props;
  const t = useWords();
  const chosen = options.find(({ id }) => id === value)?.label ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  // After a choice the program empties or fills the box: that must not open the list again, over the next field.
  const [isRested, setRested] = useState(false);
  const shown = typed === null ? options : options.filter((option) => optionMatches(option, typed));
  const pick = (id: string): void => {
    onChange(id);
    setTyped(null);
    setRested(true);
  };
  const keyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Enter' && event.key !== 'Tab') setRested(false);
    const isOptionFocused = event.target instanceof Element && event.target.hasAttribute('aria-activedescendant');
    const match = event.key !== 'Enter' || isOptionFocused ? null : onlyMatch(options, typed);
    if (match === null) return;
    event.preventDefault();
    event.stopPropagation();
    pick(match.id);
  };
  return (
    <AriaComboBox
      className={fieldClass(className)}
      items={shown}
      inputValue={typed ?? chosen}
      onInputChange={(text) => setTyped(text === chosen ? null : text)}
      value={value}
      onChange={(key) => {
        const picked = options.find(({ id }) => id === key);
        if (picked !== undefined) pick(picked.id);
        else if (key === null && clearsOnChoice !== true && (typed ?? chosen) === '') onChange(null);
      }}
      onBlur={() => {
        setTyped(null);
        setRested(false);
      }}
      menuTrigger={isRested ? 'manual' : 'focus'}
      allowsEmptyCollection
      validationBehavior="aria"
      isInvalid={isWrong(error)}
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
    >
      <FieldLabel label={label} hideLabel={hideLabel} />
      <div className="k-combo" onKeyDownCapture={keyDown}>
        <Input className="k-input" {...(placeholder === undefined ? {} : { placeholder })} />
        <Tip label={t('showChoices')}>
          <Button className="k-combo-button" aria-label={t('showChoices')}>
            <Icon name="chevronDown" size={16} />
          </Button>
        </Tip>
      </div>
      <FieldHelp description={description} error={error} />
      <Popover className="k-popover" offset={4}>
        {/* Named, so that the list, which stands at the end of the page, belongs to a part of it. */}
        <section className="k-list-frame" aria-label={t('choices', { label })}>
          <ListBox<Option>
            className="k-list"
            aria-label={label}
            renderEmptyState={() => <p className="k-list-empty">{t('noMatch')}</p>}
          >
            {(option) => <OptionRow option={option} />}
          </ListBox>
        </section>
      </Popover>
    </AriaComboBox>
  );
}
