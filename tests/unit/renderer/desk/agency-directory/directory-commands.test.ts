import { applyPatches, enablePatches } from 'immer';
import { describe, expect, it } from 'vitest';
import { agencyDirectory, type DirectoryAgency } from '#core/archive/agency-directory.ts';
import { agencyPage } from '#core/archive/agency-page.ts';
import { type Digest, digestOf } from '#core/archive/digest.ts';
import { countedArchive } from '#core/archive/folded.ts';
import { mattersOf } from '#core/archive/matters.ts';
import { applyRegisterCommand, type RegisterCommand } from '#core/commands/register.ts';
import { emptyRegister, type Register } from '#core/model/register.ts';
import { instant } from '#core/time/units.ts';
import {
  activeCommand,
  editCommand,
  keptOf,
  mergeCommand,
  takenBy,
  togetherOf,
} from '#renderer/desk/agency-directory/directory-commands.ts';
import { followUpOf } from '../../../../support/archive-documents.ts';
import { countedIds, noteOf, openRoom } from '../../../../support/build-meeting.ts';

enablePatches();
const TODAY = '2026-03-01';
const NONE = emptyRegister(instant(1));

/** A meeting with a note and a follow-up of one agency, which is called so there. */
function meetingOf(id: string, name: string): Digest {
  const room = openRoom({ title: `Rakor ${id}` });
  room.send(noteOf(room.item('Dinas Kesehatan').id, `Catatan ${id}`));
  const digest = digestOf(room.meeting(), 1);
  const asId = (agencyId: string | null): string | null => (agencyId === 'dinkes' ? `dinkes-${id}` : agencyId);
  return {
    ...digest,
    id,
    agencies: digest.agencies.map((one) => (one.id === 'dinkes' ? { ...one, id: `dinkes-${id}`, name } : one)),
    turns: digest.turns.map((turn) => ({ ...turn, agencyId: asId(turn.agencyId) })),
    followUps: [followUpOf(`f-${id}`, { pics: [`dinkes-${id}`] })],
  };
}
const digests = [meetingOf('a', 'Dinas Kesehatan'), meetingOf('b', 'Dinkes Kabupaten')];

const send = (register: Register, command: RegisterCommand) =>
  applyRegisterCommand(register, command, {
    at: instant(2),
    zone: 'WITA',
    newId: countedIds('r'),
    lastHeard: () => null,
    orderedOn: () => null,
  });
function archiveOf(register: Register, known = digests) {
  const { documents, agencies, digests: counted } = countedArchive({ digests: known, register, isSampleOpen: false });
  const matters = mattersOf(documents, agencies, TODAY);
  return {
    rows: agencyDirectory({ digests: counted, agencies, followUps: matters.followUps, register }),
    historyOf(id: string) {
      const page = agencyPage(counted, agencies, matters, id);
      return {
        name: page?.agency.name,
        former: page?.agency.former,
        notes: page?.notes.map(({ text }) => text).toSorted(),
        followUps: page?.followUps.map((one) => one.id).toSorted(),
      };
    },
  };
}
function rowOf(register: Register, id: string): DirectoryAgency {
  const row = archiveOf(register).rows.find(({ ids }) => ids.includes(id));
  if (row === undefined) throw new Error(`no agency ${id}`);
  return row;
}

describe('merging two agencies', () => {
  const before = archiveOf(NONE);
  const merged = send(NONE, mergeCommand(rowOf(NONE, 'dinkes-b'), rowOf(NONE, 'dinkes-a')));

  it('shows the history of both under either, called as the one that was kept', () => {
    const both = {
      name: 'Dinkes Kabupaten',
      former: ['Dinas Kesehatan'],
      notes: ['Catatan a', 'Catatan b'],
      followUps: ['f-a', 'f-b'],
    };
    const after = archiveOf(merged.register);
    expect([after.historyOf('dinkes-a'), after.historyOf('dinkes-b')]).toEqual([both, both]);
    expect(rowOf(merged.register, 'dinkes-a')).toMatchObject({
      id: 'dinkes-b',
      meetings: ['a', 'b'],
      followUps: ['f-a', 'f-b'],
    });
    expect(after.rows).toHaveLength(before.rows.length - 1);
  });

  it('is taken back by one undo: each has its own history again', () => {
    const register = applyPatches(merged.register, [...merged.inverse]);
    expect(register).toEqual(NONE);
    for (const id of ['a', 'b']) {
      expect(archiveOf(register).historyOf(`dinkes-${id}`)).toMatchObject({
        notes: [`Catatan ${id}`],
        followUps: [`f-${id}`],
      });
    }
  });

  it('leaves the kept one free to take the name of the other', () => {
    const row = rowOf(merged.register, 'dinkes-b');
    expect(takenBy(archiveOf(merged.register).rows, row, 'Dinas Kesehatan')).toBeNull();
    const { register } = send(merged.register, editCommand(row, { name: 'Dinas Kesehatan', short: 'Dinkes' }));
    expect(archiveOf(register).historyOf('dinkes-a')).toMatchObject({
      name: 'Dinas Kesehatan',
      former: ['Dinkes Kabupaten'],
      followUps: ['f-a', 'f-b'],
    });
  });

  it('keeps what has more meetings, else more follow-ups, else the longer name', () => {
    const row = rowOf(NONE, 'dinkes-a');
    const busier = { ...row, id: 'busier', meetings: [...row.meetings, 'c' as Digest['id']], followUps: [] };
    const more = { ...row, id: 'more', followUps: [...row.followUps, 'f-c'] };
    expect([
      keptOf(row, busier),
      keptOf(busier, row),
      keptOf(row, more),
      keptOf({ ...row, id: 'short', name: 'DK' }, row),
    ]).toEqual([busier, busier, more, row]);
  });
});

it('says what comes together, each once, and where both reported', () => {
  const [a, b] = [rowOf(NONE, 'dinkes-a'), rowOf(NONE, 'dinkes-b')];
  expect(togetherOf(a, b)).toEqual({ meetings: 2, followUps: 2, met: 0 });
  const both = { ...b, meetings: [...a.meetings, ...b.meetings], followUps: [...a.followUps, ...b.followUps] };
  expect(togetherOf(a, both)).toEqual({ meetings: 2, followUps: 2, met: 1 });
});

it('keeps the history of an agency that is renamed, and its former name', () => {
  const { register } = send(NONE, editCommand(rowOf(NONE, 'dinkes-a'), { name: 'Dinas Sehat', short: 'DS' }));
  expect(archiveOf(register).historyOf('dinkes-a')).toEqual({
    name: 'Dinas Sehat',
    former: ['Dinas Kesehatan'],
    notes: ['Catatan a'],
    followUps: ['f-a'],
  });
  expect(rowOf(register, 'dinkes-a').short).toBe('DS');
});

it('has an agency end, and begin again, under the name that it has', () => {
  const ended = send(NONE, activeCommand(rowOf(NONE, 'dinkes-a'), TODAY)).register;
  expect(rowOf(ended, 'dinkes-a')).toMatchObject({ name: 'Dinas Kesehatan', activeTo: TODAY });
  const again = send(ended, activeCommand(rowOf(ended, 'dinkes-a'), null)).register;
  expect(rowOf(again, 'dinkes-a').activeTo).toBeNull();
});

it('lets no agency be called as another is or was', () => {
  const { rows } = archiveOf(NONE);
  const row = rowOf(NONE, 'dinkes-a');
  expect(takenBy(rows, row, 'DINKES kabupaten')?.ids).toEqual(['dinkes-b']);
  expect(takenBy(rows, row, 'Dinas  Kesehatan')).toBeNull();
  const { register } = send(NONE, editCommand(rowOf(NONE, 'dinkes-b'), { name: 'Kantor Baru', short: '' }));
  expect(takenBy(archiveOf(register).rows, row, 'Dinkes Kabupaten')?.name).toBe('Kantor Baru');
});
