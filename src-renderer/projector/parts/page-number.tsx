import type { ReactNode } from 'react';
import type { Text } from '#renderer/kit/i18n-projector.ts';

/** "2/3"; nothing if there is only one page. */
export function PageNumber({ page, pages, t }: { page: number; pages: number; t: Text }): ReactNode {
  if (pages < 2) return null;
  return (
    <p className="notes-page">
      <span aria-hidden="true">{t('notes.page', { page: page + 1, pages })}</span>
      <span className="unseen">{t('notes.pageLabel', { page: page + 1, pages })}</span>
    </p>
  );
}
