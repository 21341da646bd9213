import { describe, expect, it } from 'vitest';
import type { Command } from '#core/commands/apply.ts';
import { agenciesWithSheet, agencySheetOf } from '#core/minutes/agency-sheet.ts';
import { minutesOf } from '#core/minutes/minutes-of.ts';
import { DEFAULT_OPTIONS, DocumentOptions } from '#core/model/export-options.ts';
import { noteOf, openRoom } from '../../../support/build-meeting.ts';
import { type Carried, carriedProblem, earlierEntry, nextRakor } from '../../../support/carried-matters.ts';
import { optionsWith } from '../../../support/document-page.ts';

const problemId = 'p0';

const rowsAfter = (carried: Carried, commands: readonly Command[] = []) =>
  minutesOf(nextRakor(carried, commands), DEFAULT_OPTIONS).problems;

describe('the recurring problems of a meeting', () => {
  it('are those that came back unsolved, with how often they were raised', () => {
    const again = earlierEntry('x1', problemId, { recurred: true }, 'm1');
    expect(rowsAfter({ problems: [carriedProblem(problemId)], entries: [again] })).toMatchObject([
      { agency: 'Dinas Kesehatan', text: 'Dokter kurang', since: '2021-05-03', raised: 2, solved: false },
    ]);
    expect(
      rowsAfter({ problems: [carriedProblem(problemId)], entries: [again] }, [{ type: 'problem.recur', problemId }]),
    ).toMatchObject([{ raised: 3 }]);
  });

  it('are those that it declared solved, of its own too, and none that was solved before', () => {
    const solve: Command = { type: 'problem.solve', problemId, solved: true, remark: 'Dua dokter baru' };
    const told = { solved: true, solvedOn: '2021-05-17', remark: 'Dua dokter baru' };
    expect(rowsAfter({ problems: [carriedProblem(problemId)] }, [solve])).toMatchObject([told]);
    const own = { problems: [carriedProblem(problemId, { origin: null })] };
    expect(rowsAfter(own)).toEqual([]);
    expect(rowsAfter(own, [solve])).toMatchObject([told]);
    const solved = earlierEntry('x1', problemId, { solved: true });
    expect(rowsAfter({ problems: [carriedProblem(problemId)], entries: [solved] })).toEqual([]);
  });

  it('stand by agency in the order of the agenda', () => {
    const problems = [
      carriedProblem('p1', { agencyId: 'gone' }),
      carriedProblem('p2', { agencyId: 'satui' }),
      carriedProblem('p3'),
      carriedProblem('p4', { agencyId: 'satui' }),
    ];
    expect(rowsAfter({ problems }).map(({ id }) => id)).toEqual(['p3', 'p2', 'p4', 'p1']);
  });

  it('are in no document if private, withdrawn or left out, and in a public one only with their note', () => {
    expect(rowsAfter({ problems: [carriedProblem(problemId, { private: true })] })).toEqual([]);
    expect(rowsAfter({ problems: [carriedProblem(problemId)] }, [{ type: 'problem.delete', problemId }])).toEqual([]);
    const meeting = nextRakor({ problems: [carriedProblem(problemId)] });
    expect(minutesOf(meeting, optionsWith({}, { problems: false })).problems).toEqual([]);

    const room = openRoom();
    room.send(noteOf(room.item('Dinas Kesehatan').id, 'untuk pimpinan', { kind: 'problem' }));
    room.send({ type: 'problem.keep', noteId: room.lastNote().id, itemId: null, text: null });
    const [kept = ''] = room.meeting().problems.order;
    room.send({ type: 'problem.solve', problemId: kept, solved: true });
    const of = (internalNotes: boolean) => minutesOf(room.meeting(), optionsWith({}, { internalNotes })).problems;
    expect([of(true).length, of(false).length]).toEqual([1, 0]);
  });

  it('are in the sheet of their agency, which exists for them alone', () => {
    const meeting = nextRakor({ problems: [carriedProblem(problemId)] });
    expect(agencySheetOf(meeting, 'dinkes', DEFAULT_OPTIONS)?.problems).toHaveLength(1);
    expect(agencySheetOf(meeting, 'pupr', DEFAULT_OPTIONS)?.problems).toEqual([]);
    expect(agenciesWithSheet(meeting, DEFAULT_OPTIONS)).toEqual(['dinkes']);
  });

  it('are included by options that were stored before there were any', () => {
    const { problems: _, ...include } = DEFAULT_OPTIONS.include;
    expect(DocumentOptions.parse({ ...DEFAULT_OPTIONS, include })).toEqual(DEFAULT_OPTIONS);
  });
});
