import { REGISTER_ID } from '#core/model/entry.ts';
import type { MeetingId } from '#core/model/meeting.ts';
import { type Instant, instant } from '#core/time/units.ts';
import { DATA_ID } from './data-identity.ts';

/** What the name of a backup says. */
export interface NamedBackup {
  /** The data folder that made it; `null` in names of earlier versions. */
  readonly owner: string | null;
  readonly at: Instant;
  /** The last change that it contains. */
  readonly seq: number;
  /** See `KeptBackup`. */
  readonly asked: boolean;
}

/** How names of backups of a meeting begin. */
export const ofMeeting = (id: MeetingId): string => `rakor-${id}`;
/** How names of backups of the register begin. */
export const OF_REGISTER = REGISTER_ID;

/** `m` (manual) marks one that was requested. */
const REST = new RegExp(`^-(?:(${DATA_ID})-)?(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)Z-(\\d+)(m?)\\.json$`);

const stampOf = (at: Instant): string => new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '');

/** @param subject what it is of: `ofMeeting`, `OF_REGISTER` */
export function backupName(subject: string, { owner, at, seq, asked }: NamedBackup): string {
  const parts = [subject, ...(owner === null ? [] : [owner]), stampOf(at), `${seq}${asked ? 'm' : ''}.json`];
  return parts.join('-');
}

/** What a name says; `null` if it is not one of a backup of this subject. */
export function namedBackup(subject: string, name: string): NamedBackup | null {
  const match = name.startsWith(subject) ? REST.exec(name.slice(subject.length)) : null;
  if (match === null) return null;
  const [, owner = null, year, month, day, hour, minute, second, seq, asked] = match;
  const at = instant(Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`));
  return { owner, at, seq: Number(seq), asked: asked === 'm' };
}
