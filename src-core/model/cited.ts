import { type Agency, type AgencyId, agencyKey } from './agency.ts';
import type { FollowUp } from './follow-up.ts';
import type { Meeting } from './meeting.ts';
import { citedFrom } from './meeting-notes.ts';
import type { Author, NoteKind } from './note.ts';
import { getOwn } from './own-properties.ts';
import type { Role } from './roles.ts';

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

/** Whether a copy in another document is cited so; an agency is the one of that identifier or of that name. */
export function isCitedSo({ author, kind }: FollowUp, agencies: Agencies, cited: Cited): boolean {
  if (cited.kind !== undefined && cited.kind !== kind) return false;
  if (cited.by === null || author === null) return cited.by === author;
  if ('role' in cited.by) return author.kind === 'leader' && author.role === cited.by.role;
  if (author.kind === 'leader') return false;
  const named = getOwn(agencies, author.agencyId)?.name;
  return author.agencyId === cited.by.agency.id || agencyKey(named ?? '') === agencyKey(cited.by.agency.name);
}

/** Who is cited, in a document that calls agencies otherwise. */
export function citedAuthor({ by }: Cited, take: (agency: Agency) => AgencyId): Author | null {
  if (by === null) return null;
  return 'role' in by ? { kind: 'leader', role: by.role } : { kind: 'agency', agencyId: take(by.agency) };
}
