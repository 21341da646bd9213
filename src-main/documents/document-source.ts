import type { DocumentKind } from '#core/minutes/documents.ts';
import type { DocumentOptions } from '#core/model/export-options.ts';
import type { Letterhead } from '#core/model/kop.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { Refused } from '#core/refusals/refusals.ts';
import type { EmblemImage } from './letterhead.tsx';

/** Everything that a document is built from; nothing of it changes meanwhile. */
export interface DocumentSource {
  readonly document: DocumentKind;
  readonly meeting: Meeting;
  readonly letterhead: Letterhead;
  readonly emblem: EmblemImage | null;
  readonly options: DocumentOptions;
  /** The agency of a sheet; `null` for the other documents. */
  readonly agencyId: string | null;
}

/**
 * Whether such a document can exist.
 * @throws Refused `badMessage`, or `unknownAgency`
 */
export function checkSource({ document, meeting, agencyId }: DocumentSource): void {
  if ((document === 'agencySheet') !== (agencyId !== null)) throw new Refused('badMessage');
  if (agencyId !== null && !Object.hasOwn(meeting.agencies, agencyId)) throw new Refused('unknownAgency');
}
