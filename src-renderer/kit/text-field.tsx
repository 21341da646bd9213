import {
  type FocusEvent,
  type InputHTMLAttributes,
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useId,
  useRef,
} from 'react';
import { useReadOnlyField } from './control-context.ts';
import { type FieldFrame, fieldClass, isWrong, PlainHelp, PlainLabel } from './field-parts.tsx';

/** What every text field takes. They are the page's own, since a sheet has twenty. */
interface PlainProps extends FieldFrame {
  /** How it is called where its label alone does not tell it from others, in each row of a list; contains the label. */
  readonly name?: string | undefined;
  readonly value: string;
  onChange(value: string): void;
  readonly placeholder?: string | undefined;
  readonly isRequired?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isReadOnly?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly maxLength?: number | undefined;
  readonly inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode'];
  readonly 'data-unreadable'?: boolean | undefined;
  onFocus?(): void;
  onBlur?(): void;
  onKeyDown?(event: KeyboardEvent): void;
}

export interface TextFieldProps extends PlainProps {
  readonly type?: 'text' | 'search' | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
  /** Its text is only a proposal: it is selected when the field is entered, and typing replaces it. */
  readonly isProposal?: boolean | undefined;
}

/** What a field and the box in it share, and how its label and its help are tied to it. */
function useField({ description, error, isRequired, isReadOnly, isDisabled, ...props }: PlainProps) {
  const id = useId();
  const wrong = isWrong(error);
  const hasHelp = wrong || (description != null && description !== '');
  const readOnly = useReadOnlyField(isReadOnly);
  return {
    id,
    box: {
      id,
      value: props.value,
      autoFocus: props.autoFocus,
      maxLength: props.maxLength,
      inputMode: props.inputMode,
      placeholder: props.placeholder,
      readOnly,
      disabled: isDisabled ?? false,
      'aria-label': props.name,
      'aria-required': isRequired === true ? true : undefined,
      'aria-invalid': wrong ? true : undefined,
      'aria-describedby': hasHelp ? `${id}-help` : undefined,
      'data-invalid': wrong ? true : undefined,
    },
    around: {
      'data-invalid': wrong ? true : undefined,
      'data-readonly': readOnly ? true : undefined,
      'data-unreadable': props['data-unreadable'],
      onFocus: props.onFocus,
      onBlur: props.onBlur,
      onKeyDown: props.onKeyDown,
    },
  } as const;
}

/** Selects a field's text when it is entered, by a key or by a click. */
function useSelectOnEntry() {
  const entered = useRef(false);
  return {
    onFocus: (event: FocusEvent<HTMLInputElement>) => {
      entered.current = true;
      event.currentTarget.select();
    },
    // The click that brought the focus has moved the caret since.
    onClick: ({ currentTarget }: MouseEvent<HTMLInputElement>) => {
      if (entered.current && currentTarget.selectionStart === currentTarget.selectionEnd) currentTarget.select();
      entered.current = false;
    },
  };
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { label, hideLabel, description, error, className, isRequired, onChange, type, inputRef, isProposal } = props;
  const { id, box, around } = useField(props);
  const selecting = useSelectOnEntry();
  return (
    <div {...around} className={fieldClass(className)}>
      <PlainLabel id={id} label={label} hideLabel={hideLabel} isRequired={isRequired} />
      <input
        {...box}
        {...(isProposal === true ? selecting : {})}
        ref={inputRef}
        type={type ?? 'text'}
        className="k-input"
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
      <PlainHelp id={id} description={description} error={error} />
    </div>
  );
}

export interface TextAreaProps extends PlainProps {
  /** Rows shown when empty; it grows with its text (CSS `field-sizing`). */
  readonly rows?: number | undefined;
  readonly inputRef?: Ref<HTMLTextAreaElement> | undefined;
  readonly onInputKeyDown?: ((event: KeyboardEvent<HTMLTextAreaElement>) => void) | undefined;
}

/** Several lines of text; grows as it is filled. */
export function TextArea(props: TextAreaProps) {
  const {
    label,
    hideLabel,
    description,
    error,
    className,
    isRequired,
    onChange,
    rows = 2,
    inputRef,
    onInputKeyDown,
  } = props;
  const { id, box, around } = useField(props);
  return (
    <div {...around} className={fieldClass(className)}>
      <PlainLabel id={id} label={label} hideLabel={hideLabel} isRequired={isRequired} />
      <textarea
        {...box}
        ref={inputRef}
        rows={rows}
        className="k-input k-textarea"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onInputKeyDown}
      />
      <PlainHelp id={id} description={description} error={error} />
    </div>
  );
}
