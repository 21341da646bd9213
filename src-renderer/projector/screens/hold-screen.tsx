import type { ReactNode } from 'react';
import type { Locale } from '#core/text/format.ts';
import { textIn } from '#renderer/kit/i18n-projector.ts';

interface Props {
  readonly locale: Locale;
  /** No meeting is open. */
  readonly idle?: boolean;
}

/** What the projector shows when there is nothing to show. */
export function HoldScreen({ locale, idle = false }: Props): ReactNode {
  const t = textIn(locale);
  return (
    <main className="hold">
      <h1 className="hold-name">{t('appName')}</h1>
      <p className="hold-text">{t(idle ? 'idle.text' : 'hold')}</p>
    </main>
  );
}
