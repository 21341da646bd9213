import type { Meeting } from '#core/model/meeting.ts';
import type { Settings } from '#core/model/settings.ts';
import type { DeskView } from '#core/views/desk.ts';
import { recover, recoverDocument } from '#main/meeting/recovery.ts';
import { REGISTER } from '#main/register/register-files.ts';
import type { DiskImage } from '../doubles/disk/disk-image.ts';
import { simulatedDisk } from '../doubles/disk/simulated-disk.ts';
import { DATA } from './application-model.ts';

/** One meeting in one folder: what the desk was shown of it, and how much of that was reported as durable. */
interface Kept {
  readonly id: string;
  readonly states: Map<number, Meeting>;
  /** The newest state shown. */
  last: number;
  /** Reported as durable, or closed properly with. */
  told: number;
}

/** A field that counts its own changes: how many were requested, and the newest that was answered ok. */
interface Counted {
  acknowledged: number;
  sent: number;
}
interface CountedSettings {
  readonly office: Counted;
  readonly place: Counted;
}

/** What must be found on a disk, as known at one instant. */
export interface Demand {
  readonly image: DiskImage;
  readonly meetings: readonly { readonly kept: Kept; readonly told: number; readonly moving: boolean }[];
  readonly settings: CountedSettings;
  /** Words that the register must have, and those that it may have no more. */
  readonly said: ReadonlySet<string>;
}

/** Records what the windows were sent, and compares it with what a disk contains. */
export interface DurabilityOracle {
  /** Called with every view of the desk. */
  seen(view: DeskView): void;
  /** A command was answered ok: it is in what is shown. @returns whether it is */
  acknowledged(seq: number, word: string): boolean;
  /** A meeting's folder is being moved between the meetings and the trash. */
  moving(id: string, on: boolean): void;
  discarded(id: string): void;
  restored(id: string): void;
  /** The application ended properly: everything shown must be durable. */
  ended(): void;
  readonly settings: CountedSettings;
  /** What was said between meetings and answered ok, unless undoing it was requested since. */
  readonly said: Set<string>;
  /** The identifiers of all meetings so far. */
  ids(): string[];
  demand(image: DiskImage): Demand;
}

export function durabilityOracle(): DurabilityOracle {
  const live = new Map<string, Kept>();
  const trash = new Map<string, Kept[]>();
  const all: Kept[] = [];
  const moves = new Map<string, number>();
  const settings = { office: { acknowledged: 0, sent: 0 }, place: { acknowledged: 0, sent: 0 } };
  const said = new Set<string>();
  let open: Kept | null = null;

  const begin = (id: string): Kept => {
    const kept: Kept = { id, states: new Map(), last: 0, told: 0 };
    live.set(id, kept);
    all.push(kept);
    return kept;
  };
  const close = (): void => {
    if (open !== null) open.told = open.last;
    open = null;
  };

  return {
    seen({ meeting, saved }) {
      if (meeting === null || (open !== null && open.id !== meeting.id)) close();
      if (meeting === null) return;
      open = live.get(meeting.id) ?? begin(meeting.id);
      open.states.set(saved.seq, meeting);
      open.last = saved.seq;
      open.told = Math.max(open.told, saved.durable);
    },
    acknowledged: (seq, word) => JSON.stringify(open?.states.get(seq) ?? null).includes(word),
    moving: (id, on) => void moves.set(id, (moves.get(id) ?? 0) + (on ? 1 : -1)),
    discarded(id) {
      const kept = live.get(id);
      live.delete(id);
      if (kept !== undefined) trash.set(id, [...(trash.get(id) ?? []), kept]);
    },
    restored(id) {
      const kept = trash.get(id)?.pop();
      if (kept !== undefined) live.set(id, kept);
    },
    ended: close,
    settings,
    said,
    ids: () => [...new Set(all.map(({ id }) => id))],
    demand: (image) => ({
      image,
      meetings: all.map((kept) => ({ kept, told: kept.told, moving: (moves.get(kept.id) ?? 0) > 0 })),
      settings: structuredClone(settings),
      said: new Set(said),
    }),
  };
}

const report = (error: unknown): never => {
  throw error;
};

/** Which demands are not met by one state in which the disk may be after a power cut; empty if all are. */
export async function unmet({ meetings, settings, said }: Demand, state: DiskImage): Promise<string[]> {
  const problems: string[] = [];
  const { port } = simulatedDisk({ image: state });
  const folders = await Promise.all(
    ['meetings', 'trash'].map(async (name) =>
      (await port.list(`${DATA}/${name}`)).map((id) => `${DATA}/${name}/${id}`),
    ),
  );
  const known = new Map<string, ReturnType<typeof recover>>();
  const recovered = (folder: string): ReturnType<typeof recover> => {
    const before = known.get(folder) ?? recover({ files: port, folder, report });
    known.set(folder, before);
    return before;
  };
  for (const { kept, told, moving } of meetings) {
    const own = folders.flat().filter((path) => path.includes(`/${kept.id}`));
    const found: (string | null)[] = [];
    for (const folder of own) {
      try {
        const { meeting, seq } = await recovered(folder);
        const shown = kept.states.get(seq);
        if (seq < told) found.push(`${seq} of ${told} changes`);
        // The change that pauses a running turn comes with opening, and may be on the disk before it is shown.
        else if (shown === undefined) found.push(meeting.outage === null ? `change ${seq} was never shown` : null);
        else found.push(JSON.stringify(shown) === JSON.stringify(meeting) ? null : `another meeting at ${seq}`);
      } catch (error) {
        found.push(String(error));
      }
    }
    // The double may lose a name between two folders, which a real file system moves in one step.
    if (!moving && !found.includes(null)) problems.push(`${kept.id}: ${found.join(', ') || 'nowhere'}`);
  }
  if (said.size > 0) {
    const { document } = await recoverDocument(REGISTER, { files: port, folder: `${DATA}/register`, report });
    const written = JSON.stringify(document.entries);
    for (const word of said) if (!written.includes(word)) problems.push(`the register lacks ${word}`);
  }
  const text = await port.read(`${DATA}/settings.json`);
  problems.push(...unmetSettings(settings, JSON.parse(text) as FoundSettings));
  return problems;
}

type FoundSettings = Pick<Settings, 'letterhead' | 'defaults'>;

/** Settings that are older than what was acknowledged, or were never requested. */
export function unmetSettings({ office, place }: CountedSettings, found: FoundSettings): string[] {
  return (
    [
      ['office', office, Number(found.letterhead.office)],
      ['place', place, Number(found.defaults.place)],
    ] as const
  ).flatMap(([name, { acknowledged, sent }, value]) =>
    value >= acknowledged && value <= sent
      ? []
      : [`settings: ${name} is ${value}, acknowledged ${acknowledged} of ${sent}`],
  );
}
