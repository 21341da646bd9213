import type { FollowUpMatter } from '#core/archive/matters.ts';
import type { CivilDate } from '#core/time/zone.ts';
import { usePainted } from '#renderer/kit/use-painted.ts';
import { useDeskValue, useLooksOn } from '../kernel/desk-context.tsx';
import { useBoardActions } from './board-actions.ts';
import { BoardRow } from './board-row.tsx';

/** More rows than the largest screen shows: they are drawn with the key, all others after them. */
const IN_SIGHT = 16;

interface BoardListProps {
  readonly rows: readonly FollowUpMatter[];
  readonly today: CivilDate;
  readonly chosen: ReadonlySet<string>;
  onChoose(id: string): void;
}

/** @param props.onChoose the same function with every drawing */
export function BoardList({ rows, today, chosen, onChoose }: BoardListProps) {
  const isPainted = usePainted();
  const looksOn = useLooksOn();
  const termEnds = useDeskValue((view) => view.settings.termEnds);
  const actions = useBoardActions();
  const setting = { today, looksOn, termEnds, actions };
  return (
    <ul className="d-board-list">
      {(isPainted ? rows : rows.slice(0, IN_SIGHT)).map((row) => (
        <BoardRow key={row.id} row={row} isChosen={chosen.has(row.id)} onChoose={onChoose} {...setting} />
      ))}
    </ul>
  );
}
