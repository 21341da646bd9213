import type { DocumentOptions, Signer } from '../model/export-options.ts';
import type { Meeting } from '../model/meeting.ts';
import { emptyLeader, type Leader, printsDegrees, printsRank, type Role } from '../model/roles.ts';
import { withoutDegrees } from '../text/office.ts';
import type { Signature } from './minutes.ts';

export const leaderOf = ({ leaders }: Pick<Meeting, 'leaders'>, role: Role): Leader =>
  leaders.find((leader) => leader.role === role) ?? emptyLeader(role);

/** A signature block as printed: without rank, NIP or degrees if the signer's switch, or the rule, says so. */
export function signatureOf(
  meeting: Meeting,
  signer: Signer,
  { acknowledgedBy }: Pick<DocumentOptions, 'acknowledgedBy'>,
): Signature {
  if (signer === 'minuteTaker') {
    const { minuteTaker: name, minuteTakerOffice: office, minuteTakerRank: rank, minuteTakerNip: nip } = meeting;
    return { signer, role: null, name, office, rank, nip };
  }
  const leader = leaderOf(meeting, signer === 'chair' ? meeting.chair : acknowledgedBy);
  const { role, name, office, rank, nip } = leader;
  return {
    signer,
    role,
    name: printsDegrees(leader) ? name : withoutDegrees(name),
    office,
    ...(printsRank(leader) ? { rank, nip } : { rank: '', nip: '' }),
  };
}
