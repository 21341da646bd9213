import type { ReactNode } from 'react';
import {
  ButtonContext,
  CheckboxContext,
  ComboBoxContext,
  DateFieldContext,
  Provider,
  RadioGroupContext,
  SelectContext,
  TextFieldContext,
  ToggleButtonContext,
} from 'react-aria-components';
import { useReadOnly } from '../desk-context.tsx';

/**
 * Fields that change the meeting. Where it may only be looked at, their texts can be read and copied and nothing in them
 * can be changed. A control with an `isDisabled` of its own does not hear of it, and must ask `useReadOnly` itself.
 */
export function MeetingFields({ children }: { children: ReactNode }) {
  const readOnly = useReadOnly();
  if (!readOnly) return children;
  return (
    <Provider
      values={[
        [TextFieldContext, { isReadOnly: true }],
        [ComboBoxContext, { isReadOnly: true }],
        [DateFieldContext, { isReadOnly: true }],
        [CheckboxContext, { isReadOnly: true }],
        [RadioGroupContext, { isReadOnly: true }],
        [SelectContext, { isDisabled: true }],
        [ButtonContext, { isDisabled: true }],
        [ToggleButtonContext, { isDisabled: true }],
      ]}
    >
      {children}
    </Provider>
  );
}
