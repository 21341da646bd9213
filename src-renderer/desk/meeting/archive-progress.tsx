import { Button } from '#renderer/kit/button.tsx';
import { Notice } from '#renderer/kit/notice.tsx';
import type { Archived } from '../kernel/archive/use-archive.ts';
import { useT } from '../kernel/i18n.ts';

/** While the earlier meetings are read, and if that failed. */
export function ArchiveProgress({ state, retry }: Pick<Archived<never>, 'state' | 'retry'>) {
  const t = useT();
  switch (state.kind) {
    case 'failed':
      return (
        <Notice
          tone="error"
          action={
            <Button size="small" onPress={retry}>
              {t('kit:tryAgain')}
            </Button>
          }
        >
          {t('archive.failed')}
        </Notice>
      );
    case 'loading':
      return (
        <p className="k-hint d-archive-progress" role="status">
          {t('archive.loading', { done: state.done, total: state.total })}
        </p>
      );
    case 'absent':
    case 'ready':
      return (
        <p className="k-hint d-archive-progress" role="status">
          {t('archive.reading')}
        </p>
      );
    default:
      return state satisfies never;
  }
}
