import fc from 'fast-check';
import { expect, it } from 'vitest';
import { COMMAND_TYPES, type Command } from '#core/commands/apply.ts';
import { DOCUMENT_KINDS, FORMATS_OF, TEXT_PURPOSES } from '#core/minutes/documents.ts';
import { DEFAULT_OPTIONS } from '#core/model/export-options.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { findNote } from '#core/model/meeting-notes.ts';
import { LAYOUTS } from '#core/model/screen.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { projectorView } from '#core/views/projector.ts';
import { documentFile, documentPage, documentText } from '#main/exports/render-document.ts';
import { history } from '#main/meeting/history.ts';
import { messageOf, steps } from '../../../support/arbitraries.ts';
import { noteOf, openRoom, type Room, start } from '../../../support/build-meeting.ts';
import { docxText } from '../../../support/docx-text.ts';
import { assertDrawn } from '../../../support/drawn.ts';
import { sourceOf } from '../../../support/export-source.ts';
import { textIn } from '../../../support/unzip.ts';

const SECRET = 'JANGAN-DIEDARKAN';
const VIEWER = { locale: 'id', theme: 'light', emblem: null } as const;
const DINKES = 'Dinas Kesehatan';

/** What the projector receives, in every layout, with and without live typing. */
const wall = (meeting: Meeting): string =>
  LAYOUTS.flatMap((layout) =>
    [true, false].map((liveTyping) =>
      JSON.stringify(
        projectorView({ ...meeting, screen: { ...meeting.screen, layout, liveTyping } }, VIEWER, () => ''),
      ),
    ),
  ).join('\n');

const utf8 = new TextDecoder();
const agencyOf = (document: string): string | null => (document === 'agencySheet' ? 'dinkes' : null);

/** Every page (preview and print), file and text that there is, with the notes that each format lets in at most. */
async function papers(meeting: Meeting): Promise<string> {
  const out: string[] = [];
  for (const document of DOCUMENT_KINDS) {
    const source = sourceOf(meeting, { document, agencyId: agencyOf(document) });
    for (const format of FORMATS_OF[document]) {
      if (format === 'pdf') out.push(documentPage(source));
      else {
        const bytes = await documentFile(source, format);
        if (format === 'docx') out.push(docxText(bytes));
        else if (format === 'xlsx')
          out.push(textIn(bytes, 'xl/sharedStrings.xml'), textIn(bytes, 'xl/worksheets/sheet1.xml'));
        else out.push(utf8.decode(bytes));
      }
    }
  }
  return [...out, ...texts(meeting)].join('\n');
}

/** Every text for the clipboard and for a file. */
const texts = (meeting: Meeting): string[] =>
  (['minutes', 'agencySheet'] as const).flatMap((document) =>
    TEXT_PURPOSES.map((purpose) =>
      documentText(sourceOf(meeting, { document, agencyId: agencyOf(document) }), purpose),
    ),
  );

/** A turn under way with a private note, its follow-up, and words typed to it; everything else of it is public. */
function secretRoom(): { readonly room: Room; readonly noteId: string; readonly followUpId: string } {
  const room = openRoom();
  start(room, DINKES);
  const { id } = room.item(DINKES);
  room.send({ type: 'screen.liveTyping', on: true });
  room.send(noteOf(id, 'umum', { kind: 'directive', visibility: 'shown' }));
  room.send(noteOf(id, `${SECRET} catatan`, { kind: 'directive', visibility: 'private', concerns: 'all' }));
  const noteId = room.lastNote().id;
  room.send({ type: 'followUp.add', noteId, itemId: null, what: null, pics: ['dinkes'], due: null, status: 'open' });
  const followUpId = room.meeting().followUps.order.at(-1) ?? '';
  const draft = { itemId: id, author: { kind: 'leader', role: 'bupati' }, kind: 'directive' } as const;
  room.send({ type: 'draft.set', key: 'compose', draft: { ...draft, visibility: 'private', text: `${SECRET} draf` } });
  room.send({
    type: 'draft.set',
    key: `edit:${noteId}`,
    draft: { ...draft, visibility: 'shown', text: `${SECRET} ubahan` },
  });
  return { room, noteId, followUpId };
}

it('is on no projector, page, file, print or text while it is private', async () => {
  const { room } = secretRoom();
  expect(wall(room.meeting())).toContain('umum');
  expect(wall(room.meeting())).not.toContain(SECRET);
  const all = await papers(room.meeting());
  expect(all).toContain('umum');
  expect(all).not.toContain(SECRET);
});

it('reaches none of them by the one step that could be thought of', async () => {
  const { noteId, followUpId } = secretRoom();
  const { id } = openRoom().item(DINKES);
  const author = { kind: 'leader', role: 'bupati' } as const;
  const oneStep: readonly Command[] = [
    { type: 'note.edit', noteId, fields: { visibility: 'shown' } },
    { type: 'note.edit', noteId, fields: { visibility: 'shown', text: `${SECRET} lain`, kind: 'decision' } },
    {
      type: 'note.edit',
      noteId,
      fields: { text: `${SECRET} lain`, concerns: ['pupr'], author: { kind: 'leader', role: 'sekda' } },
    },
    { type: 'note.pin', noteId, pinned: true },
    { type: 'note.move', noteId, itemId: openRoom().item('opening').id },
    { type: 'note.delete', noteId },
    { type: 'wording.edit', noteId, text: `${SECRET} lain` },
    { type: 'wording.leaveOut', noteId, leftOut: false },
    { type: 'wording.reset', noteId },
    { type: 'followUp.edit', followUpId, fields: { what: `${SECRET} lain`, status: 'done' } },
    { type: 'followUp.add', noteId, itemId: null, what: `${SECRET} lain`, pics: ['dinkes'], due: null, status: 'open' },
    {
      type: 'draft.set',
      key: 'compose',
      draft: { itemId: id, author, kind: 'directive', visibility: 'shown', text: `${SECRET} draf` },
    },
    { type: 'screen.liveTyping', on: true },
    { type: 'turn.finish', callNext: false },
    { type: 'meeting.finish' },
  ];
  for (const command of oneStep) {
    const { room } = secretRoom();
    try {
      room.send(command);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
    const meeting = room.meeting();
    const seen = [
      wall(meeting),
      ...texts(meeting),
      documentPage(sourceOf(meeting)),
      documentPage(sourceOf(meeting, { document: 'followUps' })),
    ];
    expect(
      seen.filter((text) => text.includes(SECRET)),
      JSON.stringify(command),
    ).toEqual([]);
  }
});

it('nor by any one command at all: whatever else it makes, a private note is internal at the most', () => {
  const met = new Set<string>();
  const { room, noteId } = secretRoom();
  const before = room.meeting();
  const enough = COMMAND_TYPES.length / 2;
  assertDrawn(
    fc.property(steps(1), fc.constantFrom(...COMMAND_TYPES), ([step], type) => {
      if (step === undefined) return;
      const { room: fresh } = secretRoom();
      try {
        fresh.send(messageOf({ ...step, type }, 901, before) as Command);
        met.add(type);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
      }
      const after = fresh.meeting();
      expect(findNote(after, noteId)?.visibility).not.toBe('shown');
      expect(wall(after)).not.toContain(SECRET);
      expect(documentText(sourceOf(after), 'message')).not.toContain(SECRET);
    }),
    150,
    () => met.size > enough,
  );
  expect(met.size).toBeGreaterThan(enough);
});

it('takes two steps to the projector and to a public text, and one step removes it again', () => {
  const { room, noteId } = secretRoom();
  const edit = (visibility: 'private' | 'internal' | 'shown') =>
    room.send({ type: 'note.edit', noteId, fields: { visibility } });
  const seen = () => [wall(room.meeting()), documentText(sourceOf(room.meeting()), 'message')];
  const minutes = () => documentText(sourceOf(room.meeting()), 'file');
  expect(room.refusal({ type: 'note.edit', noteId, fields: { visibility: 'shown' } })).toBe('noteStillPrivate');
  edit('internal');
  expect(seen().join()).not.toContain(SECRET);
  expect(minutes()).toContain(`${SECRET} catatan`);
  edit('shown');
  for (const text of seen()) expect(text).toContain(`${SECRET} catatan`);
  edit('private');
  expect([...seen(), minutes()].join()).not.toContain(SECRET);
});

it('comes back internal where undo or redo would show it', () => {
  const { room, noteId } = secretRoom();
  const past = history();
  const send = (command: Command) => past.push(room.send(command));
  send({ type: 'note.edit', noteId, fields: { visibility: 'internal' } });
  send({ type: 'note.edit', noteId, fields: { visibility: 'shown' } });
  send({ type: 'note.pin', noteId, pinned: true });
  send({ type: 'note.edit', noteId, fields: { visibility: 'private' } });
  const undone = past.undo(room.meeting());
  expect(findNote(undone.meeting, noteId)).toMatchObject({ visibility: 'internal', pinned: false });
  expect(wall(undone.meeting)).not.toContain(SECRET);
  expect(findNote(past.redo(undone.meeting).meeting, noteId)?.visibility).toBe('private');
});

it('is in no text for a messenger as an internal note either, unless requested', () => {
  const room = openRoom();
  start(room, DINKES);
  room.send(noteOf(room.item(DINKES).id, 'untuk pimpinan saja', { kind: 'directive' }));
  const follow = { itemId: null, what: null, due: null, status: 'open' } as const;
  room.send({ type: 'followUp.add', noteId: room.lastNote().id, pics: ['dinkes'], ...follow });
  for (const document of ['minutes', 'agencySheet'] as const) {
    const text = (purpose: (typeof TEXT_PURPOSES)[number]) =>
      documentText(
        sourceOf(room.meeting(), { document, agencyId: agencyOf(document), options: DEFAULT_OPTIONS }),
        purpose,
      );
    expect(text('message')).not.toContain('untuk pimpinan saja');
    expect(text('panelMessage')).toContain('untuk pimpinan saja');
  }
  room.send({ type: 'note.delete', noteId: room.lastNote().id });
  expect(documentText(sourceOf(room.meeting()), 'message')).not.toContain('untuk pimpinan saja');
});
