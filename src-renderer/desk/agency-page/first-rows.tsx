import { type ReactNode, useState } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { useT } from '../kernel/i18n.ts';

/** How many rows of a list are drawn until more are asked for: an agency has thousands over the years. */
const FIRST = 10;

/** The first rows of a long list, and a button with which the others come and go; `null` for a list that is short. */
export function useFirstRows<T>(
  rows: readonly T[],
  first = FIRST,
): { readonly shown: readonly T[]; readonly more: ReactNode } {
  const t = useT();
  const [isWhole, setWhole] = useState(false);
  // A button that hides one or two rows says more than they do.
  if (rows.length <= first + 2) return { shown: rows, more: null };
  return {
    shown: isWhole ? rows : rows.slice(0, first),
    more: (
      <Button
        size="small"
        variant="quiet"
        className="d-agency-more"
        aria-expanded={isWhole}
        onPress={() => setWhole(!isWhole)}
      >
        {isWhole ? t('agencyPage.fewer') : t('agencyPage.all', { count: rows.length })}
      </Button>
    ),
  };
}
