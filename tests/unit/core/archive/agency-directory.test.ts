import { expect, it } from 'vitest';
import { knownAgencies } from '#core/archive/agencies.ts';
import { agencyDirectory } from '#core/archive/agency-directory.ts';
import type { Digest } from '#core/archive/digest.ts';
import type { Agency } from '#core/model/agency.ts';
import { type RegisterAgency, RegisterAgency as RegisterAgencySchema } from '#core/model/register.ts';
import { agencyNamed, documentOf } from '../../../support/archive-documents.ts';

const HEALTH = agencyNamed('dinkes', 'Dinas Kesehatan', { short: 'Dinkes' });
const SHORT = agencyNamed('x1', 'Dinkes');
const SOCIAL = agencyNamed('dinsos', 'Dinas Sosial');

/** A meeting with these agencies on its agenda. */
const meeting = (id: string, ...agencies: Agency[]) => ({
  ...documentOf(id, { agencies }),
  id: id as Digest['id'],
  turns: [...agencies, ...agencies].map((agency) => ({ agencyId: agency.id })) as unknown as Digest['turns'],
});
const directoryOf = (digests: ReturnType<typeof meeting>[], said: Partial<RegisterAgency>[] = []) => {
  const register = {
    agencies: Object.fromEntries(said.map((one) => [one.id, RegisterAgencySchema.parse({ ...HEALTH, ...one })])),
  };
  const agencies = knownAgencies(digests);
  const followUps = [
    { id: 'f1', agencies: [HEALTH] },
    { id: 'f2', agencies: [HEALTH, SOCIAL] },
  ];
  return agencyDirectory({ digests, agencies, followUps, register });
};

it('names the meetings in which an agency was on the agenda, each once, and its follow-ups', () => {
  const rows = directoryOf([meeting('a', HEALTH, SOCIAL), meeting('b', HEALTH)]);
  expect(rows.map(({ name, meetings, followUps }) => [name, meetings, followUps])).toEqual([
    ['Dinas Kesehatan', ['a', 'b'], ['f1', 'f2']],
    ['Dinas Sosial', ['a'], ['f2']],
  ]);
});

it('says until when it was active, under whichever identifier the register knows it', () => {
  const [health, social] = directoryOf(
    [meeting('a', HEALTH, SOCIAL)],
    [{ id: 'old', otherIds: ['dinkes'], activeFrom: '2020-01-02', activeTo: '2026-01-31' }],
  );
  expect(health).toMatchObject({ activeFrom: '2020-01-02', activeTo: '2026-01-31' });
  expect(social).toMatchObject({ activeFrom: null, activeTo: null });
});

it('hints at one that may be the same, unless one meeting had both', () => {
  const alike = (rows: ReturnType<typeof directoryOf>) => rows.map(({ id, alike: others }) => [id, others]);
  expect(alike(directoryOf([meeting('a', HEALTH), meeting('b', SHORT)]))).toEqual([
    ['dinkes', ['x1']],
    ['x1', ['dinkes']],
  ]);
  expect(alike(directoryOf([meeting('a', HEALTH, SHORT)]))).toEqual([
    ['dinkes', []],
    ['x1', []],
  ]);
});
