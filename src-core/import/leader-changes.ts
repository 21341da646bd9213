import { SHORT_TEXT_MAX } from '../model/lengths.ts';
import { emptyLeader, type Leader, ROLES, type Role } from '../model/roles.ts';
import { statusIn, withoutDegrees } from '../text/office.ts';
import type { Effect } from './agency-effects.ts';
import type { LeaderLine, LeaderReading, LeaderRow } from './leader-list.ts';
import { type ActingTitle, actingIn, isExpert, type NipProblem, nipIn, withoutActing } from './leader-words.ts';

/** The user's changes to one line. */
export interface LeaderCorrection {
  readonly fields?: Partial<LeaderRow>;
  readonly take?: boolean;
}

export type LeaderProblem = 'noRole' | 'roleTwice' | 'acting' | 'actingTwice' | 'tooLong' | NipProblem;

/** A field that a row changes. */
export interface LeaderChange {
  readonly field: 'name' | 'office' | 'rank' | 'nip';
  readonly from: string;
  readonly to: string;
}

export interface TakenLeader {
  readonly key: string;
  readonly line: number;
  readonly row: LeaderRow;
  /** The expert staff's role was not written: it is the first that was free. */
  readonly isGuessed: boolean;
  /** Why it is refused. */
  readonly problem: LeaderProblem | null;
  /** The line that speaks of the same role, for `roleTwice`. */
  readonly firstLine: number;
  /** `null` for a refused row. */
  readonly effect: Effect | null;
  readonly changes: readonly LeaderChange[];
}

export interface LeftLeader extends Pick<LeaderLine, 'key' | 'line' | 'text'> {
  readonly why: Exclude<LeaderLine['left'], null> | 'dropped';
}

export interface SettledLeaders {
  readonly taken: readonly TakenLeader[];
  readonly left: readonly LeftLeader[];
  readonly counts: Readonly<Record<Effect, number>>;
  /** How many rows are refused. */
  readonly wrong: number;
  /** Every leader as the list leaves them; what a refused row says is not in it. */
  readonly leaders: readonly Leader[];
}

const FIELDS = ['name', 'office', 'rank', 'nip'] as const;
const EXPERTS: readonly Role[] = ['stafAhli1', 'stafAhli2', 'stafAhli3'];

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const isSamePerson = (a: string, b: string): boolean => plain(withoutDegrees(a)) === plain(withoutDegrees(b));
const digits = (text: string): string => text.replace(/\D/g, '');

/** What of a row is as it must be. */
interface Sound {
  readonly acting: ActingTitle | '';
  readonly nip: string;
}

function soundOf(row: LeaderRow, before: Leader): Sound | LeaderProblem {
  const acting = actingIn(row.acting);
  if (acting === null) return 'acting';
  const written = statusIn(row.office);
  if (row.acting !== '' && written !== null && plain(acting) !== written) return 'actingTwice';
  if (FIELDS.some((field) => row[field].length > SHORT_TEXT_MAX)) return 'tooLong';
  // What somebody once typed into the settings is not refused when it comes back from an exported list.
  if (row.nip === before.nip || (digits(row.nip) !== '' && digits(row.nip) === digits(before.nip))) {
    return { acting, nip: before.nip };
  }
  const read = nipIn(row.nip);
  return 'problem' in read ? read.problem : { acting, nip: read.nip };
}

/** The office with the word for an acting holder, which may be in a column of its own. */
function officeAfter(
  before: Leader,
  row: LeaderRow,
  acting: ActingTitle | '',
  isOther: boolean,
  named: string,
): string {
  const isTold = row.acting !== '';
  const own = isOther || isTold ? withoutActing(before.office) : before.office;
  const office = row.office === '' ? own : row.office;
  if (acting !== '' && statusIn(office) === null) return `${acting} ${office || named}`;
  return before.office === '' && office === named ? '' : office;
}

/** The leader after the row; a person of another name takes over neither rank nor NIP, and is not acting. */
function leaderAfter(before: Leader, row: LeaderRow, { acting, nip }: Sound, named: string): Leader {
  const isOther = row.name !== '' && before.name !== '' && !isSamePerson(row.name, before.name);
  return {
    ...before,
    name: row.name || before.name,
    office: officeAfter(before, row, acting, isOther, named),
    rank: row.rank || (isOther ? '' : before.rank),
    nip: nip || (isOther ? '' : before.nip),
  };
}

/**
 * What the list as read and corrected does to the leaders: row by row what is new, changed or the same, or why the row
 * is refused.
 * @param present the leaders as they are; what a row does not say stays as it is
 * @param nameOf a role's name, which is printed where no office is given
 */
export function settleLeaders(
  { lines }: LeaderReading,
  corrections: ReadonlyMap<string, LeaderCorrection>,
  present: readonly Leader[],
  nameOf: (role: Role) => string,
): SettledLeaders {
  const now = new Map(ROLES.map((role) => [role, present.find((leader) => leader.role === role) ?? emptyLeader(role)]));
  const byOffice = new Map([...now.values()].map(({ role, office }) => [plain(withoutActing(office)), role]));
  byOffice.delete('');
  const after = new Map(now);
  const named = new Set(lines.map(({ row }) => row.role));
  const first = new Map<Role, number>();
  const taken: TakenLeader[] = [];
  const left: LeftLeader[] = [];
  for (const leaderLine of lines) {
    const { key, line, text } = leaderLine;
    const correction = corrections.get(key);
    const isOwn = correction?.fields !== undefined || correction?.take === true;
    const written = { ...leaderLine.row, ...correction?.fields };
    const known = written.role ?? byOffice.get(plain(withoutActing(written.office))) ?? null;
    const free = EXPERTS.find((role) => !named.has(role) && !first.has(role)) ?? null;
    const isGuessed = known === null && isExpert(written.office) && free !== null;
    const role = isGuessed ? free : known;
    const why = leaderLine.left === 'noRole' && role !== null ? null : leaderLine.left;
    if (correction?.take === false || (why !== null && !isOwn)) {
      left.push({ key, line, text, why: correction?.take === false ? 'dropped' : (why ?? 'dropped') });
      continue;
    }
    const row: LeaderRow = { ...written, role };
    const isDoubted = isGuessed && !isOwn;
    const refused = (problem: LeaderProblem, firstLine = 0): void =>
      void taken.push({ key, line, row, isGuessed: isDoubted, problem, firstLine, effect: null, changes: [] });
    const before = role === null ? undefined : now.get(role);
    if (role === null || before === undefined) {
      refused('noRole');
      continue;
    }
    const firstLine = first.get(role);
    if (firstLine !== undefined) {
      refused('roleTwice', firstLine);
      continue;
    }
    first.set(role, line);
    const sound = soundOf(row, before);
    if (typeof sound === 'string') {
      refused(sound);
      continue;
    }
    const next = leaderAfter(before, row, sound, nameOf(role));
    const changes = FIELDS.flatMap((field) =>
      before[field] === next[field] ? [] : [{ field, from: before[field], to: next[field] }],
    );
    const isNew = FIELDS.every((field) => before[field] === '');
    const effect: Effect = changes.length === 0 ? 'same' : isNew ? 'new' : 'changed';
    after.set(role, next);
    taken.push({ key, line, row, isGuessed: isDoubted, problem: null, firstLine: 0, effect, changes });
  }
  const count = (effect: Effect): number => taken.filter((one) => one.effect === effect).length;
  return {
    taken,
    left,
    counts: { new: count('new'), changed: count('changed'), same: count('same') },
    wrong: taken.filter(({ problem }) => problem !== null).length,
    leaders: [...after.values()],
  };
}
