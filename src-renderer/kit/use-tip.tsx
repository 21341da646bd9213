import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useRef,
  useState,
} from 'react';
import { Tooltip, TooltipTriggerStateContext } from 'react-aria-components';

/** How long a pointer rests on a control before it is told what that does, ms. */
const REST = 500;

/**
 * What a control without words tells to whoever points at it or comes to it by key. Costs a state and nothing more until it
 * tells something.
 * @returns properties of the control, and the tip to be put beside it
 */
export function useTip(label: string, ref?: Ref<HTMLButtonElement>) {
  const control = useRef<HTMLButtonElement>(null);
  const timer = useRef<number | null>(null);
  const [isOpen, setOpen] = useState(false);
  const stop = useCallback((): void => {
    if (timer.current !== null) window.clearTimeout(timer.current);
    timer.current = null;
  }, []);
  const set = useCallback(
    (open: boolean): void => {
      stop();
      setOpen(open);
    },
    [stop],
  );
  // The same for as long as the control is: another one would be taken for another control.
  const take = useCallback(
    (element: HTMLButtonElement | null): void => {
      control.current = element;
      // A control that goes away tells nothing any more.
      if (element === null) set(false);
      if (typeof ref === 'function') ref(element);
      else if (ref != null) ref.current = element;
    },
    [ref, set],
  );
  const tip: ReactNode = isOpen && (
    <TooltipTriggerStateContext
      value={{ isOpen, shouldSkipAnimation: false, open: () => set(true), close: () => set(false) }}
    >
      <Tooltip triggerRef={control} className="k-tooltip" offset={4}>
        {label}
      </Tooltip>
    </TooltipTriggerStateContext>
  );
  return {
    tip,
    ref: take,
    onPointerEnter: ({ pointerType }: PointerEvent) => {
      if (pointerType === 'touch' || isOpen) return;
      stop();
      timer.current = window.setTimeout(() => setOpen(true), REST);
    },
    onPointerLeave: () => set(false),
    onPointerDown: () => set(false),
    onFocus: ({ target }: FocusEvent) => {
      if (target.matches(':focus-visible')) set(true);
    },
    onBlur: () => set(false),
    onKeyDown: ({ key }: KeyboardEvent) => {
      if (key === 'Escape' || key === 'Enter' || key === ' ') set(false);
    },
  };
}
