import type { Emblem } from '#core/model/kop.ts';
import type { Settings } from '#core/model/settings.ts';
import { Refused } from '#core/refusals/refusals.ts';
import type { EmblemImage } from '../documents/letterhead.tsx';
import type { RequestHandlers } from '../requests/handlers.ts';
import { checkPng } from './png-check.ts';
import type { EmblemStore } from './store.ts';

export interface EmblemContext {
  readonly emblems: EmblemStore;
  /** See `SettingsValue.update`. */
  updateSettings(change: (current: Settings) => Settings): Promise<void>;
}

/** An emblem for a document; `null` if there is none, or its file is missing. */
export async function emblemFor(emblem: Emblem | null, emblems: EmblemStore): Promise<EmblemImage | null> {
  const bytes = emblem === null ? null : await emblems.read(emblem.id);
  if (emblem === null || bytes === null) return null;
  const { width, height } = emblem;
  return { dataUrl: `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`, width, height };
}

/** Sets and removes the user's emblem. The window made the image; here it is checked as if it came from anybody. */
export function emblemHandlers(context: EmblemContext): Pick<RequestHandlers, 'emblem.set' | 'emblem.clear'> {
  const { emblems, updateSettings } = context;
  return {
    async 'emblem.set'({ png }) {
      const sound = await checkPng(Buffer.from(png, 'base64'));
      if (sound === null) throw new Refused('emblemUnsound');
      // The previous one stays on the disk: a meeting that was closed with it still prints it.
      const emblem = await emblems.keep(sound);
      await updateSettings((settings) => ({ ...settings, emblem }));
      return null;
    },
    async 'emblem.clear'() {
      await updateSettings((settings) => ({ ...settings, emblem: null }));
      return null;
    },
  };
}
