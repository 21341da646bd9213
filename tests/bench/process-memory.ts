import { readdirSync, readFileSync } from 'node:fs';

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process has ended meanwhile.
    return '';
  }
};

/** Process identifiers by that of their parent. */
function children(): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    // The name of the program is in brackets, and may contain anything.
    const parent = Number(read(`/proc/${name}/stat`).split(') ').at(-1)?.split(' ')[1]);
    found.set(parent, [...(found.get(parent) ?? []), Number(name)]);
  }
  return found;
}

/** Memory of one process, MB, of which shared pages count once for all that share them. Linux only. */
const ownOf = (pid: number): number =>
  Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024;

/** Memory that a process has in the machine, MB. */
export const residentOf = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;

/** Memory of processes and everything that they started, MB. */
export function memoryOf(...pids: readonly number[]): number {
  const below = children();
  const all = (pid: number): number[] => [pid, ...(below.get(pid) ?? []).flatMap(all)];
  return [...new Set(pids.flatMap(all))].reduce((sum, pid) => sum + ownOf(pid), 0);
}
