import { memo } from 'react';
import type { Board, BoardFilter, StandingCounts } from '#core/archive/board.ts';
import { STANDINGS } from '#core/model/follow-up-now.ts';
import { usePainted } from '#renderer/kit/use-painted.ts';
import { useT } from '../kernel/i18n.ts';

interface Line {
  readonly key: string;
  readonly name: string;
  readonly counts: StandingCounts;
  onPress(): void;
}

/** A bar for each: how much is done, on track, in need of attention, late. The numbers are beside it in words. */
function Bars({ title, lines }: { title: string; lines: readonly Line[] }) {
  const t = useT();
  const sum = (counts: StandingCounts): number => STANDINGS.reduce((all, standing) => all + counts[standing], 0);
  const most = Math.max(1, ...lines.map(({ counts }) => sum(counts)));
  return (
    <section className="k-card d-recap">
      <h2 className="k-heading">{title}</h2>
      <ul className="d-recap-list">
        {lines.map(({ key, name, counts, onPress }) => (
          <li key={key}>
            <button type="button" className="d-recap-line" onClick={onPress}>
              <span className="d-recap-name">{name}</span>
              <span className="d-recap-count">{t('board.recap.done', { done: counts.done, count: sum(counts) })}</span>
              <span className="d-recap-bar" aria-hidden="true" style={{ inlineSize: `${(100 * sum(counts)) / most}%` }}>
                {(['done', 'onTrack', 'attention', 'late'] as const).map((standing) => (
                  <span
                    key={standing}
                    className={`d-recap-part d-recap-${standing}`}
                    style={{ flexGrow: counts[standing] }}
                  />
                ))}
              </span>
              {counts.late > 0 && <span className="d-recap-late">{t('board.recap.late', { count: counts.late })}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Progress by agency and by leader; a press shows the follow-ups of one. The rows beside it are drawn before it. */
export const Recap = memo(function Recap({
  board,
  onFilter,
}: {
  board: Pick<Board, 'byAgency' | 'byLeader'>;
  onFilter(fields: Partial<BoardFilter>): void;
}) {
  const t = useT();
  const isPainted = usePainted();
  if (board.byAgency.length + board.byLeader.length === 0 || !isPainted) return null;
  return (
    <aside className="d-board-recap" aria-label={t('board.recap.title')}>
      <Bars
        title={t('board.recap.byLeader')}
        lines={board.byLeader.map(({ leader, counts }) => ({
          key: leader ?? '',
          name: leader === null ? t('board.noLeader') : t(`domain:roleShort.${leader}`),
          counts,
          onPress: () => onFilter({ leader }),
        }))}
      />
      <Bars
        title={t('board.recap.byAgency')}
        lines={board.byAgency.map(({ id, short, counts }) => ({
          key: id,
          name: short,
          counts,
          onPress: () => onFilter({ agencyId: id }),
        }))}
      />
    </aside>
  );
});
