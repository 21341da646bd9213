import type { Register } from '../model/register.ts';
import type { CivilDate } from '../time/zone.ts';
import { type KnownAgencies, knownAgencies } from './agencies.ts';
import type { Digest } from './digest.ts';
import type { ArchiveDocument } from './documents.ts';
import { type Matters, mattersOf } from './matters.ts';
import { registerDocument, saidAgencies } from './register-document.ts';

/** What an archive is made of. */
export interface ArchiveParts {
  readonly digests: readonly Digest[];
  /** `null` if there is none yet. */
  readonly register: Register | null;
  /** Its last change. */
  readonly registerSeq?: number;
  readonly isSampleOpen: boolean;
}

/** The meetings and the register, as far as they count. */
export interface CountedArchive {
  readonly digests: readonly Digest[];
  /** The digests, and the register. */
  readonly documents: readonly ArchiveDocument[];
  readonly agencies: KnownAgencies;
  /** Whether all of it is of sample meetings. */
  readonly isSample: boolean;
}

/** What is known across all meetings on a day. */
export interface FoldedArchive extends Pick<CountedArchive, 'agencies' | 'isSample'> {
  readonly matters: Matters;
}

/**
 * The meetings that count: no rehearsal; and a sample, so that it is not mixed with real ones, only while one is open or
 * there is nothing else.
 */
export function countedArchive({ digests, register, registerSeq = 0, isSampleOpen }: ArchiveParts): CountedArchive {
  const every = digests.filter(({ rehearsal }) => !rehearsal);
  const real = every.filter(({ sample }) => !sample);
  const counting = isSampleOpen || real.length === 0 ? every.filter(({ sample }) => sample) : real;
  const isSample = counting.length > 0 && counting !== real;
  const between = register === null ? [] : [registerDocument(register, registerSeq)];
  // Of a sample the register has entries, but what it kept of deleted meetings is real.
  const kept = isSample ? between.map((one) => ({ ...one, followUps: [], problems: [] })) : between;
  const documents = [...counting, ...kept];
  const agencies = knownAgencies(documents, register === null ? [] : saidAgencies(register));
  return { digests: counting, documents, agencies, isSample };
}

/** @param today decides how each follow-up stands */
export function foldArchive(parts: ArchiveParts, today: CivilDate): FoldedArchive {
  const { documents, agencies, isSample } = countedArchive(parts);
  return { matters: mattersOf(documents, agencies, today), agencies, isSample };
}
