import type { RefusalMessage } from '#core/protocol/requests.ts';
import type { Job, ResultOf } from '../rendering.ts';

export interface WorkerRequest {
  readonly id: number;
  readonly job: Job;
}

export type WorkerResponse =
  | { readonly id: number; readonly ok: true; readonly value: ResultOf[Job['what']] }
  | { readonly id: number; readonly ok: false; readonly refusal: RefusalMessage | null; readonly message: string };
