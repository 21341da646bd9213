import { z } from 'zod';
import { DisplayChoice, MOST_CHOICES } from '../displays/choices.ts';
import { STRIP_EDGES } from '../displays/strip.ts';
import { ZONES } from '../time/zone.ts';
import { ListedAgency } from './agency.ts';
import { ClockTimeSchema } from './agenda-item.ts';
import { DEFAULT_OPTIONS, DocumentOptions } from './export-options.ts';
import { CivilDateSchema } from './follow-up.ts';
import { Emblem, Letterhead } from './kop.ts';
import { AGENCIES_MAX } from './lengths.ts';
import { DurationSchema, HOUSE_LIMITS, Limits } from './limits.ts';
import { AutoShow } from './note.ts';
import { emptyLeaders, Leader, Role, ShortText } from './roles.ts';
import { Locale, Theme } from './settings-fields.ts';

export const SETTINGS_SCHEMA = 1;

const BackupFolder = z.string().min(1).max(4096).nullable();

const AgendaRows = z.enum(['close', 'roomy']);

const StripSetting = z.enum(['off', ...STRIP_EDGES]);

/** Settings of the user, not of one meeting. New meetings copy from them. */
export const Settings = z.object({
  schema: z.literal(SETTINGS_SCHEMA),
  locale: Locale,
  theme: Theme,
  letterhead: Letterhead,
  defaults: z.object({
    zone: z.enum(ZONES),
    term: z.string().trim().min(1).max(40),
    startAt: ClockTimeSchema,
    /** When a meeting should end; absent in older files. */
    endAt: ClockTimeSchema.nullable().default(null),
    place: ShortText,
    limits: Limits,
    changeover: DurationSchema,
    autoShow: AutoShow,
    /** See `Screen.slidesOnCall`; absent in older files. */
    slidesOnCall: z.boolean().default(false),
    chair: Role,
  }),
  leaders: z.array(Leader),
  agencies: z.array(ListedAgency).max(AGENCIES_MAX),
  /** True until the user changes the list: the screens then say "contoh, sesuaikan". */
  agenciesAreSample: z.boolean(),
  /** A further folder for backups that the user chose, such as a flash disk; absent in older files. */
  backupFolder: BackupFolder.default(null),
  /** `null` until the user has chosen one; absent in older files. */
  emblem: Emblem.nullable().default(null),
  /** The options of the last export; absent in older files. */
  documents: DocumentOptions.default(DEFAULT_OPTIONS),
  /** Which display was the projector's with which displays connected, the newest first; absent in older files. */
  displayChoices: z.array(DisplayChoice).max(MOST_CHOICES).default([]),
  /** A soft sound of the desk at the soft and the hard limit; off by default. */
  chime: z.boolean().default(false),
  /** Whether the key that ends a turn and calls the next also starts its clock; absent in older files. */
  finishStarts: z.boolean().default(false),
  /** How many lines an item has in the desk's agenda; absent in older files. */
  agendaRows: AgendaRows.default('close'),
  /** Whether the desk shows the projector's preview beside the agenda; absent in older files. */
  roomPicture: z.boolean().default(true),
  /** The last day of the regent's term; `null` while it is not given. Absent in older files. */
  termEnds: CivilDateSchema.nullable().default(null),
  /** Whether the projector's title screen says how much of the term is left; absent in older files. */
  termOnTitle: z.boolean().default(false),
  /** Whether the desk offers the strip, and at which edge it is; absent in older files. */
  strip: StripSetting.default('off'),
});
export type Settings = z.infer<typeof Settings>;

/** The fields of the settings that the desk may change, each as a whole. */
export const SettingsPatch = Settings.omit({
  schema: true,
  agenciesAreSample: true,
  emblem: true,
  displayChoices: true,
})
  // Without their defaults, which would reset them with every change of another field.
  .extend({
    backupFolder: BackupFolder,
    documents: DocumentOptions,
    chime: z.boolean(),
    finishStarts: z.boolean(),
    agendaRows: AgendaRows,
    roomPicture: z.boolean(),
    termEnds: CivilDateSchema.nullable(),
    termOnTitle: z.boolean(),
    strip: StripSetting,
  })
  .partial();
export type SettingsPatch = z.infer<typeof SettingsPatch>;

/** The settings of a first start, with the sample list of agencies. */
export function firstSettings(agencies: readonly ListedAgency[]): Settings {
  return Settings.parse({
    schema: SETTINGS_SCHEMA,
    locale: 'id',
    theme: 'light',
    letterhead: { government: '', office: '', lines: [] },
    defaults: {
      zone: 'WITA',
      term: 'SKPD',
      startAt: '08:30',
      place: '',
      limits: HOUSE_LIMITS,
      changeover: 120_000,
      autoShow: { directive: true, proposal: true, decision: true },
      slidesOnCall: false,
      chair: 'bupati',
    },
    leaders: emptyLeaders(),
    agencies,
    agenciesAreSample: true,
  });
}
