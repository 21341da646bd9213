import { z } from 'zod';
import { statusIn } from '../text/office.ts';
import { SHORT_TEXT_MAX } from './lengths.ts';

/**
 * The leaders whose words are recorded (docs/domain/roles.md#leaders), in order of rank, which is that of the number
 * keys.
 */
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

export const ShortText = z.string().max(SHORT_TEXT_MAX);
/** A leader. All text is the user's: names and offices change (Plt., Pj., a new regent). */
export const Leader = z.object({
  role: Role,
  name: ShortText,
  /** The office as printed; empty means the role's name in the document's language. */
  office: ShortText,
  /** Pangkat/golongan. */
  rank: ShortText,
  nip: ShortText,
  /**
   * Whether rank and NIP are printed in the signature block; `null`: by the rule of `printsRank`. Absent in older
   * files.
   */
  withRank: z.boolean().nullable().default(null),
  /** Whether the name is printed with its degrees; `null`: by the rule of `printsDegrees`. Absent in older files. */
  withDegrees: z.boolean().nullable().default(null),
});
export type Leader = z.infer<typeof Leader>;

export const emptyLeader = (role: Role): Leader => ({
  role,
  name: '',
  office: '',
  rank: '',
  nip: '',
  withRank: null,
  withDegrees: null,
});
export const emptyLeaders = (): Leader[] => ROLES.map(emptyLeader);

/** These sign without rank and NIP (docs/domain/roles.md#names-in-a-signature-block). */
const WITHOUT_RANK: readonly Role[] = ['bupati', 'wakil', 'sekda'];
/** Acting holders of these offices sign without degrees (docs/domain/roles.md#names-in-a-signature-block). */
const WITHOUT_DEGREES: Partial<Record<Role, readonly string[]>> = {
  bupati: ['pj', 'pjs', 'plt', 'plh'],
  sekda: ['pj', 'plh'],
};

/** The rule without the leader's own switches; whether somebody is acting is read from the office: "Pj. Bupati". */
export const ruleOfSignature = ({
  role,
  office,
}: Pick<Leader, 'role' | 'office'>): { rank: boolean; degrees: boolean } => ({
  rank: !WITHOUT_RANK.includes(role),
  degrees: WITHOUT_DEGREES[role]?.includes(statusIn(office) ?? '') !== true,
});

/** Whether rank and NIP are printed in a leader's signature block. */
export const printsRank = (leader: Leader): boolean => leader.withRank ?? ruleOfSignature(leader).rank;

/** Whether the name is printed there with its degrees. */
export const printsDegrees = (leader: Leader): boolean => leader.withDegrees ?? ruleOfSignature(leader).degrees;
