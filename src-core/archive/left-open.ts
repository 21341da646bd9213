import { isLater } from '../model/entry.ts';
import type { FollowUpStatus } from '../model/follow-up.ts';
import { isLeftOpen } from '../model/follow-up-now.ts';
import type { Mention, OwnMatters } from '../model/news.ts';
import { getOwn } from '../model/own-properties.ts';
import { whichCount } from './documents.ts';

/** What was said last, by subject. Of an archive ten thousand entries are looked at with every start: none is copied for it. */
function lastSaid<T>() {
  const last = new Map<string, { readonly id: string; readonly at: Mention['at']; readonly value: T }>();
  return {
    of: (subjectId: string): T | undefined => last.get(subjectId)?.value,
    note(id: string, { of, at }: Mention, value: T): void {
      const known = last.get(of);
      const said = { id, at, value };
      if (known === undefined || isLater(said, known)) last.set(of, said);
    },
  };
}

/**
 * How many follow-ups each document leaves open: as many as `openMatters` of it has once it has heard what all others say.
 * @param present what each meeting has that is there, and the register
 */
export function leftOpen(present: ReadonlyMap<string, OwnMatters>): ReadonlyMap<string, number> {
  const statuses = lastSaid<FollowUpStatus>();
  const withdrawals = lastSaid<boolean>();
  function note(made: OwnMatters['entries']): void {
    for (const [id, mention] of Object.entries(made)) {
      if (mention.status !== undefined) statuses.note(id, mention, mention.status);
      if (mention.withdrawn !== undefined) withdrawals.note(id, mention, mention.withdrawn);
    }
  }
  const counts = whichCount([...present].map(([id, { standsFor = [] }]) => ({ id, standsFor })));
  for (const [id, { entries, copies, standsFor = [] }] of present) {
    note(entries);
    for (const [madeIn, made] of Object.entries(copies)) if (counts(madeIn, { id, standsFor })) note(made);
  }
  /** A follow-up is listed in many meetings, and was ordered once. */
  const open = new Map<string, boolean>();
  function isOpen(id: string, begunAs: OwnMatters['begunAs']): boolean {
    const known = open.get(id);
    if (known !== undefined) return known;
    const status = statuses.of(id) ?? getOwn(begunAs, id) ?? 'open';
    const now = isLeftOpen({ status, withdrawn: withdrawals.of(id) ?? false });
    open.set(id, now);
    return now;
  }
  const openIn = ({ followUps, begunAs }: OwnMatters): string[] => followUps.filter((id) => isOpen(id, begunAs));
  /** What a meeting that has not begun takes as it opens. */
  const lateIn = ({ continues, records, carried }: OwnMatters): string[] => {
    const earlier = continues === undefined ? undefined : present.get(continues);
    if (earlier === undefined) return [];
    return openIn(earlier).filter((id) => !Object.hasOwn(records, id) && !Object.hasOwn(carried, id));
  };
  return new Map([...present].map(([id, own]) => [id, openIn(own).length + lateIn(own).length]));
}
