import { FOLLOW_UP_STATUS } from '#core/model/follow-up.ts';
import { ELECTED } from '#core/model/roles.ts';
import { momentText, type Paper } from './words.ts';

/** Room for a name to be written by hand. */
const BLANK = '.'.repeat(40);

/** The chair's signature (domain.md §5, 8): name bold, rank and NIP but for the elected. */
function Signature({ paper: { minutes, t } }: { paper: Paper }) {
  const { role, name, office, rank, nip } = minutes.chair;
  const elected = ELECTED.includes(role);
  return (
    <div className="signature">
      <p>{t('signature.chair')}</p>
      <p>{office || t(`domain:role.${role}`)}</p>
      <p className="name">{name || BLANK}</p>
      {!elected && rank !== '' && <p>{rank}</p>}
      {!elected && nip !== '' && <p>{t('signature.nip', { nip })}</p>}
    </div>
  );
}

function Summary({ paper: { minutes, t } }: { paper: Paper }) {
  const { followUps } = minutes;
  if (followUps.length === 0) return null;
  const [open, inProgress, done] = FOLLOW_UP_STATUS.map(
    (status) => followUps.filter((followUp) => followUp.status === status).length,
  );
  return <p>{t('followUp.summary', { all: followUps.length, open, inProgress, done })}</p>;
}

/** How the paper ends. Some sentences go along with the signature, so that it never stands alone on a page. */
export function End({ paper }: { paper: Paper }) {
  const { minutes, t } = paper;
  return (
    <div className="end">
      <Summary paper={paper} />
      {minutes.finishedAt !== null && <p>{t('end.closed', { when: momentText(minutes.finishedAt, paper) })}</p>}
      <p>{t('end.line')}</p>
      <Signature paper={paper} />
    </div>
  );
}
