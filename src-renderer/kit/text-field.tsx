import { type KeyboardEventHandler, type Ref, useRef } from 'react';
import {
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Input,
  type InputProps,
} from 'react-aria-components';
import { type FieldFrame, FieldHelp, FieldLabel, fieldClass, isWrong } from './field-parts.tsx';

type Passed = Omit<
  AriaTextFieldProps,
  'children' | 'className' | 'isInvalid' | 'style' | 'validationBehavior' | 'value' | 'onChange'
>;

export interface TextFieldProps extends Passed, FieldFrame {
  readonly value: string;
  onChange(value: string): void;
  readonly placeholder?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
  /** Its text is only a proposal: it is selected when the field is entered, and typing replaces it. */
  readonly isProposal?: boolean | undefined;
}

/** Selects a field's text when it is entered, by a key or by a click. */
function useSelectOnEntry(): Pick<InputProps, 'onFocus' | 'onClick'> {
  const entered = useRef(false);
  return {
    onFocus: (event) => {
      entered.current = true;
      event.currentTarget.select();
    },
    // The click that brought the focus has moved the caret since.
    onClick: ({ currentTarget }) => {
      if (entered.current && currentTarget.selectionStart === currentTarget.selectionEnd) currentTarget.select();
      entered.current = false;
    },
  };
}

/** One line of text. */
export function TextField({
  label,
  hideLabel,
  description,
  error,
  className,
  placeholder,
  inputRef,
  isProposal,
  ...props
}: TextFieldProps) {
  const selecting = useSelectOnEntry();
  return (
    <AriaTextField {...props} validationBehavior="aria" isInvalid={isWrong(error)} className={fieldClass(className)}>
      <FieldLabel label={label} hideLabel={hideLabel} isRequired={props.isRequired} />
      <Input
        className="k-input"
        autoComplete="off"
        {...(isProposal === true ? selecting : {})}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(inputRef === undefined ? {} : { ref: inputRef })}
      />
      <FieldHelp description={description} error={error} />
    </AriaTextField>
  );
}

export interface TextAreaProps extends Passed, FieldFrame {
  readonly value: string;
  onChange(value: string): void;
  readonly placeholder?: string | undefined;
  /** Rows shown when empty; it grows with its text (CSS `field-sizing`). */
  readonly rows?: number | undefined;
  readonly inputRef?: Ref<HTMLTextAreaElement> | undefined;
  readonly onInputKeyDown?: KeyboardEventHandler<HTMLTextAreaElement> | undefined;
}

/** Several lines of text; grows as it is filled. */
export function TextArea({
  label,
  hideLabel,
  description,
  error,
  className,
  placeholder,
  rows = 2,
  inputRef,
  onInputKeyDown,
  ...props
}: TextAreaProps) {
  return (
    <AriaTextField {...props} validationBehavior="aria" isInvalid={isWrong(error)} className={fieldClass(className)}>
      <FieldLabel label={label} hideLabel={hideLabel} isRequired={props.isRequired} />
      <AriaTextArea
        className="k-input k-textarea"
        rows={rows}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(inputRef === undefined ? {} : { ref: inputRef })}
        {...(onInputKeyDown === undefined ? {} : { onKeyDown: onInputKeyDown })}
      />
      <FieldHelp description={description} error={error} />
    </AriaTextField>
  );
}
