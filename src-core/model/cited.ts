import { type Agency, type AgencyId, agencyKey } from './agency.ts';
import type { FollowUp } from './follow-up.ts';
import type { Meeting } from './meeting.ts';
import { citedFrom } from './meeting-notes.ts';
import type { Author, NoteKind } from './note.ts';
import { getOwn } from './own-properties.ts';
import type { Role } from './roles.ts';
import { agencyFinder, type SameAgency } from './take-agency.ts';

type Agencies = Readonly<Record<AgencyId, Agency>>;

/** How a follow-up is cited, so that documents with other identifiers of agencies understand it. */
export interface Cited {
  /** Absent if it is not known. */
  readonly kind?: NoteKind | undefined;
  /** `null` if nobody is named. */
  readonly by: { readonly role: Role } | { readonly agency: Agency } | null;
}

/** How a follow-up is cited in the document in which it began. */
export function citedIn(document: Pick<Meeting, 'notes'> & { readonly agencies: Agencies }, record: FollowUp): Cited {
  const { kind, author } = citedFrom(document, record);
  if (author?.kind === 'leader') return { kind, by: { role: author.role } };
  const agency = author === null ? undefined : getOwn(document.agencies, author.agencyId);
  if (agency === undefined) return { kind, by: null };
  const { id, name, short, head } = agency;
  return { kind, by: { agency: { id, name, short, head } } };
}

/**
 * How the copies in a document have to be cited. An agency is the one that `agencyFinder` finds; one that it does not find
 * was called otherwise since, if it has the same identifier in both and the other document means nobody else by that name.
 * @param agencies of the document
 * @returns whether a copy is cited so; `there` says how the document in which it began calls its agencies
 */
export function citedSoIn(
  agencies: Agencies,
  isSame: SameAgency = () => false,
): (copy: FollowUp, cited: Cited, there: Readonly<Record<AgencyId, string>>) => boolean {
  const find = agencyFinder(agencies, isSame);
  return ({ author, kind }, cited, there) => {
    if (cited.kind !== undefined && cited.kind !== kind) return false;
    if (cited.by === null || author === null) return cited.by === author;
    if ('role' in cited.by) return author.kind === 'leader' && author.role === cited.by.role;
    if (author.kind === 'leader') return false;
    const meant = find(cited.by.agency);
    if (meant !== null || author.agencyId !== cited.by.agency.id) return meant === author.agencyId;
    const here = getOwn(agencies, author.agencyId);
    const others = Object.entries(there).filter(([id]) => id !== author.agencyId);
    return !others.some(
      ([id, name]) => here !== undefined && (agencyKey(name) === agencyKey(here.name) || isSame(here, { id, name })),
    );
  };
}

/** Who is cited, in a document that calls agencies otherwise. */
export function citedAuthor({ by }: Cited, take: (agency: Agency) => AgencyId): Author | null {
  if (by === null) return null;
  return 'role' in by ? { kind: 'leader', role: by.role } : { kind: 'agency', agencyId: take(by.agency) };
}
