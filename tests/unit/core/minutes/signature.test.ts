import { describe, expect, it } from 'vitest';
import { signatureOf } from '#core/minutes/signature.ts';
import { DEFAULT_OPTIONS } from '#core/model/export-options.ts';
import { emptyLeader, Leader, type Role } from '#core/model/roles.ts';
import { openRoom } from '../../../support/build-meeting.ts';

function signed(role: Role, fields: Partial<Leader> = {}) {
  const room = openRoom();
  const leader = { ...emptyLeader(role), name: 'Dr. H. Ali, M.Si.', rank: 'Pembina', nip: '1970', ...fields };
  room.send({ type: 'leader.edit', leader });
  room.send({ type: 'meeting.edit', fields: { chair: role } });
  const { name, rank, nip } = signatureOf(room.meeting(), 'chair', DEFAULT_OPTIONS);
  return [name, rank, nip];
}

const WHOLE = 'Dr. H. Ali, M.Si.';
const BARE = 'H. Ali';

describe('a block of signature (Permendagri 1/2023, Pasal 44)', () => {
  it.each<[Role, string, string, boolean]>([
    ['bupati', '', WHOLE, false],
    ['bupati', 'Pj. Bupati Tanah Bumbu', BARE, false],
    ['bupati', 'Pjs. Bupati', BARE, false],
    ['bupati', 'Plt. Bupati', BARE, false],
    ['bupati', 'Plh. Bupati', BARE, false],
    ['wakil', '', WHOLE, false],
    ['sekda', '', WHOLE, false],
    ['sekda', 'Pj. Sekretaris Daerah', BARE, false],
    ['sekda', 'Plh. Sekretaris Daerah', BARE, false],
    ['sekda', 'Plt. Sekretaris Daerah', WHOLE, false],
    ['asisten1', '', WHOLE, true],
    ['asisten1', 'Plt. Asisten', WHOLE, true],
    ['stafAhli2', '', WHOLE, true],
  ])('of %s, %j', (role, office, name, withRank) => {
    expect(signed(role, { office })).toEqual([name, ...(withRank ? ['Pembina', '1970'] : ['', ''])]);
  });

  it('obeys the signer’s own switches against the rule', () => {
    expect(signed('sekda', { withRank: true })).toEqual([WHOLE, 'Pembina', '1970']);
    expect(signed('asisten3', { withRank: false })).toEqual([WHOLE, '', '']);
    expect(signed('bupati', { office: 'Pj. Bupati', withDegrees: true })).toEqual([WHOLE, '', '']);
    expect(signed('asisten3', { withDegrees: false })).toEqual([BARE, 'Pembina', '1970']);
  });

  it('follows the rule for leaders of an older file', () => {
    const old = { role: 'sekda', name: 'Ali', office: '', rank: 'Pembina', nip: '1970' };
    expect(Leader.parse(old)).toEqual({ ...old, withRank: null, withDegrees: null });
  });
});
