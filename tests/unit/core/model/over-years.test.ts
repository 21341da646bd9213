import fc from 'fast-check';
import { expect, it } from 'vitest';
import { brokenRules } from '#core/commands/broken-rules.ts';
import { NOTHING_CARRIED } from '#core/model/carry.ts';
import { foldFollowUp } from '#core/model/follow-up-now.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { entriesOfSubject } from '#core/model/meeting-matters.ts';
import { foldProblem } from '#core/model/problem-now.ts';
import { type Action, DEEDS, FOUND, type Step } from '../../../support/archive-courses.ts';
import { type Archive, archiveModel } from '../../../support/archive-model.ts';
import { depth } from '../../../support/depth.ts';
import { type Fate, fateOfFollowUp, fateOfProblem } from '../../../support/fates.ts';

// Many meetings, the register, deleting, restoring, importing and merging, in any order. What each meeting shows and
// what the board reads are computed by different code, and must be the same.

const DISCARDS = ['keep', 'hand', 'withdraw'] as const;
const course = fc.array(fc.record({ action: fc.constantFrom<Action>(...DEEDS), a: fc.nat(1000), b: fc.nat(1000) }), {
  minLength: 8,
  maxLength: 45,
  size: 'max',
});

const add = { type: 'followUp.add', noteId: null, itemId: null, due: '2021-06-30' } as const;

/** What one meeting shows of its follow-ups and problems. */
const fatesIn = (meeting: Meeting): Fate[] => [
  ...Object.values(meeting.followUps.items).map((record) =>
    fateOfFollowUp(foldFollowUp(record, entriesOfSubject(meeting, record.id))),
  ),
  ...Object.values(meeting.problems.items).map((record) =>
    fateOfProblem(foldProblem(record, entriesOfSubject(meeting, record.id))),
  ),
];

function play(steps: readonly Step[], seen: Set<Action>): void {
  const model = archiveModel();
  const own = new Set<string>();
  /** Which of them somebody took away on purpose, or whose only meeting is in the trash. */
  const mayBeGone = new Set<string>();
  const takenOut = new Set<string>();
  const backups: Meeting[] = [];
  /** Meetings that came back from a backup, or from another computer: another backup of the same may be the newer. */
  const inPlace = new Set<string>();
  let other: Archive | null = null;
  let wasSetBack = false;
  model.begin();
  const pick = <T>(from: readonly T[], at: number): T | undefined => from[at % Math.max(1, from.length)];

  for (const [n, { action, a, b }] of steps.entries()) {
    model.clock.advance(60_000);
    const id = pick(model.ids(), a) ?? model.begin();
    const meeting = model.open(id);
    const followUpId = pick(meeting?.followUps.order ?? [], b) ?? 'none';
    const agencyId = pick(Object.keys(meeting?.agencies ?? {}), b) ?? 'none';
    const problemId = pick(meeting?.problems.order ?? [], b) ?? 'none';
    const born = () =>
      [...Object.values(meeting?.followUps.items ?? {}), ...Object.values(meeting?.problems.items ?? {})].filter(
        ({ origin }) => origin === null,
      );
    const before = model.fates();
    switch (action) {
      case 'begin':
        if (model.ids().length < 8) model.begin();
        break;
      case 'addAgency': {
        const agency = { name: `Dinas ${b % 3}`, short: '', head: '', agencyId: null };
        model.send(id, { type: 'agenda.addAgency', ...agency, index: null });
        break;
      }
      case 'order':
        model.send(id, { ...add, pics: [agencyId], what: `F${n}`, status: b % 5 === 0 ? 'done' : 'open' });
        break;
      case 'keep':
        model.send(id, { type: 'problem.keep', noteId: null, itemId: null, text: `P${n}`, agencyId });
        break;
      case 'report': {
        const status = pick(['open', 'inProgress', 'done'] as const, b) ?? 'open';
        model.send(id, { type: 'followUp.edit', followUpId, fields: { status, remark: `R${n}`, pics: [agencyId] } });
        break;
      }
      case 'extend': {
        const answer = pick(['proposed', 'granted', 'refused'] as const, b) ?? 'proposed';
        model.send(id, { type: 'followUp.extend', followUpId, due: `2021-07-${10 + (n % 20)}`, answer });
        break;
      }
      case 'solve':
        model.send(id, { type: 'problem.solve', problemId, solved: b % 3 !== 0, remark: `S${n}` });
        break;
      case 'recur':
        model.send(id, { type: 'problem.recur', problemId });
        break;
      case 'delete':
        mayBeGone.add(followUpId);
        takenOut.add(followUpId);
        model.send(id, { type: 'followUp.delete', followUpId });
        break;
      case 'continue':
        if (model.ids().length < 8) model.continue(id);
        break;
      case 'finish':
        model.send(id, { type: 'meeting.finish' });
        break;
      case 'reopen':
        model.send(id, { type: 'meeting.reopen' });
        break;
      case 'say': {
        const subjectId = pick([...before.keys()], b) ?? 'none';
        const status = pick(['done', undefined, 'done', 'open'] as const, b);
        model.say(subjectId, { remark: `B${n}`, ...(status === undefined ? {} : { status }) });
        break;
      }
      case 'undo':
        for (const record of born()) mayBeGone.add(record.id);
        model.undo(id);
        break;
      case 'unsay':
        model.undo('register');
        break;
      case 'cut':
        model.cut(id);
        // Whatever was written is there, and whoever goes on knows no more of it.
        if (meeting !== undefined) expect(model.meeting(id)).toEqual(meeting);
        break;
      case 'keepDiscarded':
        for (const record of born()) mayBeGone.add(record.id);
        for (const record of before.keys()) mayBeGone.add(record);
        model.discard(id, 'keep');
        break;
      case 'hand':
        model.discard(id, 'hand');
        // Nothing that anybody may ask has changed.
        expect(model.fates()).toEqual(before);
        break;
      case 'withdraw': {
        const withdrawn = model.discard(id, 'withdraw');
        const after = model.fates();
        for (const { id: record } of born()) {
          if (withdrawn.includes(record)) expect(after.get(record)?.withdrawn ?? true).toBe(true);
          // It is there once more, in a meeting of which this one was the copy, say.
          else expect(after.has(record)).toBe(true);
        }
        for (const record of before.keys()) mayBeGone.add(record);
        break;
      }
      case 'thereAndBack':
        if (wasSetBack) break;
        model.discard(id, pick(DISCARDS, b) ?? 'keep');
        model.restore(id);
        expect(model.fates()).toEqual(before);
        break;
      case 'restore': {
        const back = pick(model.trashed(), a);
        if (back === undefined || wasSetBack) break;
        // It has its follow-ups and problems again, with whichever meeting they were withdrawn.
        for (const record of model.restore(back))
          if (!takenOut.has(record)) expect(model.fates().get(record)?.withdrawn).toBe(false);
        break;
      }
      case 'backUp':
        if (meeting !== undefined) backups.push(meeting);
        break;
      case 'importTwin': {
        const backup = pick(backups, b);
        // Of a set back clock, nobody knows how late what is in a backup was said.
        if (backup === undefined || wasSetBack || model.ids().length >= 8) break;
        const isBeside = model.ids().includes(backup.id) && !inPlace.has(backup.id);
        if (!model.ids().includes(backup.id)) inPlace.add(backup.id);
        model.importBackup(backup);
        // It is an older state of this computer's: nothing that anybody may ask has changed beside its meeting.
        for (const [record, fate] of isBeside ? before : [])
          if (!takenOut.has(record)) expect(model.fates().get(record)).toEqual(fate);
        break;
      }
      case 'otherPc':
        other ??= model.copy();
        break;
      case 'merge': {
        if (other === null) break;
        const here = model.ids();
        model.takeIn(other);
        for (const came of model.ids()) if (!here.includes(came)) inPlace.add(came);
        expect(twice(model, other)).toBe(true);
        break;
      }
      case 'clockBack':
        // What is in the trash, or on another computer, cannot be known.
        if (model.trashed().length > 0 || other !== null || backups.length > 0) break;
        model.clock.advance(-7_200_000);
        wasSetBack = true;
        break;
      default:
        action satisfies never;
    }
    seen.add(action);
    for (const record of model.fates().keys()) own.add(record);
  }

  const { said, found } = model.openCounts();
  expect(said).toEqual(found);
  const fates = model.fates();
  // None is lost, however often it was carried, deleted, restored and merged.
  for (const record of own) if (!mayBeGone.has(record)) expect(fates.has(record)).toBe(true);
  for (const { entries } of fates.values()) {
    const order = entries.map(model.madeOrder);
    // What was said later counts later.
    expect(order).toEqual(order.toSorted((x, y) => x - y));
    expect(new Set(entries).size).toBe(entries.length);
  }
  for (const id of model.ids()) {
    const meeting = model.open(id);
    if (meeting === undefined || meeting.status === 'finished') continue;
    for (const fate of fatesIn(meeting)) expect(fate).toEqual(fates.get(fate.id));
    expect(brokenRules(meeting)).toEqual([]);
    expect(model.late(meeting)).toEqual(NOTHING_CARRIED);
  }
}

/** Whether taking the same archive in once more changes nothing. */
function twice(model: ReturnType<typeof archiveModel>, other: Archive): boolean {
  const once = model.fates();
  model.takeIn(other);
  expect(model.fates()).toEqual(once);
  return true;
}

it('no follow-up or problem is lost, doubled, opened again or dated back, and every meeting says the same of it', {
  timeout: 120_000,
}, () => {
  const seen = new Set<Action>();
  fc.assert(
    fc.property(course, (steps) => play(steps, seen)),
    { numRuns: depth(150, 5000), examples: FOUND.map((steps): [Step[]] => [[...steps]]) },
  );
  expect([...new Set(DEEDS)].filter((action) => !seen.has(action))).toEqual([]);
});
