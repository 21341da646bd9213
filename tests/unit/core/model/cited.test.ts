import { produce } from 'immer';
import { expect, it } from 'vitest';
import { digestOf } from '#core/archive/digest.ts';
import { followUpRows } from '#core/minutes/follow-up-rows.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { followUpsNow } from '#core/model/meeting-matters.ts';
import { after, next, opened, twoMeetings } from '../../../support/two-meetings.ts';

it('a note whose speaker or kind is corrected is cited so in every meeting, on the board and after it is deleted', () => {
  const { first, second, noteId, followUpId } = twoMeetings();
  const fields = { author: { kind: 'leader', role: 'sekda' }, kind: 'decision' } as const;
  const corrected = after(first, { type: 'note.edit', noteId, fields });
  const citesIn = (meeting: Meeting) => ({
    paper: followUpRows(meeting, 'panel').map(({ cite }) => [cite.speaker, cite.kind]),
    record: [meeting.followUps.items[followUpId]?.author, meeting.followUps.items[followUpId]?.kind],
  });
  const told = { paper: [[{ role: 'sekda' }, 'decision']], record: [fields.author, fields.kind] };
  expect(citesIn(corrected)).toEqual(told);
  expect(digestOf(corrected, 1).followUps).toMatchObject([fields]);
  const taken = opened(second, [corrected]);
  expect(citesIn(taken)).toEqual(told);
  expect(opened(taken, [corrected])).toBe(taken);
  const deleted = after(corrected, { type: 'note.delete', noteId });
  expect([citesIn(deleted), citesIn(opened(taken, [deleted]))]).toEqual([told, told]);
  expect(citesIn(opened(taken, [first]))).toEqual(citesIn(second));
});

it('so it is in a file in which only the note was corrected', () => {
  const { first, second, noteId } = twoMeetings();
  const author = { kind: 'leader', role: 'sekda' } as const;
  const older = produce(after(first, { type: 'note.edit', noteId, fields: { author } }), (draft) => {
    for (const record of Object.values(draft.followUps.items)) record.author = { kind: 'leader', role: 'bupati' };
  });
  const [row] = followUpRows(older, 'panel');
  expect(row?.cite.speaker).toMatchObject({ role: 'sekda' });
  expect(digestOf(older, 1).followUps).toMatchObject([{ author }]);
  expect(followUpsNow(next(older))).toMatchObject([{ author }]);
  expect(followUpsNow(opened(second, [older]))).toMatchObject([{ author }]);
  expect(followUpsNow(after(older, { type: 'note.delete', noteId }))).toMatchObject([{ author }]);
});

it('an agency that is cited is the one of that name in each meeting, and none is added for one that is known', () => {
  const { first, second, noteId } = twoMeetings();
  const author = { kind: 'agency', agencyId: 'satui' } as const;
  const corrected = after(first, { type: 'note.edit', noteId, fields: { author } });
  const other = produce(second, (draft) => {
    draft.agencies.other = { id: 'other', name: 'Kecamatan Satui', short: '', head: '' };
    delete draft.agencies.satui;
  });
  const taken = opened(other, [corrected]);
  expect(followUpsNow(taken)).toMatchObject([{ author: { kind: 'agency', agencyId: 'other' } }]);
  expect(taken.agencies).toEqual(other.agencies);
  expect(opened(taken, [corrected])).toBe(taken);
});

it('a speaker is corrected though the meeting has another agency under its identifier', () => {
  const { first, noteId, followUpId } = twoMeetings();
  const said = after(first, { type: 'note.edit', noteId, fields: { author: { kind: 'agency', agencyId: 'satui' } } });
  const second = produce(next(said), (draft) => {
    // A list in which the row of another agency was overtyped.
    draft.agencies.dinkes = { id: 'dinkes', name: 'Kecamatan Satui', short: '', head: '' };
    delete draft.agencies.satui;
    for (const record of Object.values(draft.followUps.items)) record.author = { kind: 'agency', agencyId: 'dinkes' };
  });
  expect(opened(second, [said])).toBe(second);
  const corrected = after(said, {
    type: 'note.edit',
    noteId,
    fields: { author: { kind: 'agency', agencyId: 'dinkes' } },
  });
  const taken = opened(second, [corrected]);
  const author = taken.followUps.items[followUpId]?.author;
  expect(author?.kind === 'agency' && taken.agencies[author.agencyId]?.name).toBe('Dinas Kesehatan');
  expect(opened(taken, [corrected])).toBe(taken);
});

it('a speaker that is only called otherwise since stays, and no agency is added for it', () => {
  const { first, noteId } = twoMeetings();
  const said = after(first, { type: 'note.edit', noteId, fields: { author: { kind: 'agency', agencyId: 'satui' } } });
  const second = next(said);
  const rename = { type: 'agency.edit', agencyId: 'satui', name: 'Kecamatan Satui Baru', short: '', head: '' } as const;
  expect(opened(second, [after(said, rename)])).toBe(second);
  const renamed = after(second, rename);
  expect(opened(renamed, [said])).toBe(renamed);
  // Whoever has that name here is meant.
  const other = produce(renamed, (draft) => {
    draft.agencies.other = { id: 'other', name: 'Kecamatan Satui', short: '', head: '' };
  });
  const taken = opened(other, [said]);
  expect(followUpsNow(taken)).toMatchObject([{ author: { kind: 'agency', agencyId: 'other' } }]);
});
