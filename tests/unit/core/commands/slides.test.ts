import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand, type Command } from '#core/commands/apply.ts';
import { AgendaItem } from '#core/model/agenda-item.ts';
import { PAGE_TURNS, pageAfter, type Slides } from '#core/model/slides.ts';
import { history } from '#main/meeting/history.ts';
import { steps } from '../../../support/arbitraries.ts';
import { noteOf, openRoom, type Room } from '../../../support/build-meeting.ts';
import { depth } from '../../../support/depth.ts';
import { assertDrawn } from '../../../support/drawn.ts';
import { pickOf } from '../../../support/matter-messages.ts';
import { playedMeeting } from '../../../support/played-meeting.ts';

const DINKES = 'Dinas Kesehatan';
const SATUI = 'Kecamatan Satui';
const FILE = { hash: 'a'.repeat(64), name: 'bahan dinkes.pdf', bytes: 9_000, pages: 12 };

function withSlides(): { readonly room: Room; readonly itemId: string } {
  const room = openRoom();
  const itemId = room.item(DINKES).id;
  room.send({ type: 'slides.attach', itemId, slides: FILE });
  return { room, itemId };
}
const slidesOf = (room: Room, name = DINKES): Slides | null => room.item(name).slides;

describe('slides of an item', () => {
  it('begin with their first page, and go where the operator turns', () => {
    const { room, itemId } = withSlides();
    expect(slidesOf(room)).toEqual({ ...FILE, page: 1 });
    room.send({ type: 'slides.page', itemId, page: 12 });
    expect(slidesOf(room)?.page).toBe(12);
    expect(room.refusal({ type: 'slides.page', itemId, page: 13 })).toBe('slidesNoPage');
    expect(room.refusal({ type: 'slides.page', itemId: room.item(SATUI).id, page: 1 })).toBe('slidesNone');
    expect(room.refusal({ type: 'slides.page', itemId, page: 0 })).toBe('badMessage');
  });

  it('have as many pages as the file, whatever was said when it was attached', () => {
    const { room, itemId } = withSlides();
    room.send({ type: 'slides.page', itemId, page: 12 });
    const { hash } = FILE;
    room.send({ type: 'slides.counted', itemId, hash: 'b'.repeat(64), pages: 3 });
    expect(slidesOf(room)).toEqual({ ...FILE, page: 12 });
    room.send({ type: 'slides.counted', itemId, hash, pages: 5 });
    expect(slidesOf(room)).toEqual({ ...FILE, pages: 5, page: 5 });
    expect(room.refusal({ type: 'slides.counted', itemId, hash, pages: 0 })).toBe('badMessage');
    // Not a step that somebody would take back.
    room.send({ type: 'slides.counted', itemId: room.item(SATUI).id, hash, pages: 3 });
    expect(slidesOf(room, SATUI)).toBeNull();
  });

  it('keep their page when the same file is attached again, and begin anew with another', () => {
    const { room, itemId } = withSlides();
    room.send({ type: 'slides.page', itemId, page: 12 });
    room.send({ type: 'slides.attach', itemId, slides: { ...FILE, pages: 7 } });
    expect(slidesOf(room)?.page).toBe(7);
    room.send({ type: 'slides.attach', itemId, slides: { ...FILE, hash: 'b'.repeat(64) } });
    expect(slidesOf(room)?.page).toBe(1);
  });

  it('stay with their item when it is moved, removed and brought back', () => {
    const { room, itemId } = withSlides();
    room.send({ type: 'agenda.move', itemId, by: 1 });
    const before = room.item(DINKES);
    expect(before.slides).not.toBeNull();
    const past = history();
    const removed = applyCommand(
      room.meeting(),
      { type: 'agenda.remove', itemId },
      {
        at: room.clock.at(),
        mono: room.clock.mono(),
        newId: () => 'x',
      },
    );
    past.push(removed);
    expect(past.undo(removed.meeting).meeting.agenda.items[itemId]).toEqual(before);
  });

  it('are refused without the file, and may be taken off only once', () => {
    const { room, itemId } = withSlides();
    const context = { at: room.clock.at(), mono: room.clock.mono(), newId: () => 'x', slidesBytes: () => null };
    const attach: Command = { type: 'slides.attach', itemId, slides: FILE };
    expect(() => applyCommand(room.meeting(), attach, context)).toThrow('slidesMissing');
    // How large it is, is what the disk says.
    const attached = applyCommand(room.meeting(), attach, { ...context, slidesBytes: () => 77 }).meeting;
    expect(attached.agenda.items[itemId]?.slides).toMatchObject({ ...FILE, bytes: 77 });
    room.send({ type: 'slides.detach', itemId });
    expect(room.refusal({ type: 'slides.detach', itemId })).toBe('slidesNone');
  });

  it('are none in a file of an earlier version', () => {
    const { slides: _, ...older } = openRoom().item(DINKES);
    expect(AgendaItem.parse(older).slides).toBeNull();
  });

  it.each([
    { hash: '../../etc/passwd' },
    { hash: 'A'.repeat(64) },
    { pages: 0 },
    { pages: 2_001 },
    { bytes: 0 },
    { name: '  ' },
    { name: 'x'.repeat(256) },
  ])('%j describes no file', (fields) => {
    const { room, itemId } = withSlides();
    expect(['badMessage', 'textTooLong']).toContain(
      room.refusal({ type: 'slides.attach', itemId, slides: { ...FILE, ...fields } }),
    );
  });
});

describe('calling an item', () => {
  const call = (itemId: string): Command => ({ type: 'turn.call', itemId });

  it('shows its first page if the operator wants that, and only of an item that has slides', () => {
    const { room, itemId } = withSlides();
    room.send({ type: 'slides.page', itemId, page: 5 });
    room.send(call(itemId));
    expect(room.meeting().screen.layout).toBe('full');
    expect(slidesOf(room)?.page).toBe(5);
    room.send({ type: 'screen.slidesOnCall', on: true });
    room.send(call(room.item(SATUI).id));
    expect(room.meeting().screen.layout).toBe('full');
    room.send(call(itemId));
    expect(room.meeting().screen.layout).toBe('slides');
    expect(slidesOf(room)?.page).toBe(1);
  });

  it('goes on where its turn was interrupted', () => {
    const { room, itemId } = withSlides();
    room.send({ type: 'screen.slidesOnCall', on: true });
    room.send(call(itemId));
    room.send({ type: 'turn.start' });
    room.send({ type: 'slides.page', itemId, page: 8 });
    room.send({ type: 'turn.finish', callNext: false });
    room.send({ type: 'turn.bringBack', itemId });
    room.send(call(itemId));
    expect(slidesOf(room)?.page).toBe(8);
  });

  it('taken back leaves the projector’s layout as it is', () => {
    const { room, itemId } = withSlides();
    room.send({ type: 'screen.slidesOnCall', on: true });
    const past = history();
    past.push(room.send(call(itemId)));
    room.send({ type: 'screen.layout', layout: 'notes' });
    const { meeting } = past.undo(room.meeting());
    expect(meeting.current).toBeNull();
    expect(meeting.screen.layout).toBe('notes');
    expect(past.redo(meeting).meeting.screen.layout).toBe('notes');
  });
});

describe('a note', () => {
  const shownAt = (page: number) => {
    const { room, itemId } = withSlides();
    room.send({ type: 'turn.call', itemId });
    room.send({ type: 'screen.layout', layout: 'slides' });
    room.send({ type: 'slides.page', itemId, page });
    return { room, itemId };
  };
  const draft = (itemId: string, text: string): Command => ({
    type: 'draft.set',
    key: 'compose',
    draft: { itemId, author: { kind: 'leader', role: 'bupati' }, kind: 'note', visibility: 'internal', text },
  });

  it('keeps the page on which it was begun', () => {
    const { room, itemId } = shownAt(7);
    room.send(draft(itemId, 'Data'));
    room.send({ type: 'slides.page', itemId, page: 9 });
    room.send(draft(itemId, 'Data lama'));
    room.send(noteOf(itemId, 'Data lama'));
    expect(room.lastNote().page).toBe(7);
    room.send(noteOf(itemId, 'Baru'));
    expect(room.lastNote().page).toBe(9);
  });

  it('has none of another item, in another layout, or after it was moved away', () => {
    const { room, itemId } = shownAt(7);
    room.send(noteOf(room.item(SATUI).id, 'Untuk Satui'));
    expect(room.lastNote().page).toBeNull();
    room.send({ type: 'screen.layout', layout: 'full' });
    room.send(noteOf(itemId, 'Tanpa bahan'));
    expect(room.lastNote().page).toBeNull();
    room.send({ type: 'screen.layout', layout: 'slides' });
    room.send(noteOf(itemId, 'Salah tempat'));
    const { id, page } = room.lastNote();
    expect(page).toBe(7);
    room.send({ type: 'note.move', noteId: id, itemId: room.item(SATUI).id });
    expect(room.lastNote().page).toBeNull();
  });
});

const TYPES = ['slides.attach', 'slides.page', 'slides.page', 'slides.detach', 'turn.call', 'agenda.remove'] as const;

it('whatever happens, a page is one of its file', () => {
  let turned = 0;
  assertDrawn(
    fc.property(steps(30), (course) => {
      const { agenda } = playedMeeting(
        course.map((step) => ({ ...step, type: pickOf(TYPES, step.picks[7] ?? 0, 'slides.page') })),
      );
      for (const { slides } of Object.values(agenda.items)) {
        if (slides === null) continue;
        expect(slides.page).toBeGreaterThanOrEqual(1);
        expect(slides.page).toBeLessThanOrEqual(slides.pages);
        if (slides.page > 1) turned += 1;
      }
    }),
    depth(60, 600),
    () => turned > depth(3, 30),
  );
  expect(turned).toBeGreaterThan(depth(3, 30));
});

it('a turn of the page never leaves the file', () => {
  const at = fc.integer({ min: 1, max: 2_000 });
  fc.assert(
    fc.property(at, at, fc.constantFrom(...PAGE_TURNS), (one, other, turn) => {
      const [page, pages] = [Math.min(one, other), Math.max(one, other)];
      const next = pageAfter({ page, pages }, turn);
      expect(next >= 1 && next <= pages).toBe(true);
      expect(Math.abs(next - page) <= 1 || turn === 'first' || turn === 'last').toBe(true);
    }),
  );
});
