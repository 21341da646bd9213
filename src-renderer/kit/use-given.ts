import { useReducer } from 'react';

/**
 * For buttons beside a field that give its value, also the one that it has: whatever was typed in the field is replaced.
 * @returns for the field's `given`, and to be called by the buttons
 */
export const useGiven = (): readonly [number, () => void] => useReducer((times: number) => times + 1, 0);
