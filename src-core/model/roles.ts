import { z } from 'zod';

/** The leaders whose words are recorded (domain.md §2). The order is that of rank, and of the number keys at the desk. */
export const ROLES = [
  'bupati',
  'wakil',
  'sekda',
  'asisten1',
  'asisten2',
  'asisten3',
  'stafAhli1',
  'stafAhli2',
  'stafAhli3',
] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** Elected leaders carry no pangkat and no NIP in a signature block (domain.md §2). */
export const ELECTED: readonly Role[] = ['bupati', 'wakil'];

/** Longest text of one line: a name, an office, a place. */
export const SHORT_TEXT_MAX = 300;
export const ShortText = z.string().max(SHORT_TEXT_MAX);
/** A person of the leadership. All text is the user's: names and offices change (Plt., Pj., a new regent). */
export const Leader = z.object({
  role: Role,
  name: ShortText,
  /** The office as it is printed; empty means the role's own name in the language of the document. */
  office: ShortText,
  /** Pangkat/golongan; empty for the elected. */
  rank: ShortText,
  nip: ShortText,
});
export type Leader = z.infer<typeof Leader>;

export const emptyLeaders = (): Leader[] => ROLES.map((role) => ({ role, name: '', office: '', rank: '', nip: '' }));
