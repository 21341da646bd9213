import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Digest, digestOf } from '#core/archive/digest.ts';
import { REGISTER_ID } from '#core/model/entry.ts';
import { emptyRegister } from '#core/model/register.ts';
import { instant } from '#core/time/units.ts';
import { archive } from '#renderer/archive/archive.ts';
import { entryOf, followUpOf } from '../../../support/archive-documents.ts';
import { noteOf, openRoom } from '../../../support/build-meeting.ts';

const TODAY = '2026-03-01';
const ALL = { agencyId: null, leader: null, standing: null, text: '' } as const;

/** A meeting with a note and a follow-up of the same words. */
function meetingOf(id: string, text: string, given: Partial<Digest> = {}): Digest {
  const room = openRoom({ title: `Rakor ${id}` });
  room.send(noteOf(room.item('Dinas Kesehatan').id, text));
  const followUps = [followUpOf(`f-${id}`, { what: text, pics: ['dinkes'] })];
  return { ...digestOf(room.meeting(), 1), id, followUps, ...given };
}

/** The archive with these digests read. */
async function archiveOf(...digests: Digest[]) {
  const handlers = archive();
  for (const digest of digests) {
    const text = JSON.stringify({ of: '', gzip: gzipSync(JSON.stringify(digest)).toString('base64') });
    expect(await handlers.load({ id: digest.id, text })).toBe(true);
  }
  handlers.settle({ today: TODAY });
  const board = async () =>
    (await handlers.board({ today: TODAY, filter: ALL, sort: 'due', limit: 9 })).rows
      .map(({ what }) => what)
      .toSorted();
  const found = async (text: string) =>
    (await handlers.search({ text, limit: 9 })).groups.flatMap(({ kind, hits }) =>
      hits.map(({ meetingTitle }) => `${kind} ${meetingTitle}`),
    );
  return { ...handlers, board, found };
}

describe('the archive', () => {
  it('keeps a sample apart: it counts while it is open, or when there is nothing else; its notes are found always', async () => {
    const sample = meetingOf('s', 'contoh jembatan', { sample: true });
    const only = await archiveOf(sample);
    expect(await only.board()).toEqual(['contoh jembatan']);
    const { board, found, put } = await archiveOf(sample, meetingOf('a', 'jembatan'));
    expect(await board()).toEqual(['jembatan']);
    expect(await found('contoh')).toEqual(['note Rakor s']);
    await put({ digest: sample });
    expect(await board()).toEqual(['contoh jembatan']);
  });

  it('has no rehearsal in it, stored or open', async () => {
    const rehearsal = meetingOf('r', 'gladi', { rehearsal: true });
    const { board, found, put } = await archiveOf(rehearsal, meetingOf('a', 'jembatan'));
    expect([await board(), await found('gladi')]).toEqual([['jembatan'], []]);
    await put({ digest: { ...rehearsal, id: 'r2' } });
    expect([await board(), await found('gladi')]).toEqual([['jembatan'], []]);
  });

  it('has the open meeting in the place of its stored digest, and keeps it when it is closed', async () => {
    const { board, found, put } = await archiveOf(meetingOf('a', 'jembatan'));
    await put({ digest: meetingOf('a', 'sekolah') });
    expect([await board(), await found('jembatan')]).toEqual([['sekolah'], []]);
    await put({ digest: null });
    expect([await board(), (await found('sekolah')).length]).toEqual([['sekolah'], 2]);
  });

  it('keeps of a closed meeting what was stored of it when that is newer than what the desk had told', async () => {
    const { board, found, put, load, settle } = await archiveOf();
    await put({ digest: meetingOf('a', 'jembatan') });
    const stored = gzipSync(JSON.stringify(meetingOf('a', 'sekolah', { seq: 9 }))).toString('base64');
    await load({ id: 'a', text: JSON.stringify({ of: '', gzip: stored }) });
    await put({ digest: meetingOf('b', 'pasar') });
    await settle({ today: TODAY });
    expect(await board()).toEqual(['pasar', 'sekolah']);
    expect([await found('jembatan'), (await found('sekolah')).length]).toEqual([[], 2]);
  });

  it('says of a hit how it stands on the day of the desk, not on that of the last meeting', async () => {
    const due = followUpOf('f-a', { what: 'jembatan', pics: ['dinkes'], due: TODAY });
    const { settle, search, board } = await archiveOf(meetingOf('a', 'lain', { followUps: [due] }));
    const standing = async () =>
      (await search({ text: 'jembatan', limit: 9 })).groups.flatMap(({ hits }) => hits.map((hit) => hit.standing));
    const before = await standing();
    await settle({ today: '2026-03-02' });
    expect([before, await standing()]).toEqual([['attention'], ['late']]);
    await board();
    expect(await standing()).toEqual(['attention']);
  });

  it('forgets what is dropped', async () => {
    const { board, found, drop } = await archiveOf(meetingOf('a', 'jembatan'), meetingOf('b', 'sekolah'));
    await drop({ ids: ['a', 'nobody'] });
    expect([await board(), await found('jembatan')]).toEqual([['sekolah'], []]);
  });

  it('has what the register says, and what it kept of deleted meetings', async () => {
    const { board, register, matter } = await archiveOf(meetingOf('a', 'jembatan'));
    const kept = followUpOf('kept', { what: 'dari rakor yang dihapus' });
    const between = {
      ...emptyRegister(instant(0)),
      entries: { e: entryOf('e', 'f-a', REGISTER_ID, { status: 'done' }) },
      followUps: { order: ['kept'], items: { kept } },
    };
    await register({ register: between, seq: 1 });
    expect(await board()).toEqual(['dari rakor yang dihapus', 'jembatan']);
    expect(await matter({ today: TODAY, id: 'f-a' })).toMatchObject({
      followUp: { status: 'done' },
      entries: [{ id: 'e' }],
      problem: null,
    });
    expect(await matter({ today: TODAY, id: 'nothing' })).toBeNull();
  });

  it('finds an agency by any name, and its page by any identifier', async () => {
    const old = meetingOf('a', 'jembatan');
    const renamed = { ...old, agencies: old.agencies.map((one) => ({ ...one, id: `old-${one.id}` })) };
    const { agency, agencies } = await archiveOf(
      {
        ...renamed,
        turns: renamed.turns.map((turn) => ({ ...turn, agencyId: turn.agencyId && `old-${turn.agencyId}` })),
      },
      meetingOf('b', 'sekolah'),
    );
    expect((await agencies({})).map(({ ids }) => ids.length)).toEqual([2, 2, 2]);
    expect((await agency({ today: TODAY, agencyId: 'old-dinkes' }))?.turns).toHaveLength(2);
    expect(await agency({ today: TODAY, agencyId: 'nobody' })).toBeNull();
  });
});
