import type { ReactNode } from 'react';
import { filledTo } from '#renderer/kit/clock-parts.ts';
import type { Text } from '#renderer/kit/i18n-projector.ts';
import { emphasised } from '../emphasis.ts';
import type { MeetingView } from '../words.ts';
import { Emphasised } from './emphasised.tsx';

/** How many agencies have presented, in words and as a bar. Nothing without agencies. */
export function Progress({ view, t }: { readonly view: MeetingView; readonly t: Text }): ReactNode {
  const { n, m } = view.done;
  if (m === 0) return null;
  return (
    <section className="progress">
      <p className="progress-text">
        <Emphasised text={t('progress', { n: emphasised(n), m: emphasised(m), term: view.term })} />
      </p>
      <div className="bar-track">
        <div className="bar-fill" style={{ backgroundSize: filledTo(n / m) }} />
      </div>
    </section>
  );
}
