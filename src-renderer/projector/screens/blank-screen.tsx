import type { ReactNode } from 'react';
import type { Text } from '#renderer/kit/i18n-projector.ts';

/** Nothing at all; only a screen reader is told that this is meant. */
export function BlankScreen({ t }: { readonly t: Text }): ReactNode {
  return (
    <main className="blank">
      <h1 className="unseen">{t('blank.heading')}</h1>
    </main>
  );
}
