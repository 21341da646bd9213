import { Fragment, type ReactNode } from 'react';
import { EMPHASIS } from '../emphasis.ts';

/** "Giliran 6 dari 39" with the numbers that `emphasised` marked set bold. */
export function Emphasised({ text }: { readonly text: string }): ReactNode {
  return text.split(EMPHASIS).map((part, index) => {
    const key = `${index}:${part}`;
    return index % 2 === 1 ? <strong key={key}>{part}</strong> : <Fragment key={key}>{part}</Fragment>;
  });
}
