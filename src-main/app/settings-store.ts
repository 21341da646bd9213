import { join } from 'node:path';
import { z } from 'zod';
import type { ListedAgency } from '#core/model/agency.ts';
import { firstSettings, SETTINGS_SCHEMA, Settings } from '#core/model/settings.ts';
import type { Instant } from '#core/time/units.ts';
import type { Notice } from '#core/views/desk.ts';
import type { FilePort } from '../storage/file-port.ts';
import { jsonFile } from '../storage/json-file.ts';

const Version = z.looseObject({ schema: z.number() });

export interface SettingsStore {
  /** Reads the settings; a damaged file is set aside and the defaults taken, with a notice. */
  open(): Promise<{ settings: Settings; notices: readonly Notice[] }>;
  save(settings: Settings): Promise<void>;
}

export function settingsStore(
  files: FilePort,
  dataFolder: string,
  sample: readonly ListedAgency[],
  now: () => Instant,
): SettingsStore {
  const path = join(dataFolder, 'settings.json');
  return {
    async open() {
      const file = jsonFile(files, path);
      try {
        await file.read();
        if (file.data === null) return { settings: firstSettings(sample), notices: [] };
        const version = Version.safeParse(file.data);
        if (version.success && version.data.schema > SETTINGS_SCHEMA) throw new SyntaxError('settings from the future');
        return { settings: Settings.parse(file.data), notices: [] };
      } catch (error) {
        if (!(error instanceof SyntaxError) && !(error instanceof z.ZodError)) throw error;
        const kept = `${path}.damaged-${new Date(now()).toISOString().replaceAll(':', '-').slice(0, 19)}`;
        await files.rename(path, kept);
        return { settings: firstSettings(sample), notices: [{ code: 'settingsReset', params: { path: kept } }] };
      }
    },
    async save(settings) {
      await files.makeFolder(dataFolder);
      const file = jsonFile(files, path);
      file.data = settings;
      await file.write();
    },
  };
}
