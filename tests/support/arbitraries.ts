import fc from 'fast-check';
import { COMMAND_TYPES, type CommandType } from '#core/commands/apply.ts';
import { ITEM_KINDS } from '#core/model/agenda-item.ts';
import { type Meeting, orderedItems } from '#core/model/meeting.ts';
import { allNotes } from '#core/model/meeting-notes.ts';
import { type Author, NOTE_KINDS, type Note, VISIBILITIES } from '#core/model/note.ts';
import { ROLES } from '#core/model/roles.ts';
import { LAYOUTS, TEXT_STEPS } from '#core/model/screen.ts';
import { mayRefit } from '#core/pacing/refit.ts';
import { ACTING } from '#core/text/office.ts';
import { anyCharacter } from './any-character.ts';
import { matterMessage, pickOf } from './matter-messages.ts';
import { slidesMessage } from './slides-messages.ts';
import { headsOfGroups, matedNotes, mergedNotes, printedText, wordingMates } from './wording-of-note.ts';

/** Identifiers that do not exist: strange ones, and names that every object inherits. */
export const HOSTILE_IDS = ['gone', '', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'] as const;

/** A step of a generated meeting; what it does exactly depends on the meeting at that time. */
export interface Step {
  readonly type: CommandType | 'outage';
  /** How long passes before it, ms; the monotonic clock has fractions. */
  readonly wait: number;
  readonly picks: readonly number[];
  readonly text: string;
}

const FREQUENT: readonly Step['type'][] = [
  'turn.call',
  'turn.start',
  'turn.start',
  'turn.pause',
  'turn.resume',
  'turn.finish',
  'turn.postpone',
  'turn.bringBack',
  'turn.conclude',
  'turn.break',
  'turn.swap',
  'agenda.adjust',
  'note.add',
  'note.add',
  'note.edit',
  'wording.edit',
  'wording.merge',
  'wording.merge',
  'wording.merge',
  'wording.move',
  'wording.move',
  'wording.split',
  'wording.split',
  'draft.set',
  'followUp.add',
  'problem.keep',
  'slides.attach',
  'slides.page',
  'outage',
];

/** The beginning of every marked text, so that a text can be found again in anything that is sent. */
export const mark = (n: number): string => `⟦${n}⟧`;
export const MARKS = /⟦\d+⟧/g;

const step: fc.Arbitrary<Step> = fc.record({
  type: fc.oneof(fc.constantFrom(...COMMAND_TYPES), fc.constantFrom(...FREQUENT)),
  wait: fc.oneof(fc.nat(5_000), fc.double({ min: 0, max: 900_000, noNaN: true }), fc.constant(90_000_000)),
  picks: fc.array(fc.nat(1_000), { minLength: 8, maxLength: 8 }),
  text: fc.oneof(
    { weight: 4, arbitrary: fc.string({ unit: anyCharacter, maxLength: 12 }) },
    { weight: 1, arbitrary: fc.constant('') },
  ),
});

/** A generated course of a meeting. */
export const steps = (maxLength: number): fc.Arbitrary<Step[]> =>
  fc.array(step, { minLength: 1, maxLength, size: 'max' });

/**
 * What a step sends, given the meeting: mostly sensible, sometimes about something that does not exist.
 * @param n the step's number; notes, drafts, follow-ups and sheets begin with its mark
 */
export function messageOf({ type, picks, text }: Step, n: number, meeting: Meeting): object {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = picks;
  const idOf = (ids: readonly string[], pick: number): string => {
    const all = pick % 7 === 0 ? HOSTILE_IDS : ids;
    return pickOf(all, pick, 'gone');
  };
  const itemId = idOf(meeting.agenda.order, a);
  const noteId = idOf(
    allNotes(meeting).map(({ id }) => id),
    b,
  );
  const mateId = pickOf(matedNotes(meeting), b, 'gone');
  const toldId = pickOf(headsOfGroups(meeting), b, noteId);
  const agencyId = idOf(Object.keys(meeting.agencies), c);
  const followUpId = idOf(meeting.followUps.order, d);
  const problemId = idOf(meeting.problems.order, d);
  const attendeeId = idOf(meeting.attendance.order, e);
  const marked = text === '' ? '' : `${mark(n)}${text}`;
  const kind = pickOf(NOTE_KINDS, f, 'note');
  const visibility = pickOf(VISIBILITIES, g, 'private');
  const author: Author =
    h % 3 === 0 ? { kind: 'agency', agencyId } : { kind: 'leader', role: pickOf(ROLES, h, 'bupati') };
  const limits = f % 4 === 0 ? null : { soft: d % 3 === 0 ? null : d * 1_000, hard: e % 5 === 0 ? null : e * 1_000 };
  const named = { name: text, short: text, head: text };
  switch (type) {
    case 'turn.call':
    case 'turn.skip':
    case 'turn.postpone':
    case 'turn.bringBack':
    case 'agenda.remove':
      return { type, itemId };
    case 'turn.start':
      return a % 3 === 0 ? { type, ago: b * 1_000 } : { type };
    case 'turn.pause':
    case 'turn.resume':
    case 'meeting.finish':
    case 'meeting.reopen':
    case 'meeting.renewKop':
    case 'attendance.fill':
      return { type };
    case 'turn.addTime':
      return { type, by: (a - 500) * 1_000 };
    case 'turn.finish':
      return { type, callNext: a % 2 === 0, ...(b % 3 === 0 ? { ago: c * 1_000 } : {}) };
    case 'turn.conclude':
      return { type, within: Math.max(1, a % 600) * 1_000 };
    case 'turn.break':
      return { type, planned: Math.max(1, a % 60) * 60_000 };
    case 'turn.swap':
      return { type, itemId, withId: idOf(meeting.agenda.order, b) };
    case 'agenda.adjust': {
      const hard = Math.max(1, e) * 1_000;
      const turns = orderedItems(meeting).filter((item) => item.kind === 'agency' && (h % 5 === 0 || mayRefit(item)));
      return {
        type,
        items: turns
          .slice(0, a % 4)
          .map(({ id }) => ({ itemId: id, limits: { soft: Math.min(hard, d * 1_000 + 1_000), hard } })),
      };
    }
    case 'outage.answer':
      return { type, choice: pickOf(['continue', 'restart', 'finish'], a, 'continue') };
    case 'agenda.addOther':
      return {
        type,
        kind: pickOf(ITEM_KINDS, a, 'qa'),
        title: text,
        planned: b % 2 === 0 ? null : b * 1_000,
        fixedStart: c % 2 === 0 ? null : '12:00',
        index: d % 3 === 0 ? null : d,
      };
    case 'agenda.addAgency':
      return { type, agencyId: a % 2 === 0 ? null : agencyId, ...named, index: d % 3 === 0 ? null : d };
    case 'agenda.replaceAgencies':
      return {
        type,
        agencies: [text, 'Dinas Sosial', b % 2 === 0 ? 'Kecamatan Satui' : 'BPBD'].map((name) => ({
          name,
          short: '',
          head: '',
          person: c % 2 === 0 ? text : '',
        })),
      };
    case 'agenda.fill': {
      const agency = c % 2 === 0 ? { name: text, short: '', head: '', person: '' } : null;
      const row = {
        agency,
        kind: pickOf(ITEM_KINDS, a, 'qa'),
        title: text,
        inCharge: text,
        planned: b * 1_000,
        fixedStart: null,
      };
      return { type, rows: [row], replace: d % 2 === 0, startAt: b % 2 === 0 ? null : '09:15' };
    }
    case 'agenda.move':
      return { type, itemId, index: b };
    case 'item.edit': {
      const presenter = { name: text, office: text, acting: pickOf(ACTING, b, 'none'), representing: c % 2 === 0 };
      return { type, itemId, fields: { title: text, inCharge: undefined, presenter, limits } };
    }
    case 'agency.edit':
      return { type, agencyId, ...named };
    case 'draft.set':
      return {
        type,
        key: pickOf(['compose', 'compose', `edit:${noteId}`, `wording:${noteId}`], c, 'compose'),
        draft: {
          // As an operator types: mostly for the active agency.
          itemId: h % 4 === 0 ? itemId : (meeting.current ?? itemId),
          author,
          kind,
          visibility: g % 2 === 0 ? 'auto' : visibility,
          text: marked,
        },
      };
    case 'draft.drop':
      return { type, key: pickOf(['compose', `edit:${noteId}`, `wording:${noteId}`], c, 'compose') };
    case 'note.add': {
      // Half of them are like an existing one, or no two would have the same item, author and kind.
      const like = a % 2 === 0 ? pickOf<Note | null>(allNotes(meeting), b, null) : null;
      const of =
        like === null ? { itemId, author, kind } : { itemId: like.itemId, author: like.author, kind: like.kind };
      return { type, ...of, visibility, text: marked, concerns: d % 3 === 0 ? agencyId : null };
    }
    case 'note.edit':
      return {
        type,
        noteId,
        fields: { ...(a % 2 === 0 ? { text: marked } : {}), kind, visibility, author: undefined },
      };
    case 'note.delete':
      return { type, noteId };
    case 'note.move':
      return { type, noteId, itemId };
    case 'wording.edit':
      // As the desk does: what is printed now, with something typed into it.
      if (a % 4 === 0) return { type, noteId, text: marked };
      return { type, noteId: toldId, text: `${printedText(meeting, toldId)}${marked}` };
    case 'wording.leaveOut':
      return { type, noteId, leftOut: a % 2 === 0 };
    case 'wording.merge':
      return { type, noteId: mateId, into: c % 9 === 0 ? mateId : pickOf(wordingMates(meeting, mateId), c, 'gone') };
    case 'wording.move':
      return { type, noteId: mateId, before: c % 3 === 0 ? null : pickOf(wordingMates(meeting, mateId), c, 'gone') };
    case 'wording.split':
      return { type, noteId: pickOf(mergedNotes(meeting), b, noteId) };
    case 'wording.reset':
      return { type, noteId };
    case 'wording.resetItem':
      return { type, itemId };
    case 'followUp.add':
    case 'followUp.edit':
    case 'followUp.extend':
    case 'followUp.delete':
    case 'entry.add':
    case 'problem.keep':
    case 'problem.recur':
    case 'problem.delete':
    case 'problem.solve':
    case 'problem.edit':
      return matterMessage(type, picks, { itemId, noteId, agencyId, followUpId, problemId, marked });
    case 'meeting.edit':
      return {
        type,
        fields: {
          title: text,
          place: undefined,
          ...(g % 2 === 0 ? { endAt: h % 2 === 0 ? null : '15:00' } : {}),
          changeover: a * 1_000,
          ...(limits === null ? {} : { limits }),
          autoShow: { directive: a % 2 === 0, proposal: b % 2 === 0, decision: c % 2 === 0 },
        },
      };
    case 'leader.edit':
      return { type, leader: { role: pickOf(ROLES, a, 'bupati'), name: text, office: text, rank: '', nip: '' } };
    case 'sheet.edit':
      return { type, itemId, fields: { vision: marked, problems: marked, programs: undefined } };
    case 'screen.blank':
      return { type, on: a % 4 === 0 };
    case 'screen.layout':
      return { type, layout: pickOf(LAYOUTS, a, 'full') };
    case 'screen.announce':
      return { type, text };
    case 'screen.textStep':
      return { type, step: pickOf(TEXT_STEPS, a, 0) };
    case 'screen.liveTyping':
      return { type, on: a % 2 === 0 };
    case 'screen.rail':
    case 'screen.slidesOnCall':
    case 'slides.attach':
    case 'slides.detach':
    case 'slides.page':
    case 'slides.counted':
      return slidesMessage(type, picks, itemId, meeting);
    case 'note.pin':
      return { type, noteId, pinned: a % 2 === 0 };
    case 'attendance.add':
      return { type, name: marked, office: marked, agencyId: a % 2 === 0 ? agencyId : null };
    case 'attendance.edit':
      return { type, attendeeId, fields: { name: marked, agencyId: a % 2 === 0 ? agencyId : null } };
    case 'attendance.tick':
      return { type, attendeeId, present: a % 2 === 0 };
    case 'attendance.remove':
      return { type, attendeeId };
    case 'outage':
      return {};
    default:
      return type satisfies never;
  }
}
