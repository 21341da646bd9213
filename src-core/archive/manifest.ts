import { z } from 'zod';
import { InstantSchema } from '../model/agenda-item.ts';
import { SLIDES_BYTES_MAX } from '../model/lengths.ts';
import type { Settings } from '../model/settings.ts';

/** Raised when an archive of this form could not be read by an earlier version. A further kind of file does not. */
export const ARCHIVE_VERSION = 1;
export const ARCHIVE_FORMAT = 'ekspose-archive';
export const MANIFEST_PATH = 'manifest.json';

/** What of everything is in an archive: all but what is private, or a full backup. */
export const ARCHIVE_CONTENTS = ['public', 'full'] as const;
export const ArchiveContents = z.enum(ARCHIVE_CONTENTS);
export type ArchiveContents = z.infer<typeof ArchiveContents>;

/** The kinds of files that this version takes in; files of other kinds are counted and left alone. */
export const FILE_KINDS = ['meeting', 'register', 'settings', 'emblem', 'slides'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Of each kind the largest file that is read, bytes; of a kind of later versions the largest that is checked. */
export const LARGEST_FILE: Readonly<Record<FileKind | 'other', number>> = {
  meeting: 64_000_000,
  register: 64_000_000,
  settings: 4_000_000,
  emblem: 3_000_000,
  slides: SLIDES_BYTES_MAX,
  other: 1_000_000_000,
};
export const LARGEST_MANIFEST = 32_000_000;
/** The largest archive that is received, bytes, and most files in one. */
export const LARGEST_ARCHIVE = 100_000_000_000;
export const MOST_FILES = 100_000;
/** How often longer than the archive its files may be together: JSON has a tenth of its length, a bomb a thousandth. */
export const MOST_UNPACKED = 200;
/** A short archive may exceed that by so much, bytes. */
export const UNPACKED_FREE = 64_000_000;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const State = z.object({ full: Hash, public: Hash });

export const ArchiveFile = z.object({
  kind: z.string().min(1).max(40),
  /** With `/`, below the archive. */
  path: z.string().min(1).max(300),
  /** Bytes, not compressed. */
  size: z.number().int().min(0),
  sha256: Hash,
  /** Of a meeting: its identifier, and the states in which it is known to have been. */
  id: z.string().min(1).max(64).optional(),
  past: z.array(State).max(1000).default([]),
});
export type ArchiveFile = z.infer<typeof ArchiveFile>;

export const Manifest = z.object({
  format: z.literal(ARCHIVE_FORMAT),
  version: z.number().int().min(1),
  /** Of the Ekspose that made it. */
  madeBy: z.string().max(100),
  madeAt: InstantSchema,
  contents: ArchiveContents,
  files: z.array(ArchiveFile).max(MOST_FILES),
});
export type Manifest = z.infer<typeof Manifest>;

/** Of another form than ours: what it must say to be recognised as one of a later version. */
export const ManifestVersion = z.looseObject({ format: z.literal(ARCHIVE_FORMAT), version: z.number() });

/** What belongs to this computer and not to its user. */
const OF_COMPUTER = ['backupFolder', 'displayChoices'] as const satisfies readonly (keyof Settings)[];

/** Settings of another computer on this one. */
export const movedSettings = (given: Settings, here: Settings): Settings => ({
  ...given,
  ...Object.fromEntries(OF_COMPUTER.map((key) => [key, here[key]])),
});
