import { describe, expect, it } from 'vitest';
import type { Command } from '#core/commands/apply.ts';
import { minutesOf } from '#core/minutes/minutes-of.ts';
import { DEFAULT_OPTIONS } from '#core/model/export-options.ts';
import type { FollowUp } from '#core/model/follow-up.ts';
import { remarkText } from '#main/documents/matter-words.ts';
import { documentTexts } from '#main/documents/texts.ts';
import { type Carried, carriedFollowUp, earlierEntry, nextRakor } from '../../../support/carried-matters.ts';

const followUpId = 'f0';

/** The matrix's row of a follow-up after a meeting. */
function rowAfter(commands: readonly Command[], fields: Partial<FollowUp> = {}, entries: Carried['entries'] = []) {
  const meeting = nextRakor({ followUps: [carriedFollowUp(followUpId, fields)], entries }, commands);
  return minutesOf(meeting, DEFAULT_OPTIONS).followUps[0];
}

describe('what a meeting changed of a carried follow-up', () => {
  it('is its status from the beginning to the end, and not what came before', () => {
    const before = earlierEntry('x1', followUpId, { status: 'inProgress' }, 'register');
    expect(rowAfter([], {}, [before])).toMatchObject({ status: 'inProgress', changes: null });
    const row = rowAfter(
      [
        { type: 'followUp.edit', followUpId, fields: { status: 'open' } },
        { type: 'followUp.edit', followUpId, fields: { status: 'done', evidence: 'foto' } },
      ],
      {},
      [before],
    );
    expect(row).toMatchObject({
      status: 'done',
      doneOn: '2021-05-17',
      evidence: 'foto',
      changes: { status: { from: 'inProgress', to: 'done' }, extension: null, due: null, handed: false },
    });
  });

  it('is nothing if it was changed back, or only remarked upon', () => {
    const edit = (status: FollowUp['status']) =>
      ({ type: 'followUp.edit', followUpId, fields: { status } }) as const satisfies Command;
    expect(rowAfter([edit('done'), edit('open')])?.changes).toBeNull();
    expect(rowAfter([{ type: 'followUp.edit', followUpId, fields: { remark: 'besok' } }])).toMatchObject({
      remark: 'besok',
      changes: null,
    });
  });

  it('is an extension that was asked for, granted or refused, by whom, from the old due date', () => {
    const extend = (answer: 'proposed' | 'granted' | 'refused', due: string) =>
      ({ type: 'followUp.extend', followUpId, by: 'bupati', due, answer }) as const satisfies Command;
    const granted = rowAfter([extend('proposed', '2021-06-30'), extend('granted', '2021-06-15')]);
    expect(granted).toMatchObject({
      due: '2021-06-15',
      dueBefore: '2021-05-31',
      changes: { extension: { answer: 'granted', from: '2021-05-31', to: '2021-06-15', by: 'bupati' }, due: null },
    });
    expect(rowAfter([extend('refused', '2021-06-30')])).toMatchObject({
      due: '2021-05-31',
      dueBefore: null,
      changes: { extension: { answer: 'refused', to: '2021-06-30' } },
    });
  });

  it('is an extension and a correction after it, each as it was', () => {
    const grant: Command = { type: 'followUp.extend', followUpId, by: 'bupati', due: '2021-06-30', answer: 'granted' };
    const correct = (due: string | null): Command => ({ type: 'followUp.edit', followUpId, fields: { due } });
    const row = rowAfter([grant, correct('2021-07-15')]);
    const extension = { answer: 'granted', from: '2021-05-31', to: '2021-06-30', by: 'bupati' };
    expect(row).toMatchObject({
      due: '2021-07-15',
      dueBefore: '2021-05-31',
      changes: { extension, due: { from: '2021-06-30', to: '2021-07-15' } },
    });
    if (row === undefined) throw new Error('no row');
    expect(remarkText(row, { doc: { locale: 'id' }, t: documentTexts('id') })).toBe(
      'Dalam rakor ini: tenggat diperpanjang dari 31 Mei 2021 menjadi 30 Juni 2021 oleh Bupati; tenggat diubah dari 30 Juni 2021 menjadi 15 Juli 2021.',
    );
    expect(rowAfter([grant, correct(null)])).toMatchObject({
      due: null,
      changes: { extension, due: { from: '2021-06-30', to: null } },
    });
    // Back to the first date: nothing is left of the extension in the column.
    expect(rowAfter([grant, correct('2021-05-31')])).toMatchObject({
      due: '2021-05-31',
      dueBefore: null,
      changes: { extension, due: { from: '2021-06-30', to: '2021-05-31' } },
    });
    expect(rowAfter([correct('2021-06-10'), grant])).toMatchObject({
      due: '2021-06-30',
      changes: { extension, due: null },
    });
  });

  it('is a corrected due date, and that others are in charge', () => {
    const row = rowAfter([
      { type: 'followUp.edit', followUpId, fields: { due: null } },
      { type: 'followUp.edit', followUpId, fields: { pics: ['dinkes', 'pupr'] } },
    ]);
    expect(row).toMatchObject({
      inCharge: ['Dinkes', 'PUPR'],
      dueBefore: null,
      changes: { due: { from: '2021-05-31', to: null }, handed: true, status: null },
    });
    expect(rowAfter([{ type: 'followUp.edit', followUpId, fields: { pics: ['pupr'] } }])?.changes).toBeNull();
  });

  it('is not told of one that the meeting itself ordered', () => {
    const edit: Command = { type: 'followUp.edit', followUpId, fields: { status: 'done' } };
    expect(rowAfter([edit], { origin: null })).toMatchObject({ status: 'done', changes: null });
  });

  it('names the first due date, however often it was extended, and wherever', () => {
    const grant = (id: string, due: string) =>
      earlierEntry(id, followUpId, { extension: { due, answer: 'granted' } }, 'register');
    expect(rowAfter([], {}, [grant('x1', '2021-06-15'), grant('x2', '2021-07-15')])).toMatchObject({
      due: '2021-07-15',
      dueBefore: '2021-05-31',
    });
  });
});

it('of a follow-up whose due date is over the matrix says that it is late, unless it is done', () => {
  // The meeting is on 17 May.
  const late = (due: string | null, status: FollowUp['status']) => rowAfter([], { due, status })?.isLate;
  expect([late('2021-05-16', 'open'), late('2021-05-16', 'inProgress')]).toEqual([true, true]);
  expect([late('2021-05-17', 'open'), late(null, 'open'), late('2021-05-16', 'done')]).toEqual([false, false, false]);
});
