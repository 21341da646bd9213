import type { ReactNode } from 'react';
import type { ItemName } from '#core/views/active-item.ts';
import type { Text } from '#renderer/kit/i18n-projector.ts';
import { finishText, nameOf, turnText } from '../words.ts';
import { Emphasised } from './emphasised.tsx';
import type { ScreenProps } from './top-bar.tsx';

/** Who is next, or that nobody is. */
export function NextItem({ next, t }: { readonly next: ItemName | null; readonly t: Text }): ReactNode {
  return (
    <p className="foot-next">
      {next === null ? (
        <span>{t('footer.last')}</span>
      ) : (
        <>
          <span>{t('domain:next')} </span>
          <strong>{nameOf(next, t)}</strong>
        </>
      )}
    </p>
  );
}

/** Who is next, the meeting's progress, and when it will be over. */
export function FootBar({ view, beat, t }: Omit<ScreenProps, 'connected'>): ReactNode {
  return (
    <footer className="foot">
      <NextItem next={view.next} t={t} />
      <p className="foot-state">
        <span>
          <Emphasised text={turnText(view, t)} />
        </span>
        <span>
          <Emphasised text={finishText(view, beat, t)} />
        </span>
      </p>
    </footer>
  );
}
