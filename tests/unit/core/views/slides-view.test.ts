import { describe, expect, it } from 'vitest';
import type { Pointed } from '#core/model/slides.ts';
import { type ProjectorView, projectorView } from '#core/views/projector.ts';
import { noteOf, openRoom, type Room } from '../../../support/build-meeting.ts';

describe('the layout of slides', () => {
  const slides = { hash: 'c'.repeat(64), name: 'bahan.pdf', bytes: 1, pages: 4 };
  function presented(): Room {
    const room = openRoom();
    const { id: itemId } = room.item('Dinas Kesehatan');
    room.send({ type: 'slides.attach', itemId, slides });
    room.send({ type: 'screen.layout', layout: 'slides' });
    room.send(noteOf(itemId, 'Percepat', { visibility: 'shown' }));
    room.send(noteOf(itemId, 'Rahasia', { visibility: 'private' }));
    return room;
  }
  const viewAt = (room: Room): { view: ProjectorView; asked: string[] } => {
    const asked: string[] = [];
    const view = projectorView(room.meeting(), { locale: 'id', theme: 'light', emblem: null }, (itemId, hash) => {
      asked.push(`${itemId} ${hash}`);
      return '/slides/address.pdf';
    });
    return { view, asked };
  };

  it('shows the active item’s page and its shown notes, and asks for no other file', () => {
    const room = presented();
    const { id: itemId } = room.item('Dinas Kesehatan');
    expect(viewAt(room)).toMatchObject({ view: { stage: 'before', slidesAhead: true }, asked: [] });
    room.send({ type: 'screen.layout', layout: 'full' });
    expect(viewAt(room).view).toMatchObject({ slidesAhead: false });
    room.send({ type: 'screen.slidesOnCall', on: true });
    expect(viewAt(room).view).toMatchObject({ slidesAhead: true });
    room.send({ type: 'screen.layout', layout: 'slides' });
    room.send({ type: 'turn.call', itemId });
    room.send({ type: 'slides.page', itemId, page: 3 });
    expect(viewAt(room)).toMatchObject({
      view: {
        stage: 'slides',
        item: { title: 'Dinas Kesehatan' },
        slides: { address: '/slides/address.pdf', page: 3, pages: 4 },
        floor: { stage: 'called' },
        rail: true,
        notes: [{ text: 'Percepat' }],
        spot: null,
        turn: { n: 1, m: 3 },
      },
      asked: [`${itemId} ${slides.hash}`],
    });
    const view = (pointed: Pointed) =>
      projectorView(room.meeting(), { locale: 'id', theme: 'light', emblem: null }, () => '', pointed);
    expect(view({ itemId, page: 3, x: 0.5, y: 0.25 })).toMatchObject({ spot: { x: 0.5, y: 0.25 } });
    // Of another page or item nothing is marked.
    expect(view({ itemId, page: 2, x: 0.5, y: 0.25 })).toMatchObject({ spot: null });
    expect(view({ itemId: 'x', page: 3, x: 0.5, y: 0.25 })).toMatchObject({ spot: null });
    room.send({ type: 'screen.rail', on: false });
    expect(viewAt(room).view).toMatchObject({ rail: false, notes: [] });
  });

  it('falls back to the clock of an item that has none, and after the meeting', () => {
    const room = presented();
    room.send({ type: 'turn.call', itemId: room.item('Kecamatan Satui').id });
    expect(viewAt(room)).toMatchObject({ view: { stage: 'called' }, asked: [] });
    room.send({ type: 'turn.call', itemId: room.item('Dinas Kesehatan').id });
    room.send({ type: 'screen.blank', on: true });
    expect(viewAt(room)).toEqual({ view: { locale: 'id', theme: 'light', stage: 'blank' }, asked: [] });
  });
});
