import { z } from 'zod';
import { statusIn } from '../text/office.ts';
import { SHORT_TEXT_MAX } from './lengths.ts';

/** The leaders whose words are recorded (docs/domain/roles.md#leaders). The order is that of rank, and of the number keys at the desk. */
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
/** A person of the leadership. All text is the user's: names and offices change (Plt., Pj., a new regent). */
export const Leader = z.object({
  role: Role,
  name: ShortText,
  /** The office as it is printed; empty means the role's own name in the language of the document. */
  office: ShortText,
  /** Pangkat/golongan. */
  rank: ShortText,
  nip: ShortText,
  /** Whether rank and NIP stand in the signature block; `null`: by the rule of `printsRank`. Absent in older files. */
  withRank: z.boolean().nullable().default(null),
  /** Whether the name stands there with its degrees; `null`: by the rule of `printsDegrees`. Absent in older files. */
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

/** Heads of the region, their deputies and the Sekda sign without rank and NIP (Permendagri 1/2023, Pasal 44). */
const WITHOUT_RANK: readonly Role[] = ['bupati', 'wakil', 'sekda'];
/** Who acts in which office signs without degrees, too (the same). */
const WITHOUT_DEGREES: Partial<Record<Role, readonly string[]>> = {
  bupati: ['pj', 'pjs', 'plt', 'plh'],
  sekda: ['pj', 'plh'],
};

/** By the rule, whatever the leader's own switch says; whether somebody acts is read from the office: "Pj. Bupati". */
export const ruleOfSignature = ({
  role,
  office,
}: Pick<Leader, 'role' | 'office'>): { rank: boolean; degrees: boolean } => ({
  rank: !WITHOUT_RANK.includes(role),
  degrees: WITHOUT_DEGREES[role]?.includes(statusIn(office) ?? '') !== true,
});

/** Whether rank and NIP stand in a leader's signature block. */
export const printsRank = (leader: Leader): boolean => leader.withRank ?? ruleOfSignature(leader).rank;

/** Whether the name stands in it with its degrees. */
export const printsDegrees = (leader: Leader): boolean => leader.withDegrees ?? ruleOfSignature(leader).degrees;
