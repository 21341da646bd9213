import { useRuntime } from '../kernel/desk-context.tsx';
import type { DeskRuntime } from '../kernel/runtime.ts';
import { showUndoToast } from '../kernel/toasts/undo-toast.ts';

export interface ProblemActions {
  /** It was raised in this meeting again. */
  recur(problemId: string): Promise<void>;
  solve(problemId: string, solved: boolean): Promise<void>;
  remove(problemId: string): Promise<void>;
}

/** What can be done with a problem that is kept open. */
function problemActions(runtime: DeskRuntime): ProblemActions {
  const { send, t } = runtime;
  return {
    async recur(problemId) {
      if (await send({ type: 'problem.recur', problemId })) {
        showUndoToast(runtime, 'problem.recur', t('problems.toast.recurred'));
      }
    },
    async solve(problemId, solved) {
      if (await send({ type: 'problem.solve', problemId, solved })) {
        showUndoToast(runtime, 'problem.solve', t(solved ? 'problems.toast.solved' : 'problems.toast.reopened'));
      }
    },
    async remove(problemId) {
      if (await send({ type: 'problem.delete', problemId })) {
        showUndoToast(runtime, 'problem.delete', t('problems.toast.deleted'));
      }
    },
  };
}

export const useProblemActions = (): ProblemActions => problemActions(useRuntime());
