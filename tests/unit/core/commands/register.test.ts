import { describe, expect, it } from 'vitest';
import { knownAgencies } from '#core/archive/agencies.ts';
import { registerDocument, saidAgencies } from '#core/archive/register-document.ts';
import { brokenRegisterRules } from '#core/commands/broken-rules.ts';
import { applyRegisterCommand, type RegisterCommand } from '#core/commands/register.ts';
import { asSaid, emptyRegister, type Register, sameAgencyIn } from '#core/model/register.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { type Instant, instant } from '#core/time/units.ts';
import { type CivilDate, instantOf } from '#core/time/zone.ts';
import { followUpOf } from '../../../support/archive-documents.ts';
import { countedIds } from '../../../support/build-meeting.ts';

const PUPR = { id: 'pupr', name: 'Dinas Pekerjaan Umum', short: 'PU', head: 'Kepala Dinas' };
const HEALTH = { id: 'dinkes', name: 'Dinas Kesehatan', short: 'Dinkes', head: 'Kepala Dinas' };
const entry = (fields: object, more: object = {}) =>
  ({ type: 'entry.add', subjectIds: ['f1'], fields, ...more }) as RegisterCommand;

interface Desk {
  register(): Register;
  send(command: RegisterCommand): void;
  refusal(command: object): string;
  at: number;
}

function desk(lastHeard: Instant | null = null, orderedOn: CivilDate | null = null): Desk {
  let register = emptyRegister(instant(1));
  const newId = countedIds('r');
  const own: Desk = {
    at: 1_000_000,
    register: () => register,
    send(command) {
      const known = { lastHeard: () => lastHeard, orderedOn: () => orderedOn };
      const context = { at: instant(own.at), zone: 'WITA' as const, newId, ...known };
      register = applyRegisterCommand(register, command, context).register;
      expect(brokenRegisterRules(register)).toEqual([]);
    },
    refusal(command) {
      try {
        own.send(command as RegisterCommand);
      } catch (error) {
        if (error instanceof Refused) return error.code;
        throw error;
      }
      throw new Error('not refused');
    },
  };
  return own;
}

describe('an entry between meetings', () => {
  it('says the same of each once, when, and that it was said here', () => {
    const own = desk();
    own.send(entry({ status: 'done' }, { subjectIds: ['f1', 'f2', 'f1'], by: 'sekda' }));
    const written = { at: 1_000_000, on: '1970-01-01', madeIn: 'register', by: 'sekda', fields: { status: 'done' } };
    expect(Object.values(own.register().entries)).toMatchObject([
      { ...written, subjectId: 'f1' },
      { ...written, subjectId: 'f2' },
    ]);
  });

  it('is later than everything said before, here or elsewhere, also if the clock was set back', () => {
    const heard = desk(instant(5_000_000));
    heard.send(entry({ status: 'done' }));
    expect(Object.values(heard.register().entries).map(({ at }) => at)).toEqual([5_000_001]);
    const own = desk();
    own.send(entry({ remark: 'a' }));
    own.at -= 500_000;
    own.send(entry({ remark: 'b' }));
    expect(Object.values(own.register().entries).map(({ at }) => at)).toEqual([1_000_000, 1_000_001]);
  });

  it('is not dated before its subject was ordered, also of a meeting that was deleted, on a clock that was set back', () => {
    const days = (own: Desk) => Object.values(own.register().entries).map(({ on }) => on);
    const own = desk(null, '2021-05-17');
    own.send(entry({ status: 'done' }));
    expect(days(own)).toEqual(['2021-05-17']);
    own.at = instantOf('2021-05-18', '09:00', 'WITA');
    own.send(entry({ remark: 'a' }));
    expect(days(own)).toEqual(['2021-05-17', '2021-05-18']);

    const deleted = desk();
    const origin = { meetingId: 'm1', title: 'Rakor', date: '2021-05-03' };
    const followUps = [followUpOf('f1', { origin })];
    const matters = { followUps, problems: [], entries: [], withdrawn: [], handed: true, agencies: [] };
    deleted.send({ type: 'matters.discard', meetingId: 'm1', ...matters });
    deleted.send(entry({ status: 'done' }));
    expect(days(deleted)).toEqual(['2021-05-03']);
  });

  it('is refused if it says nothing, raises a problem again, or names an agency that nobody knows', () => {
    const own = desk();
    expect(own.refusal(entry({}))).toBe('badMessage');
    expect(own.refusal(entry({ recurred: true }))).toBe('badMessage');
    expect(own.refusal(entry({ pics: ['pupr'] }))).toBe('unknownAgency');
    expect(own.refusal({ type: 'toString' })).toBe('badMessage');
    own.send(entry({ pics: ['pupr'] }, { agencies: [PUPR] }));
    expect(own.register().agencies).toMatchObject({ pupr: { name: PUPR.name, said: false } });
  });
});

describe('an agency', () => {
  it('keeps its former name, and is found under every name and identifier', () => {
    const own = desk();
    const fields = { name: 'Dinas PUPR', group: 'Teknis', activeFrom: '2021-01-01' };
    own.send({ type: 'agency.edit', agencyId: 'pupr', fields, agencies: [PUPR] });
    own.send(entry({ remark: 'x' }, { agencies: [{ ...PUPR, id: 'old9' }] }));
    const { agencies } = own.register();
    expect(agencies).toEqual({
      pupr: expect.objectContaining({ ...fields, formerNames: [PUPR.name], otherIds: ['old9'], said: true }),
    });
    expect(sameAgencyIn(own.register())({ ...PUPR, name: 'DINAS pupr' }, { ...PUPR, id: 'other' })).toBe(true);
    expect(sameAgencyIn(own.register())(HEALTH, PUPR)).toBe(false);
    expect(asSaid(own.register(), { ...PUPR, id: 'old9' })).toMatchObject({ id: 'old9', name: 'Dinas PUPR' });
    expect(asSaid(own.register(), HEALTH)).toBe(HEALTH);
    const document = registerDocument(own.register(), 2);
    const known = knownAgencies([document], saidAgencies(own.register()));
    expect(known.of('old9')).toMatchObject({ name: 'Dinas PUPR', former: [PUPR.name] });
  });

  it('that is merged is shown with the other, and can be separated again', () => {
    const own = desk();
    const merge: Extract<RegisterCommand, { type: 'agency.merge' }> = {
      type: 'agency.merge',
      agencyId: 'dinkes',
      into: 'pupr',
      agencies: [PUPR, HEALTH],
    };
    own.send(merge);
    expect(sameAgencyIn(own.register())(HEALTH, PUPR)).toBe(true);
    expect(knownAgencies([], saidAgencies(own.register())).of('dinkes')?.id).toBe('pupr');
    expect(own.refusal({ ...merge, agencyId: 'pupr', into: 'dinkes' })).toBe('badMessage');
    expect(own.refusal({ ...merge, into: 'gone' })).toBe('unknownAgency');
    own.send({ ...merge, into: null });
    expect(sameAgencyIn(own.register())(HEALTH, PUPR)).toBe(false);
  });

  it('is added once', () => {
    const own = desk();
    own.send({ type: 'agency.add', name: 'Dinas Baru' });
    expect(own.refusal({ type: 'agency.add', name: 'DINAS  baru' })).toBe('agencyExists');
    own.send({ type: 'agency.add', name: 'Dinas Lain' });
    const [id = ''] = Object.keys(own.register().agencies);
    expect(own.refusal({ type: 'agency.edit', agencyId: id, fields: { name: 'Dinas Lain' } })).toBe('agencyExists');
  });
});
