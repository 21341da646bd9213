import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { applyPatches, type Patch, produce } from 'immer';
import { describe, expect, it } from 'vitest';
import { type Applied, applyCommand, COMMAND_TYPES, type CommandType } from '#core/commands/apply.ts';
import { brokenRules } from '#core/commands/broken-rules.ts';
import { recoverRunningTurn } from '#core/commands/turn.ts';
import { Meeting } from '#core/model/meeting.ts';
import { findNote } from '#core/model/meeting-notes.ts';
import type { NoteKind } from '#core/model/note.ts';
import { LAYOUTS, type Screen } from '#core/model/screen.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { spentAt } from '#core/schedule/turn-clock.ts';
import { mayBeSeen, projectorView } from '#core/views/projector.ts';
import { MARKS, messageOf, type Step, steps } from '../../../support/arbitraries.ts';
import { contextOf, countedIds, openRoom, type SteppedClock, steppedClock } from '../../../support/build-meeting.ts';
import { depth } from '../../../support/depth.ts';
import { assertDrawn } from '../../../support/drawn.ts';
import { withCarriedProblem } from '../../../support/matter-messages.ts';

interface Moment {
  readonly before: Meeting;
  readonly after: Meeting;
  readonly clock: SteppedClock;
  readonly type: Step['type'];
  /** `null` of what the application did by itself. */
  readonly patches: readonly Patch[] | null;
  /** How long ago the sent command said it happened, ms. */
  readonly ago: number;
}

const agoOf = (message: object): number => ('ago' in message && typeof message.ago === 'number' ? message.ago : 0);

/** Plays a made-up course of a meeting and shows every change to `look`, and what a command answered to `tried`. */
function play(
  course: readonly Step[],
  look: (moment: Moment) => void,
  tried?: (applied: Applied, before: Meeting) => void,
): Meeting {
  const clock = steppedClock();
  const newId = countedIds('x');
  let meeting = withCarriedProblem(openRoom().meeting());
  for (const [n, step] of course.entries()) {
    clock.advance(step.wait);
    const before = meeting;
    let patches: readonly Patch[] | null = null;
    const message = messageOf(step, n, before);
    if (step.type === 'outage') {
      const item = before.current === null ? undefined : before.agenda.items[before.current];
      if (item === undefined) continue;
      const spent = spentAt(item.turn, clock.mono());
      meeting = produce(before, (draft) => recoverRunningTurn(draft, spent, clock.at()));
    } else {
      try {
        const applied = applyCommand(before, message, contextOf(clock, newId));
        meeting = applied.meeting;
        patches = applied.patches;
        tried?.(applied, before);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        continue;
      }
    }
    look({ before, after: meeting, clock, type: step.type, patches, ago: agoOf(message) });
  }
  return meeting;
}

describe('whatever is sent, in whatever order', () => {
  it('the rules of a meeting hold, refusals are the only errors, and every change can be undone', () => {
    const carriedOut = new Set<Step['type']>();
    const missed = (): CommandType[] => COMMAND_TYPES.filter((type: CommandType) => !carriedOut.has(type));
    const holds = fc.property(steps(60), (course) => {
      const look = ({ after, type }: Moment): void => {
        expect(brokenRules(after)).toEqual([]);
        carriedOut.add(type);
      };
      play(course, look, ({ meeting, patches, inverse }, before) => {
        expect(isDeepStrictEqual(applyPatches(meeting, [...inverse]), before)).toBe(true);
        expect(isDeepStrictEqual(applyPatches(before, [...patches]), meeting)).toBe(true);
      });
    });
    fc.assert(holds, { numRuns: depth(250, 5000) });
    // Had some command always been refused, nothing would have been shown of it. The rarest finds its moment a little later.
    for (let more = 0; more < 8 && missed().length > 0; more += 1) fc.assert(holds, { numRuns: 250 });
    expect(missed()).toEqual([]);
  });

  it('time is spent only while a turn runs, none is lost, and none is moved but what was said to be', () => {
    fc.assert(
      fc.property(steps(40), (course) => {
        play(course, ({ before, after, clock, type, ago }) => {
          if (type === 'outage.answer') return;
          // What is entered afterwards moves the clock the way it says, and by no more than it says.
          const [least, most] = type === 'turn.finish' ? [-ago, 0] : type === 'turn.start' ? [0, ago] : [0, 0];
          for (const [id, item] of Object.entries(before.agenda.items)) {
            const later = after.agenda.items[id];
            if (later === undefined) continue;
            const expected = spentAt(item.turn, clock.mono());
            const moved = spentAt(later.turn, clock.mono()) - expected;
            expect(moved > least - 1 && moved < most + 1).toBe(true);
          }
        });
      }),
      { numRuns: depth(100, 1000) },
    );
  });

  it('what was made can be stored and read back as it was', () => {
    fc.assert(
      fc.property(steps(40), (course) => {
        const meeting = play(course, () => undefined);
        expect(Meeting.parse(JSON.parse(JSON.stringify(meeting)))).toEqual(meeting);
      }),
      { numRuns: depth(100, 1000) },
    );
  });

  it('a change declared invisible leaves the projector’s view unchanged', () => {
    let unseen = 0;
    const asIs = (meeting: Meeting): Meeting => meeting;
    // The room that sees the most: notes, and what is being typed.
    const allSeen = (meeting: Meeting): Meeting => shownAs(meeting, { layout: 'full', liveTyping: true });
    const enough = depth(25, 250);
    assertDrawn(
      fc.property(steps(60), (course) => {
        play(course, ({ before, after, patches }) => {
          for (const way of [asIs, allSeen]) {
            if (patches === null || patches.some(({ path }) => mayBeSeen(way(after), path))) continue;
            const [was, is] = [before, after].map((meeting) => projectorView(way(meeting), SETTINGS, () => ''));
            expect(is).toEqual(was);
            unseen += patches.length;
          }
        });
      }),
      depth(100, 1000),
      () => unseen > enough,
    );
    expect(unseen).toBeGreaterThan(enough);
  });

  it('the projector shows of all that was written only the shown notes of the active item, in every layout', () => {
    const seen = { notes: 0, typed: 0 };
    // What follows from notes is shown in a layout of its own: views/projected-matters.test.ts.
    const ways = LAYOUTS.filter((layout) => layout !== 'matters').flatMap((layout) =>
      [true, false].map((liveTyping) => ({ layout, liveTyping })),
    );
    let moment = 0;
    const enough = { notes: depth(30, 250), typed: depth(12, 100) };
    assertDrawn(
      fc.property(steps(60), (course) => {
        play(course, ({ after }) => {
          moment += 1;
          // A few of the ways at each moment, by turns; all of them would be looked at for half a minute.
          for (const way of ways.filter((_way, index) => (index + moment) % 4 === 0)) {
            const meeting = shownAs(after, way);
            const sent = new Set(JSON.stringify(projectorView(meeting, SETTINGS, () => '')).match(MARKS) ?? []);
            const { notes, typed } = mayBeRead(meeting);
            const allowed = new Set([...notes, ...typed]);
            seen.notes += notes.length;
            seen.typed += typed.length;
            expect([...sent].filter((text) => !allowed.has(text))).toEqual([]);
            expect([...allowed].filter((text) => !sent.has(text))).toEqual([]);
          }
        });
      }),
      depth(200, 3000),
      () => seen.notes > enough.notes && seen.typed > enough.typed,
    );
    // The courses really put notes and drafts on the projector, or nothing would have been shown by this.
    expect(seen.notes).toBeGreaterThan(enough.notes);
    expect(seen.typed).toBeGreaterThan(enough.typed);
  });
});

const SETTINGS = { locale: 'id', theme: 'light', emblem: null } as const;

const shownAs = (meeting: Meeting, way: Pick<Screen, 'layout' | 'liveTyping'>): Meeting => ({
  ...meeting,
  screen: { ...meeting.screen, ...way },
});

/**
 * What of all that was written the projector may show, by the rule in words (docs/domain/records.md#who-sees-a-note)
 * and not by the code under test.
 */
function mayBeRead(meeting: Meeting): { notes: string[]; typed: string[] } {
  const { screen, current, status, autoShow } = meeting;
  const item = current === null ? undefined : meeting.agenda.items[current];
  const read = screen.layout === 'full' || screen.layout === 'notes' || (screen.layout === 'slides' && screen.rail);
  const hidden = meeting.blank || status === 'finished' || !read;
  if (item === undefined || hidden) return { notes: [], typed: [] };
  const markOf = (text: string): string => text.match(MARKS)?.[0] ?? '';
  const notes = item.noteIds.flatMap((id) => {
    const note = findNote(meeting, id);
    return note?.visibility === 'shown' ? [markOf(note.text)] : [];
  });
  const draft = meeting.drafts.compose;
  // What was private while it was typed is not read along, whatever it becomes.
  if (!screen.liveTyping || draft === undefined || draft.held || draft.itemId !== item.id) return { notes, typed: [] };
  const automatic: Partial<Record<NoteKind, boolean>> = autoShow;
  const isShown = draft.visibility === 'auto' ? automatic[draft.kind] === true : draft.visibility === 'shown';
  return { notes, typed: isShown ? [markOf(draft.text)] : [] };
}
