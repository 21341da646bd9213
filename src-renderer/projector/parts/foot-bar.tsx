import type { ReactNode } from 'react';
import { finishText, nameOf, turnText } from '../words.ts';
import { Emphasised } from './emphasised.tsx';
import type { ScreenProps } from './top-bar.tsx';

/** Who is next, the meeting's progress, and when it will be over. */
export function FootBar({ view, beat, t }: Omit<ScreenProps, 'connected'>): ReactNode {
  return (
    <footer className="foot">
      <p className="foot-next">
        {view.next === null ? (
          <span>{t('footer.last')}</span>
        ) : (
          <>
            <span>{t('domain:next')} </span>
            <strong>{nameOf(view.next, t)}</strong>
          </>
        )}
      </p>
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
