import type { AgendaItem } from '../model/agenda-item.ts';
import type { DocumentOptions } from '../model/export-options.ts';
import { type Meeting, orderedItems } from '../model/meeting.ts';
import { readerOf } from '../model/note-readers.ts';
import { presentedItems } from '../model/presented.ts';
import { sheetIsEmpty } from '../model/sheet.ts';
import { attendees } from './attendance.ts';
import { followUpRows } from './follow-up-rows.ts';
import { headOf } from './head.ts';
import { nameOf, presenterOf, shownSlides, timeOf } from './item-facts.ts';
import type { Decision, ItemContent, Minutes, NotPresented, ProgrammeLine } from './minutes.ts';
import { byKind, includedNotes, minutesNote } from './notes-of-item.ts';
import { allPrintable } from './printable.ts';
import { printedCharts } from './printed-charts.ts';
import { problemRows } from './problem-rows.ts';
import { rundownOf } from './rundown.ts';
import { leaderOf, signatureOf } from './signature.ts';

/** Decisions of several items, numbered continuously: each is printed once, and its item refers to the number. */
interface Collected {
  readonly decisions: Decision[];
  content(item: AgendaItem): ItemContent;
}

function collector(meeting: Meeting, options: DocumentOptions): Collected {
  const { include } = options;
  const decisions: Decision[] = [];
  const reader = readerOf(include);
  return {
    decisions,
    content(item) {
      const notes = includedNotes(meeting, item, reader);
      const first = decisions.length + 1;
      const taken = notes.filter(({ note }) => note.kind === 'decision');
      decisions.push(
        ...taken.map((worded) => ({ ...minutesNote(meeting, worded, options), item: nameOf(meeting, item) })),
      );
      return {
        id: item.id,
        ...nameOf(meeting, item),
        sheet: include.sheet && !sheetIsEmpty(item.sheet) ? item.sheet : null,
        slides: shownSlides(item, options),
        notes: byKind(
          meeting,
          notes.filter(({ note }) => note.kind !== 'decision'),
          options,
        ),
        decisions: taken.map((_note, index) => first + index),
      };
    },
  };
}

const whyNot = ({ status }: AgendaItem): NotPresented['why'] =>
  status === 'skipped' || status === 'postponed' ? status : 'notReached';

/**
 * The agenda as printed: what took place in its real order, then (until the meeting is closed) what is to come.
 * Consecutive agencies' turns are one line with their number.
 */
function programmeOf(meeting: Meeting): ProgrammeLine[] {
  const began = presentedItems(meeting);
  const isOpen = meeting.status !== 'finished';
  const toCome = isOpen
    ? orderedItems(meeting).filter((item) => !began.includes(item) && item.status !== 'skipped')
    : [];
  const lines: ProgrammeLine[] = [];
  for (const item of [...began, ...toCome]) {
    const last = lines.at(-1);
    if (item.kind !== 'agency') lines.push({ ...nameOf(meeting, item), turns: 0 });
    else if (last !== undefined && last.turns > 0) lines[lines.length - 1] = { ...last, turns: last.turns + 1 };
    else lines.push({ kind: 'agency', title: '', turns: 1 });
  }
  return lines;
}

/**
 * Builds the minutes of a meeting in their order (docs/domain/papers.md#order-of-the-minutes), without private notes
 * and their follow-ups, drafts, and whatever the options leave out. Items are in the order in which they really began.
 * Every text is printable.
 */
export function minutesOf(meeting: Meeting, options: DocumentOptions): Minutes {
  const { include, strict, pattern } = options;
  const presented = presentedItems(meeting);
  const began = new Set(presented.map(({ id }) => id));
  const turns = orderedItems(meeting).filter(({ kind }) => kind === 'agency');
  const { content, decisions } = collector(meeting, options);
  const items = presented.map((item) => ({
    ...content(item),
    presenter: presenterOf(meeting, item),
    time: include.times ? timeOf(meeting, item) : null,
  }));
  const notPresented = orderedItems(meeting)
    .filter(({ id }) => !began.has(id))
    .map((item) => ({ ...content(item), why: whyNot(item) }));
  const attendance = attendees(meeting);
  return allPrintable<Minutes>({
    ...headOf(meeting, strict),
    pattern,
    strict,
    invitation: meeting.invitation,
    openedAt: meeting.openedAt,
    finishedAt: meeting.finishedAt,
    programme: programmeOf(meeting),
    chair: leaderOf(meeting, meeting.chair),
    secretary: meeting.secretary,
    minuteTaker: meeting.minuteTaker,
    minuteTakerOffice: meeting.minuteTakerOffice,
    items,
    notPresented,
    decisions,
    followUps: include.followUps ? followUpRows(meeting, readerOf(include)) : [],
    problems: include.problems ? problemRows(meeting, readerOf(include)) : [],
    attendance,
    attachment: attendance.length === 0 ? 'none' : include.attendance,
    signatures: [...new Set(options.signers)].map((signer) => signatureOf(meeting, signer, options)),
    rundown: include.rundown ? rundownOf(meeting) : null,
    charts: include.chart ? printedCharts(meeting) : [],
    turns: { planned: turns.length, presented: turns.filter(({ id }) => began.has(id)).length },
  });
}
