import { useEffect, useRef, useState } from 'react';
import type { ItemId } from '#core/model/agenda-item.ts';
import { useSlideWorker } from '#renderer/slides/use-deck.ts';
import { useRuntime } from '../kernel/desk-context.tsx';
import { type ChosenFile, chosenFiles, FILES_MAX } from './chosen-files.ts';
import { approve, type IntakeState, takeIn } from './intake.ts';

export interface IntakeRow extends ChosenFile {
  readonly state: IntakeState;
}

/** Files on their way to the agenda's items, one after the other. */
export interface Intake {
  readonly rows: readonly IntakeRow[];
  readonly isBusy: boolean;
  /** How many would be attached now. */
  readonly ready: number;
  /** Whether something was chosen among which no slides were. */
  readonly foundNone: boolean;
  /** Whether more were chosen than anybody could go through. */
  readonly foundTooMany: boolean;
  choose(files: readonly File[]): void;
  assign(id: string, itemId: ItemId): void;
  remove(id: string): void;
  /** Attaches all that wait, or one that failed, once more. */
  begin(id?: string): Promise<void>;
  /** Stops what is on its way; what is attached stays. */
  stop(): void;
  approve(id: string): Promise<void>;
}

const isReady = ({ itemId, state }: IntakeRow): boolean => itemId !== null && state.kind === 'waiting';

export function useIntake(itemId: ItemId | null, given: readonly File[]): Intake {
  const runtime = useRuntime();
  const host = useSlideWorker();
  const running = useRef<AbortController | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [found, setFound] = useState<number | null>(null);
  const rowsOf = (files: readonly File[]): IntakeRow[] => {
    const { meeting } = runtime.store.current();
    if (meeting === null) return [];
    return chosenFiles(meeting, files, itemId).map((file) => ({ ...file, state: { kind: 'waiting' } }));
  };
  const [rows, setRows] = useState<readonly IntakeRow[]>(() => rowsOf(given));
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
    foundNone: found === 0,
    foundTooMany: found !== null && found > FILES_MAX,
    choose(files) {
      if (isBusy) return;
      setFound(files.length);
      if (files.length > 0) setRows(files.length > FILES_MAX ? [] : rowsOf(files));
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
