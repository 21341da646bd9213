import { expect, it } from 'vitest';
import { chosenFiles } from '#renderer/desk/slides/chosen-files.ts';
import { type IntakeRow, withChosen } from '#renderer/desk/slides/intake-rows.ts';
import { openRoom } from '../../../../support/build-meeting.ts';

const meeting = openRoom().meeting();
const [first, second] = Object.values(meeting.agenda.items).filter(({ agencyId }) => agencyId !== null);
const [itemId, otherId] = [first?.id ?? '', second?.id ?? ''];
const short = meeting.agencies[first?.agencyId ?? '']?.short ?? '';
const file = (name: string, lastModified = 1): File => new File(['x'], name, { lastModified });
const choose = (before: readonly IntakeRow[], names: readonly (string | File)[]): readonly IntakeRow[] =>
  withChosen(
    before,
    chosenFiles(
      meeting,
      names.map((one) => (typeof one === 'string' ? file(one) : one)),
      null,
    ),
  );
const said = (rows: readonly IntakeRow[]) => rows.map(({ name, itemId: of, certainty }) => [name, of, certainty]);

it('adds files to those chosen before, and keeps what was said by hand', () => {
  const before = choose([], ['presentasi baru.pdf', 'lain.pdf']).map(
    (row, index): IntakeRow => (index === 0 ? { ...row, itemId: otherId, certainty: 'chosen' } : row),
  );
  const after = choose(before, [`${short} paparan.pdf`, 'tambahan.pdf']);
  expect(said(after)).toEqual([
    ['presentasi baru.pdf', otherId, 'chosen'],
    ['lain.pdf', null, 'none'],
    [`${short} paparan.pdf`, itemId, 'sure'],
    ['tambahan.pdf', null, 'none'],
  ]);
  expect(new Set(after.map(({ id }) => id)).size).toBe(4);
});

it('gives a file that is chosen again its own row, to be tried once more where it failed', () => {
  const rows = choose([], ['a.pdf', 'b.pdf', 'c.pdf']);
  const before = rows.map((row, index): IntakeRow => {
    if (index === 0) return { ...row, itemId, certainty: 'chosen', state: { kind: 'failed', why: 'unreadable' } };
    return index === 1 ? { ...row, itemId: otherId, state: { kind: 'done', pages: 3 } } : row;
  });
  const again = [file('a.pdf'), file('b.pdf')];
  const after = choose(before, again);
  expect(after).toHaveLength(3);
  expect(after[0]).toMatchObject({ itemId, certainty: 'chosen', state: { kind: 'waiting' } });
  expect(after[0]?.file).toBe(again[0]);
  // What is attached is not attached once more.
  expect(after[1]).toBe(before[1]);
  expect(after[2]).toBe(before[2]);
});

it('keeps two files apart that only have the same name, or are the same but chosen together', () => {
  expect(choose(choose([], ['paparan.pdf']), [file('paparan.pdf', 2)])).toHaveLength(2);
  const twice = choose([], ['paparan.pdf', 'paparan.pdf']);
  expect(new Set(twice.map(({ id }) => id)).size).toBe(2);
  expect(choose(twice, ['paparan.pdf', 'paparan.pdf'])).toHaveLength(2);
});

it('leaves open which of two files an item gets, once another one waits for it', () => {
  const before = choose([], [`${short} paparan.pdf`]);
  const after = choose(before, [`${short} paparan baru.pdf`]);
  expect(after[0]).toBe(before[0]);
  expect(after[1]).toMatchObject({ itemId: null, certainty: 'unsure', likely: [itemId] });
  // A failed or an attached one does not wait any more.
  const done = before.map((row): IntakeRow => ({ ...row, state: { kind: 'done', pages: 2 } }));
  expect(choose(done, [`${short} paparan baru.pdf`])[1]).toMatchObject({ itemId, certainty: 'sure' });
});

it('of an item that was named holds one file: the one chosen last', () => {
  const one = (name: string) => chosenFiles(meeting, [file(name)], itemId);
  const before = withChosen([], one('a.pdf'));
  expect(said(withChosen(before, one('b.pdf')))).toEqual([['b.pdf', itemId, 'chosen']]);
  // What is on its way stays where one can see how far it is.
  expect(withChosen(before, one('b.pdf'), true)).toHaveLength(2);
});
