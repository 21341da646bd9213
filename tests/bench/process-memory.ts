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

/** Memory that a process has in the machine, MB. */
export const residentOf = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;

/** What a process has mapped: its own pages, and of each file those that are in memory; kB. */
function mapped(pid: number): { own: number; files: Map<string, number> } {
  const files = new Map<string, number>();
  let [own, path, resident] = [0, '', 0];
  for (const line of read(`/proc/${pid}/smaps`).split('\n')) {
    const [name = '', value] = line.split(/:\s+/);
    if (/^[0-9a-f]+-[0-9a-f]+ /.test(line)) path = line.split(/\s+/)[5] ?? '';
    else if (name === 'Rss') resident = Number.parseInt(value ?? '', 10);
    else if (name === 'Anonymous') {
      const anonymous = Number.parseInt(value ?? '', 10);
      own += anonymous;
      files.set(path, (files.get(path) ?? 0) + resident - anonymous);
    }
  }
  return { own, files };
}

/**
 * Memory of processes and everything that they started, MB. A file's pages count once, however many of them have it;
 * whoever else on the machine has it as well changes nothing. Linux only.
 */
export function memoryOf(...pids: readonly number[]): number {
  const below = children();
  const all = (pid: number): number[] => [pid, ...(below.get(pid) ?? []).flatMap(all)];
  const files = new Map<string, number>();
  let own = 0;
  for (const pid of new Set(pids.flatMap(all))) {
    const one = mapped(pid);
    own += one.own;
    for (const [path, size] of one.files) files.set(path, Math.max(files.get(path) ?? 0, size));
  }
  return (own + [...files.values()].reduce((sum, size) => sum + size, 0)) / 1024;
}
