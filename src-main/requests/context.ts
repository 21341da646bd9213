import type { Kop } from '#core/model/kop.ts';
import type { Settings } from '#core/model/settings.ts';
import type { Instant } from '#core/time/units.ts';
import type { EmblemImage } from '../documents/letterhead.tsx';
import type { Host } from '../hosts/port.ts';
import type { Elsewhere } from '../meeting/elsewhere.ts';
import type { MeetingStore } from '../meeting/meeting-store.ts';
import type { FilePort } from '../storage/file-port.ts';
import type { Workspace } from './workspace.ts';

/** What the requests need of the application. */
export interface RequestContext {
  readonly host: Host;
  readonly store: MeetingStore;
  readonly workspace: Workspace;
  readonly elsewhere: Elsewhere;
  readonly files: FilePort;
  readonly documentsFolder: string;
  now(): Instant;
  newId(): string;
  settings(): Settings;
  /** See `SettingsValue.update`. */
  updateSettings(change: (current: Settings) => Settings): Promise<void>;
  /** The emblem of a letterhead for a document; `null` if it has none. */
  emblem(kop: Kop): Promise<EmblemImage | null>;
  dismissNotice(id: string): void;
  /** Called when something visible to windows has changed. */
  onChange(): void;
}
