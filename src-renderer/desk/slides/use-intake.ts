import { useEffect, useRef, useState } from 'react';
import type { ItemId } from '#core/model/agenda-item.ts';
import { useSlideWorker } from '#renderer/slides/use-deck.ts';
import { useRuntime } from '../kernel/desk-context.tsx';
import { chosenFiles, FILES_MAX, slidesDropped } from './chosen-files.ts';
import { approve, takeIn } from './intake.ts';
import { type IntakeRow, withChosen } from './intake-rows.ts';

/** Files on their way to the agenda's items, one after the other. */
export interface Intake {
  readonly rows: readonly IntakeRow[];
  readonly isBusy: boolean;
  /** How many would be attached now. */
  readonly ready: number;
  /** Why nothing of what was chosen last is used: it has no slides, or there would be more than anybody could go through. */
  readonly unused: Unused | null;
  /** Adds files to those chosen before. */
  choose(files: readonly File[]): void;
  assign(id: string, itemId: ItemId): void;
  remove(id: string): void;
  /** Attaches all that wait, or one that failed, once more. */
  begin(id?: string): Promise<void>;
  /** Stops what is on its way; what is attached stays. */
  stop(): void;
  approve(id: string): Promise<void>;
}

type Unused = 'foundNone' | 'foundTooMany';

/** @param there how many rows there are already */
const unusedOf = (files: readonly File[], there: number): Unused | null =>
  files.length === 0 ? 'foundNone' : there + files.length > FILES_MAX ? 'foundTooMany' : null;

const isReady = ({ itemId, state }: IntakeRow): boolean => itemId !== null && state.kind === 'waiting';

export function useIntake(itemId: ItemId | null, given: readonly File[]): Intake {
  const runtime = useRuntime();
  const host = useSlideWorker();
  const running = useRef<AbortController | null>(null);
  const [isBusy, setBusy] = useState(false);
  const withFiles = (before: readonly IntakeRow[], files: readonly File[]): readonly IntakeRow[] => {
    const { meeting } = runtime.store.current();
    return meeting === null ? before : withChosen(before, chosenFiles(meeting, files, itemId), isBusy);
  };
  const [unused, setUnused] = useState(() => (given.length === 0 ? null : unusedOf(slidesDropped(given), 0)));
  const [rows, setRows] = useState(() => (unused === null ? withFiles([], slidesDropped(given)) : []));
  const change = (id: string, fields: Partial<IntakeRow>): void =>
    setRows((before) => before.map((row) => (row.id === id ? { ...row, ...fields } : row)));
  useEffect(() => () => running.current?.abort(), []);

  async function begin(id?: string): Promise<void> {
    const abort = new AbortController();
    running.current = abort;
    setBusy(true);
    for (const row of rows.filter((one) => (id === undefined ? isReady(one) : one.id === id))) {
      if (abort.signal.aborted || row.itemId === null) break;
      await takeIn(
        runtime,
        host,
        { file: row.file, name: row.name, itemId: row.itemId },
        {
          signal: abort.signal,
          tell: (state) => change(row.id, { state }),
        },
      );
    }
    setBusy(false);
  }
  return {
    rows,
    isBusy,
    ready: rows.filter(isReady).length,
    unused,
    choose(files) {
      const why = unusedOf(files, rows.length);
      setUnused(why);
      if (why === null) setRows((before) => withFiles(before, files));
    },
    assign: (id, chosen) => change(id, { itemId: chosen, certainty: 'chosen', state: { kind: 'waiting' } }),
    remove: (id) => setRows((before) => before.filter((row) => row.id !== id)),
    begin,
    stop: () => running.current?.abort(),
    async approve(id) {
      const row = rows.find((one) => one.id === id);
      if (row?.state.kind !== 'look' || row.itemId === null) return;
      change(id, { state: await approve(runtime, row.itemId, row.state.slides) });
    },
  };
}
