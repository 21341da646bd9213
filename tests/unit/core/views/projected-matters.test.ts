import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand, type Command } from '#core/commands/apply.ts';
import { type AgencyPast, PAST_NOTES } from '#core/model/agency-past.ts';
import { NOTHING_CARRIED, openMatters } from '#core/model/carry.ts';
import { continueMeeting } from '#core/model/continue-meeting.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { followUpsNow, problemsNow } from '#core/model/meeting-matters.ts';
import { findNote, notesOf } from '#core/model/meeting-notes.ts';
import { VISIBILITIES } from '#core/model/note.ts';
import { firstSettings } from '#core/model/settings.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { type MattersView, mayBeSeen, type ProjectorView, projectorView } from '#core/views/projector.ts';
import { MARKS, mark, messageOf, type Step, steps } from '../../../support/arbitraries.ts';
import {
  contextOf,
  countedIds,
  noteOf,
  openRoom,
  type Room,
  start,
  steppedClock,
  THREE_AGENCIES,
} from '../../../support/build-meeting.ts';
import { carriedFollowUp, carriedProblem, earlierEntry, nextRakor } from '../../../support/carried-matters.ts';
import { depth } from '../../../support/depth.ts';
import { assertDrawn } from '../../../support/drawn.ts';

const DINKES = 'Dinas Kesehatan';
const SETTINGS = { locale: 'id', theme: 'light', emblem: null } as const;
const follow = { type: 'followUp.add', itemId: null, what: null, pics: null, due: null, status: 'open' } as const;

const seen = (meeting: Meeting): ProjectorView =>
  projectorView({ ...meeting, screen: { ...meeting.screen, layout: 'matters', liveTyping: true } }, SETTINGS, () => '');
function matters(meeting: Meeting): MattersView {
  const view = seen(meeting);
  if (view.stage !== 'matters') throw new Error(`another screen: ${view.stage}`);
  return view;
}
const shownTexts = (meeting: Meeting): string[] => {
  const { followUps, problems } = matters(meeting);
  return [...followUps.map(({ what }) => what), ...problems.map(({ text }) => text)];
};

/** A turn of Dinkes with notes of each visibility, each with a follow-up and a problem. */
function turnWithNotes(): Room {
  const room = openRoom();
  start(room, DINKES);
  const { id } = room.item(DINKES);
  for (const [index, visibility] of [...VISIBILITIES, 'shown' as const, 'shown' as const].entries()) {
    room.send(noteOf(id, `${mark(901 + index)} ${visibility}`, { visibility, kind: 'problem' }));
    const noteId = room.lastNote().id;
    room.send({ ...follow, noteId });
    room.send({ type: 'problem.keep', noteId, itemId: null, text: null });
  }
  return room;
}

describe('an agency’s follow-ups and problems on the projector', () => {
  it('are those of shown notes alone, and of the agency whose turn it is', () => {
    const room = turnWithNotes();
    expect(shownTexts(room.meeting()).filter((text) => !text.endsWith('shown'))).toEqual([]);
    expect(matters(room.meeting())).toMatchObject({ item: { title: DINKES }, floor: { stage: 'running' } });
    expect(matters(room.meeting()).followUps).toHaveLength(3);
    expect(matters(room.meeting()).problems).toHaveLength(3);
    room.send({ ...follow, noteId: null, what: 'tanpa catatan', pics: ['dinkes'] });
    expect(shownTexts(room.meeting())).not.toContain('tanpa catatan');
    room.send({ type: 'turn.finish', callNext: false });
    start(room, 'Kecamatan Satui');
    expect(shownTexts(room.meeting())).toEqual([]);
  });

  it('follow their note off the projector and back', () => {
    const room = openRoom();
    start(room, DINKES);
    room.send(noteOf(room.item(DINKES).id, 'Percepat puskesmas', { visibility: 'shown' }));
    const noteId = room.lastNote().id;
    room.send({ ...follow, noteId });
    const edit = (visibility: 'internal' | 'shown') => room.send({ type: 'note.edit', noteId, fields: { visibility } });
    expect(shownTexts(room.meeting())).toEqual(['Percepat puskesmas']);
    edit('internal');
    expect(shownTexts(room.meeting())).toEqual([]);
    edit('shown');
    expect(shownTexts(room.meeting())).toEqual(['Percepat puskesmas']);
    room.send({ type: 'note.delete', noteId });
    expect(shownTexts(room.meeting())).toEqual([]);
  });

  it('say what they are now, without remarks', () => {
    const carried = {
      followUps: [carriedFollowUp('f0', { shown: true, pics: ['dinkes'] })],
      problems: [carriedProblem('p0', { shown: true })],
      entries: [earlierEntry('x1', 'p0', { recurred: true }, 'm1')],
    };
    const meeting = nextRakor(carried, [
      { type: 'turn.call', itemId: openRoom().item(DINKES).id },
      { type: 'followUp.edit', followUpId: 'f0', fields: { status: 'inProgress', remark: 'UNTUK PIMPINAN' } },
      { type: 'problem.solve', problemId: 'p0', solved: true, remark: 'UNTUK PIMPINAN' },
    ]);
    expect(matters(meeting)).toMatchObject({
      followUps: [{ what: 'Perbaiki jembatan Sungai Loban', due: '2021-05-31', status: 'inProgress', doneOn: null }],
      problems: [{ text: 'Dokter kurang', since: '2021-05-03', raised: 2, solved: true }],
    });
    expect(JSON.stringify(matters(meeting))).not.toContain('UNTUK PIMPINAN');
  });

  it('are shown at the next meeting if their note could be when it was prepared, and never if private', () => {
    const room = turnWithNotes();
    const next = continueMeeting(
      firstSettings(THREE_AGENCIES),
      room.meeting(),
      { title: 'Rakor 31 Mei 2021', date: '2021-05-31', carried: openMatters(room.meeting()) },
      { at: room.clock.at(), newId: countedIds('next') },
    );
    const dinkes = Object.values(next.agenda.items).find(({ agencyId }) => agencyId === 'dinkes');
    const context = contextOf(steppedClock(), countedIds('e'));
    const call: Command = { type: 'turn.call', itemId: dinkes?.id ?? '' };
    const called = applyCommand(next, call, context).meeting;
    expect(shownTexts(called)).toHaveLength(6);
    expect(shownTexts(called).filter((text) => !text.endsWith('shown'))).toEqual([]);
    const hidden = nextRakor({ followUps: [carriedFollowUp('f0', { shown: true, private: true, pics: ['dinkes'] })] }, [
      { type: 'turn.call', itemId: openRoom().item(DINKES).id },
    ]);
    expect(shownTexts(hidden)).toEqual([]);
  });

  it('come with the last turn of the agency: what was shown in it whatever happened, and its figures', () => {
    const types: readonly Step['type'][] = [
      'note.edit',
      'note.edit',
      'note.move',
      'note.delete',
      'note.add',
      'draft.set',
    ];
    const told = { shown: 0, hidden: 0 };
    assertDrawn(
      fc.property(steps(10), (course) => {
        const room = turnWithNotes();
        for (const [n, step] of course.entries()) {
          const type = types[Math.abs(step.wait + n) % types.length] ?? 'note.edit';
          try {
            room.send(messageOf({ ...step, type }, n, room.meeting()) as Command);
          } catch (error) {
            if (!(error instanceof Refused)) throw error;
          }
        }
        const earlier = room.meeting();
        const notes = notesOf(earlier, room.item(DINKES));
        const allowed = notes.filter(({ visibility }) => visibility === 'shown').map(({ text }) => text);
        const again = continueMeeting(
          firstSettings(THREE_AGENCIES),
          earlier,
          { title: 'Rakor 31 Mei 2021', date: '2021-05-31', carried: NOTHING_CARRIED },
          { at: room.clock.at(), newId: countedIds('next') },
        );
        const dinkes = Object.values(again.agenda.items).find(({ agencyId }) => agencyId === 'dinkes');
        const called = applyCommand(
          again,
          { type: 'turn.call', itemId: dinkes?.id ?? '' },
          contextOf(steppedClock(), countedIds('e')),
        ).meeting;
        expect(matters(called).past?.notes.map(({ text }) => text)).toEqual(allowed.slice(-PAST_NOTES));
        const sent = new Set(JSON.stringify(seen(called)).match(MARKS) ?? []);
        expect([...sent].filter((text) => !allowed.join().includes(text))).toEqual([]);
        told.shown += allowed.length;
        told.hidden += notes.length - allowed.length;
      }),
      depth(40, 400),
      () => Math.min(told.shown, told.hidden) > 30,
    );
    expect(Math.min(told.shown, told.hidden)).toBeGreaterThan(30);
  });

  it('say of the figures which part of the whole they are, where they are numbers', () => {
    const meeting = nextRakor({}, [{ type: 'turn.call', itemId: openRoom().item(DINKES).id }]);
    const row = (id: string, target: string, achieved: string) => ({ id, indicator: id, unit: '', target, achieved });
    const dinkes: AgencyPast = {
      from: { meetingId: 'm0', title: 'Rakor 3 Mei 2021', date: '2021-05-03' },
      notes: [],
      targets: [row('angka', '80%', '20 %'), row('opini', 'WTP', 'WDP'), row('nol', '0', '3')],
      budgets: [
        { date: '2021-04-19', ceiling: null, realised: 1 },
        { date: '2021-05-03', ceiling: 8, realised: 2 },
      ],
    };
    expect(matters({ ...meeting, past: {} }).past).toBeNull();
    const { past } = matters({ ...meeting, past: { dinkes } });
    expect(past?.targets.map(({ share }) => share)).toEqual([0.25, null, null]);
    expect(past?.budgets.map(({ share }) => share)).toEqual([null, 0.25]);
  });

  it('give way to the usual screen where no agency has its turn', () => {
    const room = openRoom();
    expect(seen(room.meeting()).stage).toBe('before');
    start(room, 'opening');
    expect(seen(room.meeting())).toMatchObject({ stage: 'running', notes: [] });
  });

  it('are exactly those of shown notes whatever happens, and a change declared invisible changes nothing', () => {
    const types: readonly Step['type'][] = [
      ...(['note.edit', 'note.edit', 'note.move', 'note.delete', 'followUp.edit', 'followUp.delete'] as const),
      ...(['entry.add', 'problem.edit', 'problem.solve', 'problem.delete', 'draft.set', 'sheet.edit'] as const),
    ];
    const told = { shown: 0, hidden: 0, unseen: 0 };
    assertDrawn(
      fc.property(steps(12), (course) => {
        const room = turnWithNotes();
        for (const [n, step] of course.entries()) {
          const before = room.meeting();
          const type = types[Math.abs(step.wait + n) % types.length] ?? 'note.edit';
          try {
            const { patches } = room.send(messageOf({ ...step, type }, n, before) as Command);
            const after = room.meeting();
            const shown = { ...after, screen: { ...after.screen, layout: 'matters' as const } };
            if (!patches.some(({ path }) => mayBeSeen(shown, path))) {
              expect(seen(after)).toEqual(seen(before));
              told.unseen += 1;
            }
          } catch (error) {
            if (!(error instanceof Refused)) throw error;
          }
        }
        const meeting = room.meeting();
        const isShown = (noteId: string | null) => noteId !== null && findNote(meeting, noteId)?.visibility === 'shown';
        const followUps = followUpsNow(meeting).filter(({ pics }) => pics.includes('dinkes'));
        const problems = problemsNow(meeting).filter(({ agencyId }) => agencyId === 'dinkes');
        const all = [
          ...followUps.map(({ noteId, what }) => ({ noteId, text: what })),
          ...problems.map(({ noteId, text }) => ({ noteId, text })),
        ];
        const allowed = all.filter(({ noteId }) => isShown(noteId)).map(({ text }) => text);
        expect(shownTexts(meeting)).toEqual(allowed);
        const sent = JSON.stringify(seen(meeting)).match(MARKS) ?? [];
        expect(sent.toSorted()).toEqual((allowed.join().match(MARKS) ?? []).toSorted());
        told.shown += allowed.length;
        told.hidden += all.length - allowed.length;
      }),
      depth(60, 600),
      () => Math.min(told.shown, told.hidden, told.unseen) > 30,
    );
    expect(Math.min(told.shown, told.hidden, told.unseen)).toBeGreaterThan(30);
  });
});
