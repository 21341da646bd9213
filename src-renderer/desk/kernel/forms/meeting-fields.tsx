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
 * Fields that change the meeting. In a read-only meeting their texts can be read and copied but not changed. A control
 * with its own `isDisabled` does not inherit this, and must call `useReadOnly` itself.
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
