import { type FocusEvent, useState } from 'react';

const cardOf = (target: EventTarget | null): string | null =>
  (target instanceof Element && target.closest<HTMLElement>('[data-follow-up-id]')?.dataset.followUpId) || null;

/** In the card of which follow-up of a list the focus is; also while another window has it. */
export function useCardAt() {
  const [id, setId] = useState<string | null>(null);
  return {
    id,
    ofList: {
      onFocus: ({ target }: FocusEvent) => setId(cardOf(target)),
      onBlur: ({ target, relatedTarget }: FocusEvent) => {
        if (document.activeElement !== target) setId(cardOf(relatedTarget));
      },
    },
  };
}
