import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The slowest files, the slowest first: started last, one of them would keep one core busy while the others wait. */
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

/** Runs the files known to be slow before all others, also on a fresh clone, where nothing has been measured. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}
