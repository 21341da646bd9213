import { expect, it } from 'vitest';
import { type Digest, digestOf } from '#core/archive/digest.ts';
import { countedArchive, foldArchive } from '#core/archive/folded.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { emptyRegister, type Register } from '#core/model/register.ts';
import { instantOf } from '#core/time/zone.ts';
import { openRoom } from '../../../support/build-meeting.ts';
import { carriedFollowUp, earlierEntry, nextRakor } from '../../../support/carried-matters.ts';

const TODAY = '2021-06-01';
const named = (id: string, given: Partial<Digest> = {}): Digest => ({
  ...digestOf(openRoom().meeting(), 0),
  id,
  ...given,
});
const REAL = named('real');
const SAMPLE = named('sample', { sample: true });
const REHEARSAL = named('gladi', { rehearsal: true });

it('counts real meetings, samples only while one is open or alone, and never a rehearsal', () => {
  const ids = (digests: readonly Digest[], isSampleOpen = false): string[] =>
    countedArchive({ digests, register: null, isSampleOpen }).digests.map(({ id }) => id);
  expect(ids([REAL, SAMPLE, REHEARSAL])).toEqual(['real']);
  expect(ids([REAL, SAMPLE, REHEARSAL], true)).toEqual(['sample']);
  expect(ids([SAMPLE, REHEARSAL])).toEqual(['sample']);
  expect(ids([REHEARSAL])).toEqual([]);
});

/** The register, in which was said that the follow-up is done, and to which another was handed. */
const register: Register = {
  ...emptyRegister(instantOf('2021-05-17', '08:00', 'WITA')),
  followUps: { order: ['f9'], items: { f9: carriedFollowUp('f9') } },
  entries: { x1: earlierEntry('x1', 'f0', { status: 'done' }, 'register') },
};
const archiveOf = (given: Partial<Meeting>, known: Register | null) => {
  const meeting = { ...nextRakor({ followUps: [carriedFollowUp('f0')] }, [], openRoom().meeting()), ...given };
  return foldArchive({ digests: [digestOf(meeting, 0)], register: known, isSampleOpen: false }, TODAY);
};

it('folds what was said in the register, and what was handed to it', () => {
  const standings = (known: Register | null) =>
    archiveOf({}, known).matters.followUps.map(({ id, standing }) => [id, standing]);
  expect(standings(null)).toEqual([['f0', 'late']]);
  expect(standings(register)).toEqual([
    ['f0', 'done'],
    ['f9', 'late'],
  ]);
});

it('does not mix what was handed to the register with a sample', () => {
  const archive = archiveOf({ sample: true }, register);
  expect(archive.isSample).toBe(true);
  expect(archive.matters.followUps.map(({ id, standing }) => [id, standing])).toEqual([['f0', 'done']]);
});

it('has what was handed to the register also when every meeting is deleted', () => {
  const { matters, isSample } = foldArchive({ digests: [], register, isSampleOpen: false }, TODAY);
  expect(isSample).toBe(false);
  expect(matters.followUps.map(({ id }) => id)).toEqual(['f9']);
});
