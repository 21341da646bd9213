import type { AgencyNote } from '#core/archive/agency-page.ts';
import { useT } from '../kernel/i18n.ts';

/** A note of an earlier meeting, as it was said. */
export function PastNote({ note }: { note: AgencyNote }) {
  const t = useT();
  const author = note.author.kind === 'leader' ? t(`domain:roleShort.${note.author.role}`) : (note.byAgency ?? '');
  return (
    <li className="d-past-note">
      <p className="d-past-note-head">
        {note.visibility === 'private' && <b>{t('domain:visibility.private')} </b>}
        {author} · {t(`domain:noteKind.${note.kind}`)}
      </p>
      <p className="d-past-note-text">{note.text}</p>
    </li>
  );
}
