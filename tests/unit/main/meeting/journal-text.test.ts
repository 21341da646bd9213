import { describe, expect, it } from 'vitest';
import { instant, mono } from '#core/time/units.ts';
import { headerText, lineText, readJournal, type StoredLine } from '#main/meeting/journal-text.ts';

const HEADER = headerText({ schema: 1, after: 0 });
const lineOf = (seq: number): StoredLine => ({
  ...{ seq, at: instant(seq), mono: mono(seq), audience: 'desk', type: 'meeting.edit', op: 'do' },
  patches: [{ op: 'replace', path: ['title'], value: `Rakor ${seq}` }],
});
const [first, second] = [lineText(lineOf(1)), lineText(lineOf(2))];
const seqs = (text: string): number[] => readJournal(text).lines.map(({ seq }) => seq);

describe('the text of a journal', () => {
  it('is clean if every byte of it is a line', () => {
    expect(readJournal(HEADER + first + second)).toMatchObject({ clean: true, torn: false, damagedRows: [] });
    expect(seqs(HEADER + first + second)).toEqual([1, 2]);
  });

  it('has each change once, and is not appended to where one stands twice', () => {
    const read = readJournal(HEADER + first + first + second);
    expect(read.lines.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(read).toMatchObject({ clean: false, damagedRows: [first.trimEnd()] });
  });

  it('is not appended to where a row is empty, or two lines are one row', () => {
    for (const text of [`${HEADER}${first}\n${second}`, `${HEADER}${first.trimEnd()}${second}`]) {
      expect(seqs(text)).toEqual([1, 2]);
      expect(readJournal(text).clean).toBe(false);
    }
  });

  it('loses no change with its first line, not even one in the same row', () => {
    const text = `${HEADER.slice(0, 12)}${first}${second}`;
    expect(seqs(text)).toEqual([1, 2]);
    expect(readJournal(text)).toMatchObject({ header: null, clean: false });
  });
});
