import { parentPort } from 'node:worker_threads';
import { Refused } from '#core/refusals/refusals.ts';
import { renderInProcess } from '../rendering.ts';
import type { WorkerRequest, WorkerResponse } from './messages.ts';

// The worker thread in which documents are built; started by `in-thread.ts`.

async function answer({ id, job }: WorkerRequest): Promise<WorkerResponse> {
  try {
    return { id, ok: true, value: await renderInProcess(job) };
  } catch (error) {
    const refusal = error instanceof Refused ? { code: error.code, params: error.params } : null;
    return { id, ok: false, refusal, message: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (asked: WorkerRequest) => {
  void answer(asked).then((answered) => parentPort?.postMessage(answered));
});
