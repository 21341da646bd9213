import './press-style.ts';
import { type FormEvent, type KeyboardEvent, type PointerEvent, useEffect, useId, useState } from 'react';
import { ComboBox as AriaComboBox, Button, Input, ListBox, Popover } from 'react-aria-components';
import { Tip } from './button.tsx';
import { useDisabled } from './control-context.ts';
import { type FieldFrame, FieldHelp, FieldLabel, fieldClass, isWrong, PlainHelp, PlainLabel } from './field-parts.tsx';
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

const nameOf = ({ options, value }: Pick<ComboBoxProps, 'options' | 'value'>): string =>
  options.find(({ id }) => id === value)?.label ?? '';

/** One of many, found by typing part of its name or short name. */
export function ComboBox(props: ComboBoxProps) {
  const { label, hideLabel, description, error, className, options, value, onChange, placeholder, clearsOnChoice } =
    props;
  const t = useWords();
  const chosen = nameOf(props);
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
  // React Aria leaves a choice that is given to it as it is, and empties the box by itself where nothing matches.
  const input = ({ target, nativeEvent }: FormEvent<HTMLElement>): void => {
    if (!(target instanceof HTMLInputElement) || clearsOnChoice === true) return;
    if (target.value === '') {
      if (value !== null) onChange(null);
      return;
    }
    // Undoing that brings back the choice, not only its name.
    const isBack = nativeEvent instanceof InputEvent && nativeEvent.inputType.startsWith('history');
    const named = isBack ? options.find((option) => option.label === target.value) : undefined;
    if (named !== undefined && named.id !== value) onChange(named.id);
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
      <div className="k-combo" onKeyDownCapture={keyDown} onInput={input}>
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

/**
 * The same where it stands beside what comes and goes with each turn: elements of the page until somebody comes to it, since
 * React Aria's would be most of what its panel costs.
 */
export function RestingComboBox(props: ComboBoxProps) {
  const t = useWords();
  const id = useId();
  const isDisabled = useDisabled(props.isDisabled);
  const [metBy, setMetBy] = useState<'pointer' | 'focus' | null>(null);
  // A panel that is hidden leaves it.
  useEffect(() => () => setMetBy(null), []);
  if (metBy !== null) return <ComboBox {...props} autoFocus={metBy === 'focus'} />;
  const { label, hideLabel, description, error, className, placeholder } = props;
  // A finger is down already when it comes, and what it is on must stay.
  const comeNear = ({ pointerType }: PointerEvent): void => {
    if (pointerType === 'mouse') setMetBy('pointer');
  };
  const enter = (): void => setMetBy('focus');
  return (
    <div className={fieldClass(className)} onPointerEnter={comeNear}>
      <PlainLabel id={id} label={label} hideLabel={hideLabel} />
      <div className="k-combo">
        <input
          id={id}
          role="combobox"
          aria-expanded={false}
          aria-autocomplete="list"
          aria-invalid={isWrong(error) ? true : undefined}
          className="k-input"
          value={nameOf(props)}
          placeholder={placeholder}
          disabled={isDisabled}
          onFocus={enter}
          onChange={enter}
        />
        <button
          type="button"
          tabIndex={-1}
          className="k-combo-button"
          aria-label={`${t('showChoices')} ${label}`}
          disabled={isDisabled}
          onClick={enter}
        >
          <Icon name="chevronDown" size={16} />
        </button>
      </div>
      <PlainHelp id={id} description={description} error={error} />
    </div>
  );
}
