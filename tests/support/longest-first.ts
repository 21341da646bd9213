import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, the longest first: begun last, one of these would keep one core busy and the others waiting. */
const LONGEST = [
  'killed-at-any-instant',
  'paper',
  'exports-office',
  'keep-and-reopen',
  'exports',
  'electron-windows',
  'packaging',
  'damage',
  'power-cut',
  'invariants',
  'file-name',
  'docx',
  'private-notes',
];

const rankOf = ({ moduleId }: TestSpecification): number => {
  const name = /([^/\\]+)\.test\.tsx?$/.exec(moduleId)?.[1] ?? '';
  const rank = LONGEST.indexOf(name);
  return rank === -1 ? LONGEST.length : rank;
};

/** Runs the files that are known to be long before all others, on a fresh clone as well, where nothing has been measured. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}
