import { hasRunningTurn } from '../model/agenda-item.ts';
import { namedAgencies } from '../model/concerns.ts';
import type { Meeting } from '../model/meeting.ts';
import { allNotes, findNote, noteIn } from '../model/meeting-notes.ts';
import { EVERY_AGENCY, isSameAuthor } from '../model/note.ts';
import type { Register } from '../model/register.ts';
import { AS_RECORDED, type NoteWording } from '../model/wording.ts';

const sameMembers = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && new Set(a).size === a.length && b.every((id) => a.includes(id));

const WORDING_KEYS = Object.keys(AS_RECORDED) as (keyof NoteWording)[];
const saysNothing = (words: NoteWording): boolean => WORDING_KEYS.every((key) => words[key] === AS_RECORDED[key]);

/** The rules that a meeting breaks, in words; empty if everything holds that the application relies on. */
export function brokenRules(meeting: Meeting): string[] {
  const { agenda, notes, followUps, problems, entries, attendance, agencies, drafts, presented, current, outage } =
    meeting;
  const items = Object.values(agenda.items);
  const every = allNotes(meeting);
  const broken: string[] = [];
  const must = (holds: boolean, rule: string): void => {
    if (!holds) broken.push(rule);
  };

  must(sameMembers(agenda.order, Object.keys(agenda.items)), 'the order is a permutation of the items');
  must(sameMembers(followUps.order, Object.keys(followUps.items)), 'the order of follow-ups is a permutation of them');
  must(sameMembers(problems.order, Object.keys(problems.items)), 'the order of problems is a permutation of them');
  must(sameMembers(attendance.order, Object.keys(attendance.items)), 'the order of attendees is a permutation of them');
  for (const [itemId, ofItem] of Object.entries(notes)) {
    must(Object.hasOwn(agenda.items, itemId), 'notes stand under an item of the agenda');
    must(Object.keys(ofItem).length > 0, 'an item without notes has no record of them');
    must(
      Object.entries(ofItem).every(([id, note]) => note.id === id && note.itemId === itemId),
      'a note stands under its item and its id',
    );
  }
  must(
    sameMembers(
      items.flatMap((item) => item.noteIds),
      every.map(({ id }) => id),
    ),
    'each note stands in one item',
  );
  must(new Set(presented).size === presented.length, 'an item is presented once');
  must(
    presented.every((id) => Object.hasOwn(agenda.items, id)),
    'what was presented is on the agenda',
  );

  for (const [id, item] of Object.entries(agenda.items)) {
    must(item.id === id, 'an item stands under its id');
    must((item.agencyId !== null) === (item.kind === 'agency'), 'an agency is named by agency items only');
    must(item.agencyId === null || Object.hasOwn(agencies, item.agencyId), 'an item names a known agency');
    must(
      item.noteIds.every((noteId) => noteIn(meeting, id, noteId)?.itemId === id),
      'a note names the item in which it stands',
    );
    must((item.turn.anchor !== null) === (item.status === 'running'), 'exactly a running turn has an anchor');
    must((item.turn.startedAt === null) === !presented.includes(id), 'exactly what was started was presented');
    must(!hasRunningTurn(item) || item.turn.finishedAt === null, 'a turn on the floor is not finished');
    const onFloor = hasRunningTurn(item) || item.status === 'called';
    must(onFloor === (current === id), 'what is on the floor is current, and nothing else is');
  }
  const agencyIds = items.flatMap((item) => item.agencyId ?? []);
  must(new Set(agencyIds).size === agencyIds.length, 'an agency has one turn');
  must(current === null || Object.hasOwn(agenda.items, current), 'the current item is on the agenda');
  must(current === null || meeting.status === 'open', 'somebody is on the floor of an open meeting only');
  must(
    outage === null || (outage.itemId === current && agenda.items[current]?.status === 'paused'),
    'an outage is of the paused turn',
  );
  must((meeting.finishedAt !== null) === (meeting.status === 'finished'), 'exactly a finished meeting has its end');
  for (const note of every) {
    const { author } = note;
    must(author.kind === 'leader' || Object.hasOwn(agencies, author.agencyId), 'a note has a known author');
    const named = namedAgencies(note);
    must(named === EVERY_AGENCY || named.every((id) => Object.hasOwn(agencies, id)), 'a note is for known agencies');
  }
  for (const followUp of Object.values(followUps.items)) {
    must(
      followUp.pics.every((id) => Object.hasOwn(agencies, id)),
      'known agencies are in charge',
    );
    must((followUp.doneOn !== null) === (followUp.status === 'done'), 'exactly what is done has its day');
    const note = followUp.noteId === null ? undefined : findNote(meeting, followUp.noteId);
    must(note?.visibility !== 'private' || followUp.private, 'a follow-up of a private note is private');
  }
  for (const problem of Object.values(problems.items)) {
    must(Object.hasOwn(agencies, problem.agencyId), 'a problem is of a known agency');
    const note = problem.noteId === null ? undefined : findNote(meeting, problem.noteId);
    must(note?.visibility !== 'private' || problem.private, 'a problem of a private note is private');
  }
  for (const [id, { id: own, subjectId, fields }] of Object.entries(entries)) {
    must(own === id, 'an entry stands under its id');
    const isThere = Object.hasOwn(followUps.items, subjectId) || Object.hasOwn(problems.items, subjectId);
    must(isThere, 'an entry is of a follow-up or a problem that is there');
    must(
      (fields.pics ?? []).every((id) => Object.hasOwn(agencies, id)),
      'an entry names known agencies',
    );
  }
  for (const [noteId, words] of Object.entries(meeting.wording.notes)) {
    const note = findNote(meeting, noteId);
    must(note !== undefined, 'words for the minutes are of a note that is there');
    must(!saysNothing(words), 'what is told as recorded has no record of its words');
    const members = Object.entries(meeting.wording.notes).filter(([, other]) => other.mergedInto === noteId);
    must(words.together === null || members.length > 0, 'words for a group are of a group');
    must(words.mergedInto === null || members.length === 0, 'a group is not part of another');
    if (words.mergedInto === null) continue;
    const head = findNote(meeting, words.mergedInto);
    must(head?.itemId === note?.itemId && head?.kind === note?.kind, 'a group is of one item and one kind');
    must(
      head !== undefined && note !== undefined && isSameAuthor(head.author, note.author),
      'a group is of one speaker',
    );
    must(head?.visibility !== 'private' && note?.visibility !== 'private', 'a private note is in no group');
  }
  for (const [itemId, order] of Object.entries(meeting.wording.order)) {
    must(order.length > 0 && new Set(order).size === order.length, 'an order names notes, each once');
    must(
      order.every((noteId) => agenda.items[itemId]?.noteIds.includes(noteId)),
      'an order is of its item’s notes',
    );
  }
  for (const draft of Object.values(drafts)) {
    must(draft.text !== '', 'an empty draft is none');
    must(Object.hasOwn(agenda.items, draft.itemId), 'a draft belongs to an item');
  }
  return [...new Set(broken)];
}

/** The rules that a register breaks, in words. */
export function brokenRegisterRules({ agencies, followUps, problems, entries }: Register): string[] {
  const same = (order: readonly string[], items: object): boolean =>
    order.length === new Set(order).size &&
    order.length === Object.keys(items).length &&
    order.every((id) => id in items);
  const rules: [boolean, string][] = [
    [same(followUps.order, followUps.items), 'the order of follow-ups is a permutation of them'],
    [same(problems.order, problems.items), 'the order of problems is a permutation of them'],
    [Object.entries(entries).every(([id, entry]) => entry.id === id), 'an entry stands under its id'],
    [Object.entries(agencies).every(([id, agency]) => agency.id === id), 'an agency stands under its id'],
    [
      Object.values(agencies).every(({ mergedInto }) => mergedInto === null || Object.hasOwn(agencies, mergedInto)),
      'an agency is merged into a known one',
    ],
  ];
  return rules.flatMap(([holds, rule]) => (holds ? [] : [rule]));
}
