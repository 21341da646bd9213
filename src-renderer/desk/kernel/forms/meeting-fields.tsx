import type { ReactNode } from 'react';
import {
  CheckboxContext,
  ComboBoxContext,
  DateFieldContext,
  Provider,
  RadioGroupContext,
  SelectContext,
} from 'react-aria-components';
import { DisabledContext, ReadOnlyContext } from '#renderer/kit/control-context.ts';
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
        [ReadOnlyContext, true],
        [ComboBoxContext, { isReadOnly: true }],
        [DateFieldContext, { isReadOnly: true }],
        [CheckboxContext, { isReadOnly: true }],
        [RadioGroupContext, { isReadOnly: true }],
        [SelectContext, { isDisabled: true }],
        [DisabledContext, true],
      ]}
    >
      {children}
    </Provider>
  );
}
