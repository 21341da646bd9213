import { memo, type ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';

/** What every field has around its control. */
export interface FieldFrame {
  readonly label: string;
  /** Keeps the label for screen readers only, if a heading or column already says it. */
  readonly hideLabel?: boolean | undefined;
  readonly description?: ReactNode;
  /** What is wrong with the value, in plain words; linked to the control and shown below it. */
  readonly error?: string | null | undefined;
  readonly className?: string | undefined;
}

export function FieldLabel({
  label,
  hideLabel,
  isRequired,
}: Pick<FieldFrame, 'label' | 'hideLabel'> & { isRequired?: boolean | undefined }) {
  return (
    <Label className={hideLabel === true ? 'k-hidden' : 'k-label'}>
      {label}
      {isRequired === true && (
        <span className="k-required" aria-hidden="true">
          {' '}
          *
        </span>
      )}
    </Label>
  );
}

export function FieldHelp({ description, error }: Pick<FieldFrame, 'description' | 'error'>) {
  return (
    <>
      {description != null && description !== '' && !isWrong(error) && (
        <Text slot="description" className="k-description">
          {description}
        </Text>
      )}
      <FieldError className="k-error">{error ?? undefined}</FieldError>
    </>
  );
}

/** The label of a field of the page's own. @param id the box's */
export const PlainLabel = memo(function PlainLabel({
  id,
  label,
  hideLabel,
  isRequired,
}: Pick<FieldFrame, 'label' | 'hideLabel'> & { id: string; isRequired?: boolean | undefined }) {
  return (
    <label htmlFor={id} className={hideLabel === true ? 'k-hidden' : 'k-label'}>
      {label}
      {isRequired === true && (
        <span className="k-required" aria-hidden="true">
          {' '}
          *
        </span>
      )}
    </label>
  );
});

/** What is told below such a field: why its value will not do, else what it is for. */
export const PlainHelp = memo(function PlainHelp({
  id,
  description,
  error,
}: Pick<FieldFrame, 'description' | 'error'> & { id: string }) {
  if (isWrong(error))
    return (
      <span id={`${id}-help`} className="k-error">
        {error}
      </span>
    );
  if (description == null || description === '') return null;
  return (
    <span id={`${id}-help`} className="k-description">
      {description}
    </span>
  );
});

export const fieldClass = (className: string | undefined): string =>
  className === undefined ? 'k-field' : `k-field ${className}`;
export const isWrong = (error: string | null | undefined): boolean => error != null && error !== '';
