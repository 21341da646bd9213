import { Refused } from '#core/commands/definition.ts';
import type { Settings } from '#core/model/settings.ts';
import type { RequestHandlers } from '../app/router.ts';
import { oneByOne } from '../storage/one-by-one.ts';
import { checkPng } from './png-check.ts';
import type { EmblemStore } from './store.ts';

export interface EmblemContext {
  readonly emblems: EmblemStore;
  /** See `SettingsValue.update`. */
  updateSettings(change: (current: Settings) => Settings): Promise<void>;
  report(error: unknown): void;
}

/** The emblem as a document carries it in itself. */
export interface PrintedEmblem {
  /** `data:image/png;base64,…` */
  readonly dataUrl: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** The user's emblem for a document; `null` when there is none, or its file is gone. */
export async function emblemFor({ emblem }: Settings, emblems: EmblemStore): Promise<PrintedEmblem | null> {
  const bytes = emblem === null ? null : await emblems.read(emblem.id);
  if (emblem === null || bytes === null) return null;
  const { width, height } = emblem;
  return { dataUrl: `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`, width, height };
}

/** Takes and drops the user's emblem. The window has made the picture; here it is checked as if anybody had. */
export function emblemHandlers(context: EmblemContext): Pick<RequestHandlers, 'emblem.set' | 'emblem.clear'> {
  const { emblems, updateSettings, report } = context;
  // One after the other: what the one leaves lying, the other has just put there.
  const queue = oneByOne();
  // What is left behind is a file that nothing names: no reason to tell the user that the change failed.
  const tidy = (id: string | null): Promise<void> => emblems.removeOthers(id).catch(report);
  return {
    async 'emblem.set'({ png }) {
      const sound = await checkPng(Buffer.from(png, 'base64'));
      if (sound === null) throw new Refused('emblemUnsound');
      return queue(async () => {
        const emblem = await emblems.keep(sound);
        await updateSettings((settings) => ({ ...settings, emblem }));
        await tidy(emblem.id);
        return null;
      });
    },
    'emblem.clear': () =>
      queue(async () => {
        await updateSettings((settings) => ({ ...settings, emblem: null }));
        await tidy(null);
        return null;
      }),
  };
}
