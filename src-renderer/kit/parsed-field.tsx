import { type ReactNode, useContext, useEffect, useState } from 'react';
import type { FieldFrame } from './field-parts.tsx';
import { KeptTextsContext } from './kept-texts.ts';
import { TextField } from './text-field.tsx';

export interface ParsedFieldProps<T> extends FieldFrame {
  readonly value: T | null;
  /** Called with every readable text, and with `null` when the field is emptied. */
  onChange(value: T | null): void;
  /** Changes when something else gives the value, a button beside it: also when that is the value it had. */
  readonly given?: number | undefined;
  /** The value of a text, or `null` if it has none. */
  parse(text: string): T | null;
  /** The text of a value; `parse` must read it back. */
  format(value: T): string;
  /** What is said of a text that cannot be read. */
  readonly unreadable: string | ((text: string) => string);
  readonly isRequired?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly placeholder?: string | undefined;
  /** How the value was understood, shown instead of the description: a date in words, an amount in millions. */
  readonly echo?: ReactNode;
  /** Says how the text is understood while typing; shown while it differs from the normalised text. */
  readonly readBack?: ((value: T) => string) | undefined;
  /** Up and down arrow: one more or one less. */
  readonly step?: ((value: T | null, by: 1 | -1) => T | null) | undefined;
  readonly inputMode?: 'decimal' | 'numeric' | 'text' | undefined;
}

/** What is typed in the box; `null` while it shows its value. */
function useTyped<T>(label: string, value: T | null, given: number | undefined) {
  const kept = useContext(KeptTextsContext);
  const fresh = () => ({ kept, given, value, reported: value, typed: kept.get(label), isReplaced: false });
  const [own, setOwn] = useState(fresh);
  if (own.kept !== kept) setOwn(fresh());
  else if (own.given !== given || !Object.is(own.value, value)) {
    const isReplaced = own.given !== given || !Object.is(own.reported, value);
    setOwn({ ...own, given, value, ...(isReplaced ? { reported: value, typed: null, isReplaced } : {}) });
  }
  useEffect(() => {
    if (own.isReplaced) kept.drop(label);
  }, [own.isReplaced, kept, label]);
  return {
    typed: own.typed,
    /** @param reported the value that is reported for it, if one is */
    setTyped: (typed: string | null, reported?: T | null): void =>
      setOwn((now) => ({
        ...now,
        typed,
        reported: reported === undefined ? now.reported : reported,
        isReplaced: false,
      })),
  };
}

/**
 * A text box for a value of another type (an amount, a length, a date). The user's own text stays as typed while the
 * box has the focus, and is normalised when it is left; unreadable text stays, with the reason, and is not reported; a
 * keeper of texts stores it. With another keeper it is the field of another form, and shows that one's text. A value that
 * comes from elsewhere replaces the text.
 */
export function ParsedField<T>(props: ParsedFieldProps<T>) {
  const { value, given, onChange, parse, format, unreadable, echo, readBack, step, error, description, ...rest } =
    props;
  const { inputMode, ...frame } = rest;
  const { typed, setTyped } = useTyped(frame.label, value, given);
  const kept = useContext(KeptTextsContext);
  const [left, setLeft] = useState(true);
  const shown = typed ?? (value === null ? '' : format(value));
  const wrong = typed !== null && typed.trim() !== '' && parse(typed) === null;

  const understood = typed === null || value === null || typed.trim() === format(value) ? undefined : readBack?.(value);

  const type = (text: string): void => {
    const read = text.trim() === '' ? null : parse(text);
    if (read === null && text.trim() !== '') {
      setTyped(text);
      kept.put(frame.label, text);
      return;
    }
    setTyped(text, read);
    kept.drop(frame.label);
    onChange(read);
  };
  return (
    <TextField
      {...frame}
      label={frame.label}
      value={shown}
      onChange={type}
      description={understood ?? echo ?? description}
      error={wrong && left ? (typeof unreadable === 'string' ? unreadable : unreadable(typed)) : error}
      inputMode={inputMode}
      onFocus={() => setLeft(false)}
      onBlur={() => {
        setLeft(true);
        if (!wrong) setTyped(null);
      }}
      data-unreadable={wrong ? true : undefined}
      onKeyDown={(event) => {
        if (event.key === 'Enter') setLeft(true);
        if (step === undefined || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        event.stopPropagation();
        const next = step(value, event.key === 'ArrowUp' ? 1 : -1);
        if (next === null) return;
        setTyped(null, next);
        kept.drop(frame.label);
        onChange(next);
      }}
    />
  );
}
