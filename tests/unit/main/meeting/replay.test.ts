import { expect, test } from 'vitest';
import type { Command } from '#core/commands/apply.ts';
import { brokenRules } from '#core/commands/broken-rules.ts';
import { allNotes } from '#core/model/meeting-notes.ts';
import { instant } from '#core/time/units.ts';
import { type MeetingSession, meetingSession } from '#main/meeting/meeting-session.ts';
import { meetingStore } from '#main/meeting/meeting-store.ts';
import { snapshotText, snapshotValue } from '#main/meeting/snapshot-text.ts';
import { simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { counter, movedClock, roomOf } from '../../../support/projector-at-work.ts';

const DATA = '/data';
const author = { kind: 'leader', role: 'sekda' } as const;

/** A meeting in which some work was done and written, and then the power went. */
async function worked(work: (session: MeetingSession) => void | Promise<void>) {
  const { port } = simulatedDisk();
  await port.makeFolder(DATA);
  const clock = movedClock();
  const backups: string[] = [];
  const store = meetingStore({
    files: port,
    dataFolder: DATA,
    now: clock.now,
    report: () => undefined,
    backupsOf: async () => backups,
  });
  const meeting = roomOf(clock);
  await store.create(meeting);
  const open = async () => {
    const opened = await store.open(meeting.id);
    return {
      opened,
      session: () => meetingSession({ opened, clock, newId: counter('d'), onChange: () => clock.advance(10) }),
    };
  };
  const session = (await open()).session();
  await work(session);
  await session.flush();
  await session.stop();
  const folder = `${DATA}/meetings/${meeting.id}`;
  const path = `${folder}/journal.ndjson`;
  const rows = (await port.read(path)).split('\n');
  return {
    port,
    clock,
    backups,
    rows,
    last: session.meeting(),
    /** Opens it with these rows for a journal. */
    async withRows(damaged: readonly string[]) {
      await port.writeSynced(path, damaged.join('\n'));
      return open();
    },
  };
}

const flipped = (row: string, at: number): string => `${row.slice(0, at)}\u0001${row.slice(at + 1)}`;
const itemOf = (session: MeetingSession): string => session.meeting().agenda.order[0] ?? '';
const note = (session: MeetingSession, text: string): Command => ({
  type: 'note.add',
  itemId: itemOf(session),
  author,
  kind: 'note',
  visibility: 'internal',
  text,
  concerns: null,
});
const type = (session: MeetingSession, text: string): Command => ({
  type: 'draft.set',
  key: 'compose',
  draft: { itemId: itemOf(session), author, kind: 'note', visibility: 'internal', text },
});

test('a damaged line in a journal of 120 notes loses only that note, and its words are reported', async () => {
  const { rows, withRows } = await worked((session) => {
    for (let n = 1; n <= 120; n += 1) session.command(note(session, `Arahan ke-${n} untuk dinas`));
  });
  for (const damaged of [1, 18, 119, 120]) {
    const row = rows[damaged] ?? '';
    const { opened } = await withRows(rows.with(damaged, flipped(row, row.indexOf('"op"') + 1)));
    const texts = allNotes(opened.meeting).map(({ text }) => text);
    expect(texts).toHaveLength(119);
    expect(texts).not.toContain(`Arahan ke-${damaged} untuk dinas`);
    expect(brokenRules(opened.meeting)).toEqual([]);
    expect(opened.notices).toMatchObject([
      { code: 'changesUnreadable', params: { count: 1, words: `Arahan ke-${damaged} untuk dinas` } },
    ]);
  }
});

test('what cannot be used after a damaged line is reported with its words, and undo begins empty', async () => {
  const { rows, withRows } = await worked((session) => {
    session.command({
      type: 'agenda.addOther',
      kind: 'qa',
      title: 'Acara tambahan',
      planned: null,
      fixedStart: null,
      index: null,
    });
    const [added] = session
      .meeting()
      .agenda.order.filter((id) => session.meeting().agenda.items[id]?.kind === 'qa')
      .slice(-1);
    session.command({ ...note(session, 'Untuk acara yang hilang'), itemId: added ?? '' } as Command);
    session.command(note(session, 'Untuk acara yang ada'));
  });
  const { opened, session: begin } = await withRows(rows.with(1, flipped(rows[1] ?? '', 5)));
  expect(allNotes(opened.meeting).map(({ text }) => text)).toEqual(['Untuk acara yang ada']);
  const [notice] = opened.notices;
  expect(notice).toMatchObject({ code: 'changesUnreadable', params: { count: 2 } });
  expect(String(notice?.params.words)).toContain('Untuk acara yang hilang');
  const session = begin();
  expect(session.nextUndo()).toBeNull();
  session.command(note(session, 'Sesudahnya'));
  await session.flush();
  expect(session.saved()).toMatchObject({ seq: 4, durable: 4 });
  await session.stop();
});

test('changes that a backup holds are not lost with their line', async () => {
  const made = await worked((session) => {
    for (let n = 1; n <= 10; n += 1) session.command(note(session, `Catatan ke-${n}`));
  });
  const { port, rows, backups, withRows, last, clock } = made;
  const backup = snapshotText(snapshotValue({ seq: 10, at: clock.now(), mono: null, meeting: last }));
  await port.writeSynced(`${DATA}/cadangan.json`, backup);
  backups.push(`${DATA}/cadangan.json`);
  const damaged = rows.with(4, flipped(rows[4] ?? '', 9));
  const { opened } = await withRows(damaged);
  expect(opened.meeting).toEqual(last);
  // The snapshot is whole, and yet it is a backup that is opened.
  expect(opened.notices).toMatchObject([{ code: 'openedFromBackup' }]);
  // One of another meeting that had this identifier before does not stand in for what is newer.
  const foreign = snapshotValue({ seq: 500, at: instant(1000), mono: null, meeting: roomOf(clock) });
  await port.writeSynced(`${DATA}/cadangan.json`, snapshotText(foreign));
  const again = await withRows(damaged);
  expect(allNotes(again.opened.meeting)).toHaveLength(9);
});

test('a damaged line in the middle of a long typed text costs the letters of that pause alone', async () => {
  const words = (n: number): string => `${'Pendahuluan yang panjang sekali. '.repeat(8)}${'abcde'.repeat(n)}`;
  const { rows, withRows } = await worked((session) => {
    for (let n = 0; n <= 40; n += 1) session.command(type(session, words(n)));
  });
  expect(rows[20]).toContain('"op":"splice"');
  const { opened } = await withRows(rows.with(20, flipped(rows[20] ?? '', 9)));
  expect(opened.meeting.drafts.compose?.text).toBe(words(39));
  expect(opened.notices).toMatchObject([{ code: 'changesUnreadable', params: { count: 1 } }]);
});
