import { join } from 'node:path';
import { z } from 'zod';
import type { ListedAgency } from '#core/model/agency.ts';
import { firstSettings, SETTINGS_SCHEMA, Settings } from '#core/model/settings.ts';
import type { Instant } from '#core/time/units.ts';
import type { Notice } from '#core/views/desk.ts';
import type { FilePort } from '../storage/file-port.ts';
import { jsonFiles } from '../storage/json-file.ts';
import { isUnreadable } from '../storage/read-around.ts';

const Version = z.looseObject({ schema: z.number() });

/** Computes the next settings from the present ones; may throw a refusal, and nothing changes then. */
type Change = (current: Settings) => Settings;

/** The settings: one value with one writer. */
export interface SettingsValue {
  /** The settings as in the file; the defaults before `open()`. */
  current(): Settings;
  /** Reads the settings; a damaged file, or one that the disk cannot read, is renamed and replaced by the defaults, with a notice. */
  open(): Promise<readonly Notice[]>;
  /**
   * Changes the settings; they are on the disk when this resolves. Changes are applied in order, each to the result of
   * the one before; those that arrive during a write share the next one.
   * @throws what the change throws, or why the file could not be written: the settings are then unchanged
   */
  update(change: Change): Promise<void>;
  /** Resolves when no change is pending. */
  idle(): Promise<void>;
}

interface Waiting {
  readonly change: Change;
  resolve(): void;
  reject(error: unknown): void;
}

export interface SettingsOptions {
  readonly files: FilePort;
  readonly dataFolder: string;
  /** The agencies of a first start. */
  readonly sample: readonly ListedAgency[];
  now(): Instant;
  onChange(): void;
}

export function settingsValue({ files, dataFolder, sample, now, onChange }: SettingsOptions): SettingsValue {
  const path = join(dataFolder, 'settings.json');
  const file = jsonFiles(files).at(path);
  let known: Settings | null = null;
  const current = (): Settings => {
    // Made only where no file says otherwise: a start waits for it.
    known ??= firstSettings(sample);
    return known;
  };
  let waiting: Waiting[] = [];
  let writing: Promise<void> | null = null;

  async function write(next: Settings): Promise<void> {
    await files.makeFolder(dataFolder);
    file.data = next;
    await file.write();
  }

  /** Applies all pending changes; only those that succeed take part in the write. */
  async function carryOut(): Promise<void> {
    const batch = waiting;
    waiting = [];
    let next = current();
    const taken: Waiting[] = [];
    for (const one of batch) {
      try {
        next = one.change(next);
        taken.push(one);
      } catch (error) {
        one.reject(error);
      }
    }
    try {
      if (next !== known) await write(next);
    } catch (error) {
      for (const { reject } of taken) reject(error);
      return;
    }
    if (next !== known) {
      known = next;
      onChange();
    }
    for (const { resolve } of taken) resolve();
  }

  async function carryOutAll(): Promise<void> {
    while (waiting.length > 0) await carryOut();
    // Immediately: a change that arrives from now on starts the next run.
    writing = null;
  }

  return {
    current,
    async open() {
      try {
        await file.read();
        if (file.data === null) return [];
        const version = Version.safeParse(file.data);
        if (version.success && version.data.schema > SETTINGS_SCHEMA) throw new SyntaxError('settings from the future');
        known = Settings.parse(file.data);
        return [];
      } catch (error) {
        if (!(error instanceof SyntaxError) && !(error instanceof z.ZodError) && !isUnreadable(error)) throw error;
        const kept = `${path}.damaged-${new Date(now()).toISOString().replaceAll(':', '-').slice(0, 19)}`;
        await files.rename(path, kept);
        return [{ code: 'settingsReset', params: { path: kept } }];
      }
    },
    update: (change) =>
      new Promise((resolve, reject) => {
        waiting.push({ change, resolve, reject });
        writing ??= carryOutAll();
      }),
    async idle() {
      while (writing !== null) await writing;
    },
  };
}
