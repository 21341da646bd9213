import { describe, expect, it } from 'vitest';
import { minutesOf } from '#core/minutes/minutes-of.ts';
import { DEFAULT_OPTIONS, type Signer } from '#core/model/export-options.ts';
import type { MeetingFields } from '#core/model/meeting.ts';
import { emptyLeader } from '#core/model/roles.ts';
import { orderedSignatures, signatureLines } from '#main/documents/labels.ts';
import { documentTexts } from '#main/documents/texts.ts';
import { openRoom } from '../../../support/build-meeting.ts';

/** The blocks of minutes that an assistant chairs and an acting Sekda acknowledges, as they are printed. */
function blocks(signers: Signer[], strict = false, taker: Partial<MeetingFields> = {}): string[][] {
  const room = openRoom();
  const rank = 'Pembina Tingkat I (IV/b)';
  const nip = '19720202 199603 1 002';
  const assistant = { ...emptyLeader('asisten1'), name: 'Drs. Budi, M.AP.', rank, nip };
  const secretary = { ...emptyLeader('sekda'), name: 'Dr. H. Ali, M.Si.', office: 'Plh. Sekretaris Daerah', rank, nip };
  room.send({ type: 'leader.edit', leader: assistant });
  room.send({ type: 'leader.edit', leader: secretary });
  room.send({
    type: 'meeting.edit',
    fields: { chair: 'asisten1', minuteTaker: 'Siti, S.IP.', minuteTakerOffice: 'Kepala Bagian Protokol', ...taker },
  });
  const doc = minutesOf(room.meeting(), { ...DEFAULT_OPTIONS, strict, signers, acknowledgedBy: 'sekda' });
  return orderedSignatures(doc).map((signature) => {
    const { above, name, below } = signatureLines(signature, doc, documentTexts('id'));
    return [...above, name, ...below];
  });
}

const TAKER = ['Pencatat,', 'Kepala Bagian Protokol', 'Siti, S.IP.'];
const CHAIR = [
  'Asisten Pemerintahan dan Kesejahteraan Rakyat',
  'Drs. Budi, M.AP.',
  'Pembina Tingkat I (IV/b)',
  'NIP 19720202 199603 1 002',
];

describe('the signature blocks of minutes', () => {
  it('have title, office, name, rank and NIP in this order, the chair’s at the right', () => {
    expect(blocks(['chair', 'minuteTaker'])).toEqual([TAKER, ['Pimpinan Rapat,', ...CHAIR]]);
    expect(blocks(['chair'], true)).toEqual([['Pimpinan Sidang/Rapat,', ...CHAIR]]);
  });

  it('have the minutes taker’s rank and NIP where they are given', () => {
    const fields = { minuteTakerRank: 'Penata (III/c)', minuteTakerNip: '19850101 201001 2 003' };
    expect(blocks(['minuteTaker'], false, fields)).toEqual([[...TAKER, 'Penata (III/c)', 'NIP 19850101 201001 2 003']]);
    expect(blocks(['minuteTaker'], false, { minuteTakerRank: 'Penata (III/c)' })).toEqual([
      [...TAKER, 'Penata (III/c)'],
    ]);
  });

  it('put who acknowledges below; an acting Sekda has neither degrees nor rank', () => {
    expect(blocks(['acknowledged', 'chair', 'minuteTaker'])).toEqual([
      TAKER,
      ['Pimpinan Rapat,', ...CHAIR],
      ['Mengetahui,', 'Plh. Sekretaris Daerah', 'H. Ali'],
    ]);
  });
});
