import fc from 'fast-check';
import { applyPatches, enablePatches, type Patch, produceWithPatches } from 'immer';
import { expect, test } from 'vitest';
import { instant, mono } from '#core/time/units.ts';
import { headerText, lineText, readJournal, storedLine } from '#main/meeting/journal-text.ts';
import { replay } from '#main/meeting/replay.ts';
import { withoutSplices, withSplices } from '#main/meeting/text-splice.ts';
import { assertDrawn } from '../../../support/drawn.ts';

enablePatches();

/** Texts that share their beginning or end, as edits of one another do, with letters outside the basic plane. */
const letters = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', '\n', '"', 'é', '漢', '😀', '😁', '\ud83d'),
  maxLength: 120,
});
const edits = fc.array(fc.record({ at: fc.nat(400), cut: fc.nat(40), add: letters }), { minLength: 1, maxLength: 12 });

const asStored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

test('any sequence of edited texts comes back from its splices, forwards and backwards', () => {
  let spliced = 0;
  assertDrawn(
    fc.property(letters, fc.array(letters, { maxLength: 4 }), edits, (first, more, changes) => {
      const start = {
        drafts: { compose: { text: [first, ...more].join(' ').repeat(9), author: { kind: 'leader' }, minute: 3 } },
      };
      let state = start;
      for (const { at, cut, add } of changes) {
        const { text } = state.drafts.compose;
        const place = Math.min(at, text.length);
        const next = text.slice(0, place) + add + text.slice(place + cut);
        const [after, patches, inverse] = produceWithPatches(state, (draft) => {
          draft.drafts.compose = { text: next, author: { kind: 'leader' }, minute: 3 };
        });
        const stored = asStored(withSplices(state, patches));
        if (stored.some(({ op }) => op === 'splice')) spliced += 1;
        const back = asStored(withSplices(after, inverse));
        expect(applyPatches(state, withoutSplices(state, stored) as Patch[])).toEqual(after);
        expect(JSON.stringify(applyPatches(after, withoutSplices(after, back) as Patch[]))).toBe(JSON.stringify(state));
        state = after;
      }
    }),
    120,
    () => spliced > 60,
  );
  expect(spliced).toBeGreaterThan(60);
});

test('a splice is not applied to another text, and loosely loses neither its words nor those that are there', () => {
  fc.assert(
    fc.property(letters, letters, fc.nat(300), fc.nat(30), letters, (start, other, at, cut, typed) => {
      const from = `${start} tetap `.repeat(9);
      const place = Math.min(at, from.length);
      const to = from.slice(0, place) + typed + from.slice(place + cut);
      const [patch] = withSplices({ a: { text: from } }, [{ op: 'replace', path: ['a', 'text'], value: to }]);
      if (patch?.op !== 'splice' || other === from) return;
      const state = { a: { text: other } };
      // Of the same length it is another text all the same.
      const turned = from.slice(1) + from.slice(0, 1);
      for (const text of turned === from ? [other] : [other, turned])
        expect(() => withoutSplices({ a: { text } }, [patch])).toThrow('does not fit');
      const [whole] = withoutSplices(state, [patch], true);
      const text = String(whole?.value);
      expect(text).toContain(patch.add);
      // Taken away is only what is known to the last letter.
      const known = patch.gone.length === patch.cut && other.includes(patch.gone) ? patch.cut : 0;
      expect(text.length).toBeGreaterThanOrEqual(other.length + patch.add.length - known);
    }),
    { numRuns: 120 },
  );
});

test('loosely removes nothing from a text whose content at that position is unknown', () => {
  const from = 'tetap '.repeat(60);
  const to = `${from.slice(0, 120)}baru${from.slice(150)}`;
  const [patch] = withSplices({ a: { text: from } }, [{ op: 'replace', path: ['a', 'text'], value: to }]);
  if (patch?.op !== 'splice') throw new Error('no splice');
  expect(patch.cut).toBeGreaterThan(12);
  const other = `${'lain sekali '.repeat(9)}${patch.before}${'lain sekali '.repeat(9)}`;
  const [whole] = withoutSplices({ a: { text: other } }, [patch], true);
  expect(String(whole?.value).replace(patch.add, '')).toBe(other);
});

test('what is added can be read in the journal by itself: no letter outside the basic plane is torn apart', () => {
  // The first two share their first half, the first and the last their second.
  const [grin, beam, chess] = ['\u{1f600}', '\u{1f601}', '\u{1fa00}'];
  const around = (letter: string): string => `${'tetap '.repeat(40)}${letter}${' tetap'.repeat(40)}`;
  for (const letter of [beam, chess]) {
    const value = around(letter);
    const [patch] = withSplices({ a: { text: around(grin) } }, [{ op: 'replace', path: ['a', 'text'], value }]);
    expect(patch).toMatchObject({ op: 'splice', add: letter });
  }
});

test('a record whose fields come in another order is journalled whole, so that it is read back as the same JSON', () => {
  const text = 'tetap '.repeat(60);
  const value = { author: 'b', text: `${text}lagi` };
  const [patch] = withSplices({ a: { d: { text, author: 'b' } } }, [{ op: 'replace', path: ['a', 'd'], value }]);
  expect(patch).toEqual({ op: 'replace', path: ['a', 'd'], value });
});

test('20,000 letters typed in pauses of five are journalled in less than two megabytes, and come back', () => {
  const at = instant(Date.UTC(2021, 4, 17));
  const author = { kind: 'leader', role: 'sekda' };
  const draft = (text: string) => ({
    itemId: 'abcdefgh12345678',
    author,
    kind: 'note',
    visibility: 'internal',
    text,
    minute: 12,
  });
  const first = { drafts: { compose: draft('') } };
  let journal = headerText({ schema: 2, after: 0 });
  let state = first;
  for (let seq = 1; seq <= 4000; seq += 1) {
    const text = `${state.drafts.compose.text}${'aiueo'.charAt(seq % 5)}bc${seq % 7} `;
    const next = { drafts: { compose: draft(text) } };
    const patches: Patch[] = [{ op: 'replace', path: ['drafts', 'compose'], value: next.drafts.compose }];
    const line = {
      seq,
      at,
      mono: mono(seq * 300.257),
      audience: 'desk',
      type: 'draft.set',
      op: 'do',
      patches,
    } as const;
    journal += lineText(storedLine(state, next, line));
    state = next;
  }
  expect(state.drafts.compose.text).toHaveLength(20_000);
  console.log(`20,000 letters: ${Math.round(journal.length / 1000)} kB of journal`);
  expect(journal.length).toBeLessThan(2_000_000);
  const read = readJournal(journal);
  expect(read.clean).toBe(true);
  const { stored, unused } = replay(first, 0, read.lines, () => false);
  expect(unused).toEqual([]);
  expect(stored).toEqual(state);
});
