import { parentPort } from 'node:worker_threads';
import { answerJobs } from '../../storage/worker-thread.ts';
import { type Job, renderInProcess } from '../rendering.ts';

// The worker thread in which documents are built.

answerJobs(parentPort, (job: Job) => renderInProcess(job));
