import { createContext, useContext } from 'react';

/** Whether the buttons within cannot be pressed, where they say nothing of their own. */
export const DisabledContext = createContext(false);

/** @param own what the control itself says; it goes before what stands around it */
export function useDisabled(own: boolean | undefined): boolean {
  const around = useContext(DisabledContext);
  return own ?? around;
}

/** Whether the text fields within can be read and copied, and not changed, where they say nothing of their own. */
export const ReadOnlyContext = createContext(false);

/** @param own what the field itself says; it goes before what stands around it */
export function useReadOnlyField(own: boolean | undefined): boolean {
  const around = useContext(ReadOnlyContext);
  return own ?? around;
}
