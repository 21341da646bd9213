import type { ReactNode } from 'react';
import type { TurnView } from '#core/views/projector.ts';
import type { Text } from '#renderer/kit/i18n-projector.ts';
import { officeParts } from '../words.ts';

/** Who presents, the name emphasised; nothing if nobody is known. */
export function PresenterLine({ view, t }: { readonly view: TurnView; readonly t: Text }): ReactNode {
  if (view.presenter === null) return null;
  const { name } = view.presenter;
  const parts = officeParts(view.presenter, t);
  if (name === '' && parts.length === 0) return null;
  return (
    <p className="presenter">
      {name === '' ? null : <strong>{name}</strong>}
      {name === '' || parts.length === 0 ? '' : ' · '}
      {parts.join(' · ')}
    </p>
  );
}
