import { describe, expect, it } from 'vitest';
import { Meeting } from '#core/model/meeting.ts';
import { isAnnouncementFresh, LAYOUTS } from '#core/model/screen.ts';
import { type ProjectorView, projectorView } from '#core/views/projector.ts';
import { noteOf, openRoom, type Room, start } from '../../../support/build-meeting.ts';

const DINKES = 'Dinas Kesehatan';
const EMBLEM = { id: '0123456789abcdef', width: 300, height: 400 };
const seen = (room: Room, emblem: typeof EMBLEM | null = null): ProjectorView =>
  projectorView(room.meeting(), { locale: 'id', theme: 'light', emblem }, () => '');
const notesOf = (view: ProjectorView) => ('notes' in view ? view.notes : []);
const type = (room: Room, text: string, fields: object = {}) =>
  room.send({
    type: 'draft.set',
    key: 'compose',
    draft: {
      itemId: room.item(DINKES).id,
      author: { kind: 'leader', role: 'bupati' },
      kind: 'directive',
      visibility: 'auto',
      text,
      ...fields,
    },
  });

describe('what the projector shows', () => {
  it('is everything at first, and stays so in a file that knows nothing of layouts', () => {
    const meeting = openRoom().meeting();
    expect(meeting.screen).toEqual({
      layout: 'full',
      announcement: '',
      announcedDuring: null,
      textStep: 0,
      liveTyping: false,
      rail: true,
      slidesOnCall: false,
    });
    const { screen: _screen, ...older } = structuredClone(meeting);
    expect(Meeting.parse(older).screen).toEqual(meeting.screen);
  });

  it('is chosen by the desk and not undone', () => {
    const room = openRoom();
    for (const layout of LAYOUTS.filter((one) => one !== 'announcement')) {
      const { undoable } = room.send({ type: 'screen.layout', layout });
      expect([room.meeting().screen.layout, undoable]).toEqual([layout, false]);
    }
    room.send({ type: 'screen.textStep', step: 2 });
    expect(room.meeting().screen.textStep).toBe(2);
    expect(room.refusal({ type: 'screen.textStep', step: 3 })).toBe('badMessage');
    expect(room.refusal({ type: 'screen.layout', layout: 'all' })).toBe('badMessage');
  });

  it('is an announcement as soon as one is typed, and the clock again when it is removed', () => {
    const room = openRoom();
    expect(room.refusal({ type: 'screen.layout', layout: 'announcement' })).toBe('announcementEmpty');
    room.send({ type: 'screen.announce', text: '  Mohon bersiap: Dinas Kesehatan ' });
    expect(seen(room)).toMatchObject({ stage: 'announcement', text: 'Mohon bersiap: Dinas Kesehatan' });
    room.send({ type: 'screen.layout', layout: 'clock' });
    room.send({ type: 'screen.layout', layout: 'announcement' });
    expect(seen(room)).toMatchObject({ stage: 'announcement', text: 'Mohon bersiap: Dinas Kesehatan' });
    room.send({ type: 'screen.announce', text: ' ' });
    expect(room.meeting().screen).toMatchObject({ layout: 'full', announcement: '' });
    expect(room.refusal({ type: 'screen.announce', text: 'x'.repeat(201) })).toBe('textTooLong');
  });

  it('knows an announcement of an earlier item’s time, which may be out of date', () => {
    const room = openRoom();
    const fresh = () => isAnnouncementFresh(room.meeting().screen, room.meeting().current);
    start(room, DINKES);
    expect(fresh()).toBe(false);
    room.send({ type: 'screen.announce', text: 'Mohon bersiap: Dinas Sosial' });
    room.send({ type: 'screen.layout', layout: 'full' });
    expect(fresh()).toBe(true);
    room.send({ type: 'turn.finish', callNext: true });
    expect(fresh()).toBe(false);
    room.send({ type: 'screen.announce', text: 'Istirahat 10 menit' });
    expect(fresh()).toBe(true);
    room.send({ type: 'screen.announce', text: '' });
    expect(fresh()).toBe(false);
  });

  it('is sent without what the layout does not show', () => {
    const room = openRoom();
    start(room, DINKES);
    room.send(noteOf(room.item(DINKES).id, 'CATATAN', { visibility: 'shown' }));
    room.send({ type: 'screen.announce', text: 'PENGUMUMAN' });
    const fields = (): string[] => Object.keys(seen(room, EMBLEM));
    const sent = (): string => JSON.stringify(seen(room, EMBLEM));

    expect(sent()).not.toMatch(/CATATAN|Kesehatan|emblem/);
    room.send({ type: 'screen.layout', layout: 'full' });
    expect(sent()).toMatch(/CATATAN/);
    expect(sent()).not.toMatch(/PENGUMUMAN|emblem/);
    expect(fields()).not.toContain('rows');
    room.send({ type: 'screen.layout', layout: 'clock' });
    expect(sent()).not.toMatch(/CATATAN|PENGUMUMAN|emblem/);
    room.send({ type: 'screen.layout', layout: 'notes' });
    expect(sent()).toMatch(/CATATAN/);
    expect(fields()).not.toContain('clock');
    expect(fields()).not.toContain('plan');
    room.send({ type: 'screen.layout', layout: 'agenda' });
    expect(sent()).not.toMatch(/CATATAN|PENGUMUMAN|emblem/);
    expect(fields()).toContain('rows');
    room.send({ type: 'screen.layout', layout: 'hold' });
    expect(seen(room, EMBLEM)).toEqual({
      locale: 'id',
      theme: 'light',
      slidesAhead: false,
      stage: 'hold',
      title: room.meeting().title,
      subtitle: '',
      zone: 'WITA',
      textStep: 0,
      place: '',
      emblem: '/emblem/0123456789abcdef.png',
      termEnds: null,
    });
    expect(seen(room)).toMatchObject({ emblem: null });
  });

  it('has the end of the term on the title screen alone, and only if that is wished', () => {
    const room = openRoom();
    const ends = (termOnTitle: boolean) =>
      projectorView(
        room.meeting(),
        { locale: 'id', theme: 'light', emblem: null, termEnds: '2030-05-26', termOnTitle },
        () => '',
      );
    expect(JSON.stringify(ends(true))).not.toContain('2030');
    room.send({ type: 'screen.layout', layout: 'hold' });
    expect(ends(true)).toMatchObject({ stage: 'hold', termEnds: '2030-05-26' });
    expect(ends(false)).toMatchObject({ stage: 'hold', termEnds: null });
  });

  it('shows of the agenda what is done, current and next, and when it really began', () => {
    const room = openRoom();
    start(room, 'opening');
    const began = room.clock.at();
    room.clock.advance(60_000);
    room.send({ type: 'turn.finish', callNext: false });
    room.send({ type: 'turn.skip', itemId: room.item('Kecamatan Satui').id });
    start(room, DINKES);
    room.send({ type: 'screen.layout', layout: 'agenda' });
    const view = seen(room);
    const rows = view.stage === 'agenda' ? view.rows : [];
    expect(rows.find(({ state }) => state === 'done')).toMatchObject({ name: { kind: 'opening' }, at: began });
    expect(rows.filter(({ state }) => state === 'now')).toMatchObject([
      { name: { title: DINKES }, at: room.clock.at() },
    ]);
    expect(rows.filter(({ state }) => state === 'next')).toHaveLength(1);
    expect(rows.filter(({ state }) => state === 'later').every(({ at }) => at === null)).toBe(true);
    expect(JSON.stringify(rows)).not.toContain('Satui');
    expect(view.stage === 'agenda' && view.plan.map(({ id }) => id)).toEqual(
      rows.filter(({ state }) => state === 'next' || state === 'later').map(({ id }) => id),
    );
  });

  it('announces nothing to come in the agenda of a closed meeting', () => {
    const room = openRoom();
    start(room, 'opening');
    room.send({ type: 'turn.finish', callNext: false });
    room.send({ type: 'screen.layout', layout: 'agenda' });
    room.send({ type: 'meeting.finish' });
    const view = seen(room);
    expect(view).toMatchObject({ stage: 'agenda', status: 'finished', plan: [], floor: null });
    const states = view.stage === 'agenda' ? view.rows.map(({ state }) => state) : [];
    expect(states).toContain('later');
    expect(states).not.toContain('next');
  });
});

describe('a pinned note', () => {
  it('is above the newer ones until it is unpinned, and undo restores that', () => {
    const room = openRoom();
    const { id } = room.item(DINKES);
    start(room, DINKES);
    room.send(noteOf(id, 'satu', { visibility: 'shown' }));
    const noteId = room.lastNote().id;
    room.send(noteOf(id, 'dua', { visibility: 'shown' }));
    expect(room.send({ type: 'note.pin', noteId, pinned: true }).undoable).toBe(true);
    expect(notesOf(seen(room)).map(({ text, mark }) => [text, mark])).toEqual([
      ['satu', 'pinned'],
      ['dua', undefined],
    ]);
    room.send({ type: 'screen.liveTyping', on: true });
    type(room, 'Segera');
    expect(notesOf(seen(room)).map(({ text }) => text)).toEqual(['satu', 'Segera', 'dua']);
    type(room, '');
    room.send({ type: 'note.pin', noteId, pinned: false });
    expect(notesOf(seen(room)).map(({ text }) => text)).toEqual(['dua', 'satu']);
  });

  it('disappears once it is taken off the projector', () => {
    const room = openRoom();
    start(room, DINKES);
    room.send(noteOf(room.item(DINKES).id, 'satu', { visibility: 'shown' }));
    const noteId = room.lastNote().id;
    room.send({ type: 'note.pin', noteId, pinned: true });
    room.send({ type: 'note.edit', noteId, fields: { visibility: 'internal' } });
    expect(room.lastNote().pinned).toBe(false);
    expect(room.refusal({ type: 'note.pin', noteId, pinned: true })).toBe('noteNotShown');
    expect(room.refusal({ type: 'note.pin', noteId: 'gone', pinned: true })).toBe('unknownNote');
  });
});

describe('what is being typed', () => {
  const live = (): Room => {
    const room = openRoom();
    start(room, DINKES);
    room.send({ type: 'screen.liveTyping', on: true });
    return room;
  };
  const typed = (room: Room) => notesOf(seen(room)).map(({ text }) => text);

  it('is projected only where the operator allows it, and then on top and marked', () => {
    const room = openRoom();
    start(room, DINKES);
    room.send(noteOf(room.item(DINKES).id, 'satu', { visibility: 'shown' }));
    type(room, 'Segera');
    expect(typed(room)).toEqual(['satu']);
    room.send({ type: 'screen.liveTyping', on: true });
    expect(notesOf(seen(room)).map(({ text, mark }) => [text, mark])).toEqual([
      ['Segera', 'typing'],
      ['satu', undefined],
    ]);
    room.send({ type: 'screen.liveTyping', on: false });
    expect(typed(room)).toEqual(['satu']);
  });

  it('is not projected while it is private or internal, by itself or by its kind', () => {
    const room = live();
    for (const fields of [{ visibility: 'internal' }, { kind: 'note' }]) {
      type(room, 'RAHASIA', fields);
      expect(typed(room)).toEqual([]);
    }
    type(room, 'RAHASIA');
    expect(typed(room)).toEqual(['RAHASIA']);
    const autoShow = { directive: false, proposal: true, decision: true };
    room.send({ type: 'meeting.edit', fields: { autoShow } });
    expect(typed(room)).toEqual([]);
    type(room, 'RAHASIA', { visibility: 'private' });
    expect(typed(room)).toEqual([]);
  });

  it('is not projected when it is another item’s, an edit of a note, empty, or the layout has no notes', () => {
    const room = live();
    type(room, 'LAIN', { itemId: room.item('Kecamatan Satui').id });
    expect(typed(room)).toEqual([]);
    type(room, ' \n');
    expect(typed(room)).toEqual([]);
    room.send(noteOf(room.item(DINKES).id, 'satu', { visibility: 'shown' }));
    const author = { kind: 'leader', role: 'bupati' } as const;
    room.send({
      type: 'draft.set',
      key: `edit:${room.lastNote().id}`,
      draft: { itemId: room.item(DINKES).id, author, kind: 'directive', visibility: 'shown', text: 'SETENGAH' },
    });
    expect(typed(room)).toEqual(['satu']);
    type(room, 'Segera');
    for (const layout of ['clock', 'agenda', 'hold'] as const) {
      room.send({ type: 'screen.layout', layout });
      expect(JSON.stringify(seen(room))).not.toContain('Segera');
    }
  });

  it('becomes the note in one change', () => {
    const room = live();
    type(room, 'Segera');
    room.send(noteOf(room.item(DINKES).id, 'Segera', { visibility: 'auto', kind: 'directive' }));
    expect(notesOf(seen(room)).map(({ text, mark }) => [text, mark])).toEqual([['Segera', undefined]]);
  });

  it('is shown by its end when it is long, from a whole word and a whole letter on', () => {
    const room = live();
    type(room, `${'awal '.repeat(200)}${'kata '.repeat(90)}selesai`);
    const [text = ''] = typed(room);
    expect(text).toMatch(/^… kata .* selesai$/);
    expect(text.length).toBeLessThanOrEqual(402);
    type(room, '👩🏽‍💼'.repeat(300));
    expect(typed(room)[0]).not.toMatch(/\p{Surrogate}/u);
  });
});
