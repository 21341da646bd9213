import { parentPort } from 'node:worker_threads';
import { diskPort } from '../../storage/file-port.ts';
import { oneByOne } from '../../storage/one-by-one.ts';
import { patientPort } from '../../storage/patient-port.ts';
import { answerJobs } from '../../storage/worker-thread.ts';
import { type ReadJob, readMeeting } from './jobs.ts';

// The worker thread in which many meetings are read. Two at a time: one comes from the disk while the other is taken apart.

const files = patientPort(diskPort);
const lanes = [oneByOne(), oneByOne()];
let next = 0;

answerJobs(parentPort, (job: ReadJob) => {
  next = (next + 1) % lanes.length;
  const lane = lanes[next];
  return lane === undefined ? readMeeting(files, job) : lane(() => readMeeting(files, job));
});
