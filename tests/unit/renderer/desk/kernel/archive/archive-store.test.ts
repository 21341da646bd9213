import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { type Digest, digestOf } from '#core/archive/digest.ts';
import type { Command } from '#core/commands/apply.ts';
import { REGISTER_ID } from '#core/model/entry.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { emptyRegister, type Register } from '#core/model/register.ts';
import type { Reply } from '#core/protocol/messages.ts';
import type { ArchiveText, RequestType } from '#core/protocol/requests.ts';
import { instant } from '#core/time/units.ts';
import type { DeskView } from '#core/views/desk.ts';
import { archive } from '#renderer/archive/archive.ts';
import type { WorkerLike } from '#renderer/archive/archive-worker.ts';
import type { CallMessage, ReplyMessage } from '#renderer/archive/protocol.ts';
import {
  type ArchiveStoreParts,
  ArchiveUnavailable,
  archiveStore,
} from '#renderer/desk/kernel/archive/archive-store.ts';
import { valueStore } from '#renderer/desk/kernel/value-store.ts';
import { entryOf } from '../../../../../support/archive-documents.ts';
import { noteOf, openRoom, type Room } from '../../../../../support/build-meeting.ts';
import { settingsOf } from '../../../../../support/desk-meetings.ts';
import { deskDouble } from '../../../../../support/desk-port.ts';

/** A meeting with one note. */
function roomOf(id: string, text: string): Room {
  const room = openRoom({ title: `Rakor ${id}` });
  room.send(noteOf(room.item('Dinas Kesehatan').id, text));
  return { ...room, meeting: () => ({ ...room.meeting(), id }) };
}
const meetingOf = (id: string, text: string): Meeting => roomOf(id, text).meeting();

/** The worker's own code, on this thread. */
class HereWorker extends EventTarget implements WorkerLike {
  readonly #handlers = archive();
  isEnded = false;
  readonly calls: string[] = [];
  postMessage(message: CallMessage): void {
    queueMicrotask(async () => {
      if (this.isEnded) return;
      const { call, type, query } = structuredClone(message);
      this.calls.push(type);
      const answer = await (this.#handlers[type] as (given: unknown) => unknown)(query);
      if (this.isEnded) return;
      const data: ReplyMessage = { call, ok: true, answer: structuredClone(answer) };
      this.dispatchEvent(new MessageEvent('message', { data }));
    });
  }
  terminate(): void {
    this.isEnded = true;
  }
}

/** A desk with an archive of these meetings; how main answers can be changed. */
async function deskWith(stored: Map<string, Digest>, open: Meeting | null = null) {
  // Of a change, what it leaves alone stays the same, as the patches of main leave it.
  const view = valueStore(deskDouble(open, settingsOf()).view());
  const store = { current: view.get, subscribe: view.subscribe };
  const show = (given: Partial<DeskView>): void => view.update((before) => ({ ...before, ...given }));
  const workers: HereWorker[] = [];
  const timers: (() => void)[] = [];
  const reported: unknown[] = [];
  const asked: RequestType[] = [];
  const answering = { fails: false, perAnswer: 2, held: Promise.resolve(), register: null as Register | null };
  const stampOf = (id: string): string => `${stored.get(id)?.seq}`;
  const request = async (type: RequestType, payload: unknown): Promise<Reply<unknown> | null> => {
    asked.push(type);
    await answering.held;
    if (answering.fails) return null;
    if (type === 'register.read') return { ok: true, value: answering.register };
    if (type === 'archive.list')
      return { ok: true, value: [...stored.keys()].map((id) => ({ id, stamp: stampOf(id) })) };
    const { ids } = payload as { ids: string[] };
    const texts = ids.slice(0, answering.perAnswer).map((id): ArchiveText => {
      const digest = stored.get(id);
      const packed = digest === undefined ? null : gzipSync(JSON.stringify(digest)).toString('base64');
      return { id, stamp: stampOf(id), text: packed === null ? null : JSON.stringify({ of: '', gzip: packed }) };
    });
    return { ok: true, value: texts };
  };
  const parts: ArchiveStoreParts = {
    store,
    request: request as ArchiveStoreParts['request'],
    start() {
      const worker = new HereWorker();
      workers.push(worker);
      return worker;
    },
    today: () => '2026-03-01',
    after(_ms, run) {
      timers.push(run);
      return () => timers.splice(timers.indexOf(run), 1);
    },
    report: (error) => void reported.push(error),
  };
  const desk = archiveStore(parts);
  const find = async (text: string): Promise<string[]> => {
    const { groups } = await desk.ask('search', { text, limit: 9 });
    return groups.flatMap(({ kind, hits }) => (kind === 'note' ? hits.map(({ meetingTitle }) => meetingTitle) : []));
  };
  const ready = () => vi.waitFor(() => expect(desk.state.get().kind).toBe('ready'));
  return { show, desk, workers, timers, reported, asked, answering, find, ready };
}
const digestsOf = (...meetings: Meeting[]): Map<string, Digest> =>
  new Map(meetings.map((meeting) => [meeting.id, digestOf(meeting, 1)]));
const THREE = () =>
  digestsOf(meetingOf('a', 'jembatan'), meetingOf('b', 'sekolah'), meetingOf('c', 'jembatan gantung'));

describe('the archive of the desk', () => {
  it('is read by the worker when somebody needs it, answer by answer, and tells how far it is', async () => {
    const { desk, workers, find, ready, asked } = await deskWith(THREE());
    expect(workers).toEqual([]);
    const seen: unknown[] = [];
    desk.state.subscribe(() => seen.push(desk.state.get()));
    desk.use();
    await ready();
    expect(asked).toEqual(['archive.list', 'archive.digests', 'archive.digests', 'register.read']);
    expect(seen).toContainEqual({ kind: 'loading', done: 2, total: 3 });
    expect((await find('jembatan')).toSorted()).toEqual(['Rakor a', 'Rakor c']);
  });

  it('answers a board when all is read, and a search before that', async () => {
    const { desk } = await deskWith(THREE());
    desk.use();
    const board = desk.ask('agencies', {});
    await desk.ask('search', { text: 'jembatan', limit: 3 });
    expect(desk.state.get().kind).toBe('loading');
    expect((await board).length).toBeGreaterThan(0);
    expect(desk.state.get().kind).toBe('ready');
  });

  it('has the open meeting as the desk sees it: sent once a question, and not while a draft is typed', async () => {
    const room = roomOf('a', 'jalan rusak');
    const { desk, workers, find, ready, show } = await deskWith(THREE(), room.meeting());
    const send = (command: Command): void => {
      room.send(command);
      show({ meeting: room.meeting() });
    };
    const puts = (): number => workers[0]?.calls.filter((call) => call === 'put').length ?? 0;
    desk.use();
    await ready();
    expect(await find('jembatan')).toEqual(['Rakor c']);
    expect(await find('jalan rusak')).toEqual(['Rakor a']);
    expect(puts()).toBe(1);
    const itemId = room.item('Kecamatan Satui').id;
    const before = desk.revision.get();
    const author = { kind: 'leader', role: 'bupati' } as const;
    const draft = { itemId, author, kind: 'note', visibility: 'auto', text: 'Ban' } as const;
    send({ type: 'draft.set', key: 'compose', draft });
    await find('jalan');
    expect([puts(), desk.revision.get()]).toEqual([1, before]);
    send(noteOf(itemId, 'banjir'));
    send(noteOf(itemId, 'banjir lagi'));
    expect(desk.revision.get()).toBeGreaterThan(before);
    expect(await find('banjir')).toEqual(['Rakor a', 'Rakor a']);
    expect(puts()).toBe(2);
  });

  it('is not brought the open meeting again for a question about earlier ones, unless its agencies change', async () => {
    const room = roomOf('a', 'jalan rusak');
    const { desk, workers, ready, show } = await deskWith(THREE(), room.meeting());
    const puts = (): number => workers[0]?.calls.filter((call) => call === 'put').length ?? 0;
    const send = (command: Command): void => {
      room.send(command);
      show({ meeting: room.meeting() });
    };
    const agencyId = room.item('Dinas Kesehatan').agencyId ?? '';
    const ask = () => desk.ask('agency', { today: '2026-03-01', agencyId }, true);
    desk.use();
    await ready();
    expect((await ask())?.turns.length).toBe(3);
    const before = desk.earlierRevision.get();
    send(noteOf(room.item('Dinas Kesehatan').id, 'banjir'));
    await ask();
    expect([puts(), desk.earlierRevision.get()]).toEqual([1, before]);
    send({ type: 'agency.edit', agencyId, name: 'Dinas Kesehatan Baru', short: 'Dinkes', head: '' });
    expect(desk.earlierRevision.get()).toBeGreaterThan(before);
    await ask();
    expect(puts()).toBe(2);
  });

  it('knows a meeting that was just closed as it was, until it is read again, and forgets it if it is gone', async () => {
    const stored = THREE();
    stored.delete('a');
    const { desk, find, ready, show, answering } = await deskWith(stored, meetingOf('a', 'banjir'));
    desk.use();
    await ready();
    expect(await find('banjir')).toEqual(['Rakor a']);
    let release = (): void => undefined;
    answering.held = new Promise((resolve) => {
      release = resolve;
    });
    show({ meeting: null });
    expect(await find('banjir')).toEqual(['Rakor a']);
    release();
    await vi.waitFor(async () => expect(await find('banjir')).toEqual([]));
  });

  it('has what was said between meetings, and reads it again, alone, when it changes', async () => {
    const room = roomOf('a', 'Perbaiki jembatan');
    const bare = { noteId: null, itemId: null, what: 'Perbaiki jembatan', pics: null, due: null } as const;
    room.send({ type: 'followUp.add', ...bare, status: 'open' });
    const [id] = room.meeting().followUps.order;
    const { desk, ready, show, answering, asked } = await deskWith(digestsOf(room.meeting()));
    const statusOf = async () => (await desk.ask('matter', { today: '2026-03-01', id: id ?? '' }))?.followUp?.status;
    desk.use();
    await ready();
    expect(await statusOf()).toBe('open');
    const done = entryOf('e', id ?? '', REGISTER_ID, { status: 'done' });
    answering.register = { ...emptyRegister(instant(0)), entries: { e: done } };
    asked.length = 0;
    show({ register: { rev: 1, undo: null, redo: null, failing: null } });
    await vi.waitFor(async () => expect(await statusOf()).toBe('done'));
    expect(asked).toEqual(['register.read']);
  });

  it('reads again only what has changed when the list of meetings has', async () => {
    const stored = THREE();
    const { desk, find, ready, show, workers } = await deskWith(stored);
    desk.use();
    await ready();
    stored.delete('c');
    stored.set('b', { ...digestOf(meetingOf('b', 'jembatan baru'), 7) });
    show({ meetings: [] });
    await vi.waitFor(async () => expect((await find('jembatan')).toSorted()).toEqual(['Rakor a', 'Rakor b']));
    expect(workers[0]?.calls.filter((call) => call === 'load')).toHaveLength(4);
  });

  it('says that it failed when main does not answer, and can be tried again', async () => {
    const { desk, answering, ready, find } = await deskWith(THREE());
    answering.fails = true;
    desk.use();
    await expect(desk.ask('agencies', {})).rejects.toThrow(ArchiveUnavailable);
    expect(desk.state.get()).toEqual({ kind: 'failed' });
    answering.fails = false;
    desk.retry();
    await ready();
    expect(await find('sekolah')).toEqual(['Rakor b']);
  });

  it('starts another worker when one dies, and gives up when they keep dying', async () => {
    const { desk, workers, ready, find } = await deskWith(THREE());
    desk.use();
    await ready();
    for (let n = 0; n < 2; n += 1) {
      workers.at(-1)?.dispatchEvent(new Event('error'));
      expect(desk.state.get().kind).toBe('loading');
      await ready();
      expect(await find('sekolah')).toEqual(['Rakor b']);
    }
    workers.at(-1)?.dispatchEvent(new Event('error'));
    expect(desk.state.get()).toEqual({ kind: 'failed' });
    expect(workers).toHaveLength(3);
  });

  it('begins again when the worker dies while it reads', async () => {
    const { desk, workers, ready, find } = await deskWith(THREE());
    desk.use();
    await vi.waitFor(() => expect(workers[0]?.calls).toContain('load'));
    workers[0]?.dispatchEvent(new Event('error'));
    await ready();
    expect(workers).toHaveLength(2);
    expect((await find('jembatan')).toSorted()).toEqual(['Rakor a', 'Rakor c']);
  });

  it('is let go of some time after its last use, and read again when it is used again', async () => {
    const { desk, workers, timers, ready, find } = await deskWith(THREE());
    const [end, other] = [desk.use(), desk.use()];
    await ready();
    end();
    end();
    expect(timers).toEqual([]);
    other();
    const again = desk.use();
    expect(timers).toEqual([]);
    again();
    timers[0]?.();
    expect([desk.state.get().kind, workers[0]?.isEnded]).toEqual(['absent', true]);
    desk.use();
    await ready();
    expect(workers).toHaveLength(2);
    expect(await find('sekolah')).toEqual(['Rakor b']);
  });
});
