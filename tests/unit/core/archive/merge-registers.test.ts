import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeRegisters, withoutTakenBack } from '#core/archive/merge-registers.ts';
import { saidAgencies } from '#core/archive/register-document.ts';
import { brokenRegisterRules } from '#core/commands/broken-rules.ts';
import { applyRegisterCommand } from '#core/commands/register.ts';
import { REGISTER_ID } from '#core/model/entry.ts';
import { emptyRegister, Register } from '#core/model/register.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { instant } from '#core/time/units.ts';
import { followUpOf } from '../../../support/archive-documents.ts';
import { countedIds } from '../../../support/build-meeting.ts';

const contextOf = (at = 1, newId = countedIds('n')) => ({
  ...{ at: instant(at), zone: 'WITA' as const, newId },
  ...{ lastHeard: () => null, orderedOn: () => null },
});

const step = fc.record({ kind: fc.nat(4), a: fc.nat(3), b: fc.nat(5) });

/** A register of one computer after some work; identifiers of different computers differ, agencies may be the same. */
const registerOf = (pc: string): fc.Arbitrary<Register> =>
  fc.array(step, { maxLength: 12 }).map((steps) => {
    const newId = countedIds(`${pc}-`);
    return steps.reduce(
      (register, { kind, a, b }, n) => {
        const agencies = [{ id: `a${a}`, name: `Dinas ${b}`, short: '', head: '' }];
        const agencyId = `a${a}`;
        const nothing = { followUps: [], problems: [], entries: [], withdrawn: [] };
        const commands = [
          { type: 'entry.add', subjectIds: [`f${b}`], fields: { remark: `${pc}${n}` } },
          { type: 'entry.add', subjectIds: [`f${b}`], fields: { pics: [agencyId] }, agencies },
          { type: 'agency.edit', agencyId, fields: { name: `Dinas ${a + b}`, group: pc }, agencies },
          { type: 'agency.merge', agencyId, into: `a${b % 4}`, agencies },
          {
            type: 'matters.discard',
            handed: false,
            meetingId: `m${a}`,
            ...nothing,
            followUps: [followUpOf(`f${b}`)],
            withdrawn: ['g1'],
          },
        ];
        const context = contextOf(1000 * n, newId);
        try {
          return applyRegisterCommand(register, commands[kind], context).register;
        } catch (error) {
          if (error instanceof Refused) return register;
          throw error;
        }
      },
      emptyRegister(instant(pc.length)),
    );
  });

it('is commutative, associative and idempotent, loses nothing and breaks no rule', () => {
  fc.assert(
    fc.property(registerOf('a'), registerOf('bb'), registerOf('ccc'), (a, b, c) => {
      const merged = mergeRegisters(a, b);
      expect(mergeRegisters(b, a)).toEqual(merged);
      expect(mergeRegisters(mergeRegisters(a, b), c)).toEqual(mergeRegisters(a, mergeRegisters(b, c)));
      expect(mergeRegisters(merged, merged)).toEqual(merged);
      expect(mergeRegisters(merged, b)).toEqual(merged);
      expect(brokenRegisterRules(merged)).toEqual([]);
      expect(Register.parse(merged)).toEqual(merged);
      for (const one of [a, b]) {
        expect(merged.entries).toMatchObject(one.entries);
        expect(Object.keys(merged.followUps.items)).toEqual(expect.arrayContaining(one.followUps.order));
        expect(Object.keys(merged.discarded)).toEqual(expect.arrayContaining(Object.keys(one.discarded)));
        for (const { id, name, formerNames, otherIds } of Object.values(one.agencies)) {
          const both = merged.agencies[id];
          expect([both?.id, ...(both?.otherIds ?? [])]).toEqual(expect.arrayContaining([id, ...otherIds]));
          const names = [both?.name, ...(both?.formerNames ?? [])];
          expect(names).toEqual(expect.arrayContaining([name, ...formerNames]));
        }
      }
    }),
    { numRuns: 150 },
  );
});

it('joins agencies that two computers merged, each the other way round', () => {
  const agencies = ['a', 'b', 'c'].map((id) => ({ id, name: `Dinas ${id}`, short: '', head: '' }));
  const context = contextOf();
  const merged = (...pairs: readonly (readonly [string, string])[]): Register =>
    pairs.reduce(
      (register, [agencyId, into]) =>
        applyRegisterCommand(register, { type: 'agency.merge', agencyId, into, agencies }, context).register,
      emptyRegister(instant(1)),
    );
  const both = mergeRegisters(merged(['a', 'b']), merged(['b', 'a'], ['c', 'b']));
  expect(saidAgencies(both).map(({ current, ids }) => [current.id, ids])).toEqual([['a', ['a', 'b', 'c']]]);
});

it('of a meeting that was deleted on one computer and is there on the other, what the register alone has is its own', () => {
  const context = contextOf();
  const of = (id: string, subjectId: string) => ({
    ...{ id, subjectId, at: instant(1), on: '2021-05-24', madeIn: 'm', by: null },
    fields: { remark: id },
  });
  const { register } = applyRegisterCommand(
    emptyRegister(instant(0)),
    {
      type: 'matters.discard',
      ...{ meetingId: 'm', handed: true, problems: [], withdrawn: [] },
      followUps: [followUpOf('f')],
      entries: [of('known', 'f'), of('more', 'f')],
    },
    context,
  );
  const left = withoutTakenBack(register, (id) => (id === 'm' ? new Set(['f', 'known']) : null), new Set());
  expect(left.followUps.order).toEqual([]);
  expect(left.discarded).toEqual({});
  expect(Object.values(left.entries).map(({ id, madeIn }) => [id, madeIn])).toEqual([['more', REGISTER_ID]]);
});

it('what was withdrawn when a second meeting was deleted is taken back by the first one, where that is there', () => {
  const nothing = { handed: false, followUps: [], problems: [], entries: [] };
  const { register } = applyRegisterCommand(
    emptyRegister(instant(0)),
    { type: 'matters.discard', meetingId: 'second', ...nothing, withdrawn: ['f', 'g'] },
    contextOf(),
  );
  const left = withoutTakenBack(register, () => null, new Set(['f']));
  expect(Object.values(left.entries).map(({ subjectId }) => subjectId)).toEqual(['g']);
  expect(left.discarded).toMatchObject({ second: { entries: Object.keys(left.entries) } });
});
