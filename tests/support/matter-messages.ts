import { EXTENSION_ANSWERS } from '#core/model/entry.ts';
import { FOLLOW_UP_STATUS } from '#core/model/follow-up.ts';
import type { Meeting } from '#core/model/meeting.ts';
import type { Problem } from '#core/model/problem.ts';
import { ROLES } from '#core/model/roles.ts';

export const pickOf = <T>(from: readonly T[], pick: number, fallback: T): T => from[pick % from.length] ?? fallback;

/** What a generated step may name, and its marked text. */
interface Named {
  readonly itemId: string;
  readonly noteId: string;
  readonly agencyId: string;
  readonly followUpId: string;
  readonly problemId: string;
  readonly marked: string;
}

export type MatterCommand =
  | 'followUp.add'
  | 'followUp.edit'
  | 'followUp.extend'
  | 'followUp.delete'
  | 'entry.add'
  | 'problem.keep'
  | 'problem.recur'
  | 'problem.delete'
  | 'problem.solve'
  | 'problem.edit';

/** What a generated step sends about follow-ups and problems. */
export function matterMessage(type: MatterCommand, picks: readonly number[], named: Named): object {
  const [a = 0, b = 0, c = 0, d = 0, , , g = 0, h = 0] = picks;
  const { itemId, noteId, agencyId, followUpId, problemId, marked } = named;
  const status = pickOf(FOLLOW_UP_STATUS, g, 'open');
  const due = h % 2 === 0 ? '2021-06-30' : null;
  switch (type) {
    case 'followUp.add':
      return {
        type,
        noteId: b % 2 === 0 ? noteId : null,
        itemId: a % 2 === 0 ? itemId : null,
        what: c % 2 === 0 ? marked : null,
        pics: d % 2 === 0 ? [agencyId] : null,
        due,
        status,
      };
    case 'followUp.edit':
      return { type, followUpId, fields: { plan: marked, status, due, ...(a % 2 === 0 ? { pics: [agencyId] } : {}) } };
    case 'followUp.extend':
      return { type, followUpId, due: '2021-07-31', answer: pickOf(EXTENSION_ANSWERS, a, 'proposed') };
    case 'followUp.delete':
      return { type, followUpId };
    case 'entry.add':
      return {
        type,
        subjectId: a % 2 === 0 ? followUpId : problemId,
        by: pickOf(ROLES, b, 'sekda'),
        fields: { remark: marked, ...(c % 3 === 0 ? { withdrawn: d % 2 === 0 } : {}) },
      };
    case 'problem.keep':
      return { type, noteId: a % 2 === 0 ? noteId : null, itemId, text: b % 2 === 0 ? marked : null };
    case 'problem.recur':
    case 'problem.delete':
      return { type, problemId };
    case 'problem.solve':
      return { type, problemId, solved: a % 3 !== 0, remark: marked };
    case 'problem.edit':
      return { type, problemId, fields: { text: marked, ...(a % 2 === 0 ? { agencyId } : {}) } };
    default:
      return type satisfies never;
  }
}

/** The same meeting with a problem of an earlier one: only such a problem can be raised again. */
export function withCarriedProblem(meeting: Meeting): Meeting {
  const origin = { meetingId: 'm0', title: 'Rakor 3 Mei 2021', date: '2021-05-03' };
  const problem: Problem = {
    id: 'p0',
    text: 'Dokter kurang',
    agencyId: Object.keys(meeting.agencies)[0] ?? '',
    since: origin.date,
    noteId: null,
    itemId: null,
    private: false,
    origin,
  };
  return { ...meeting, problems: { order: [problem.id], items: { [problem.id]: problem } } };
}
