import { produce } from 'immer';
import { expect, it } from 'vitest';
import { followUpRows } from '#core/minutes/follow-up-rows.ts';
import { followUpsNow } from '#core/model/meeting-matters.ts';
import { citeOf } from '#renderer/desk/follow-ups/cite.ts';
import { deskI18n, deskT } from '#renderer/desk/kernel/i18n.ts';
import { after, next, twoMeetings } from '../../../../support/two-meetings.ts';

const t = deskT(deskI18n());

it('the desk cites a follow-up as the papers do, also in a file in which only the note was corrected', () => {
  const { first, noteId } = twoMeetings();
  const author = { kind: 'leader', role: 'sekda' } as const;
  const older = produce(after(first, { type: 'note.edit', noteId, fields: { author } }), (draft) => {
    for (const record of Object.values(draft.followUps.items)) record.author = { kind: 'leader', role: 'bupati' };
  });
  const cites = (meeting: typeof older) => followUpsNow(meeting).map((followUp) => citeOf(t, meeting, followUp, 'id'));
  expect(followUpRows(older, 'panel').map(({ cite }) => cite.speaker)).toMatchObject([{ role: 'sekda' }]);
  expect(cites(older)).toEqual(['Sekda']);
  expect(cites(next(older))).toEqual([expect.stringMatching(/^Sekda · Rakor 17 Mei 2021$/)]);
  expect(cites(after(older, { type: 'note.delete', noteId }))).toEqual(['Sekda']);
});
