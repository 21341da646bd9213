import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { applyPatches, type Patch } from 'immer';
import type { Meeting } from '#core/model/meeting.ts';
import { readJournal } from '#main/meeting/journal-text.ts';
import { type Dice, dice } from '../doubles/disk/legal-states.ts';
import { agencyRows } from '../support/agency-rows.ts';
import { anyCommand } from '../support/projector-at-work.ts';
import { type LightProcess, startLight } from './light-process.ts';
import { checkSlides, type KnownSlides, storeOne, storeSlides } from './slides-at-work.ts';

export interface TortureOptions {
  readonly entry: string;
  readonly folder: string;
  readonly kills: number;
  readonly seed: number;
}

export interface Torture {
  readonly kills: number;
  /** Kills while the application was still starting or opening. */
  readonly early: number;
  readonly changes: number;
  readonly acknowledged: number;
  /** What was said between meetings and answered. */
  readonly said: number;
  /** Files of slides that were called stored. */
  readonly slides: number;
  readonly restarts: number;
}

const CLIENTS = 3;
/** A new meeting now and then, so that files stay small and beginnings are tried as well. */
const MEETINGS = 5;
const MOST_KILLS_PER_MEETING = 60;

/** Three of twelve kills follow on so many saved changes. */
const LEAST_SAVED = 6;

/** Where in an interval the n-th kill falls, from 0 to 1: however few they are, they are spread over all of it. */
const spread = (n: number): number => (n * 0.618_034) % 1;

/** All that the desk was ever shown of a meeting. */
interface Known {
  readonly id: string;
  readonly model: Map<number, Meeting>;
  acknowledged: number;
}

async function linesOf(folder: string, id: string) {
  const texts = await Promise.all(
    ['journal.previous.ndjson', 'journal.ndjson'].map((name) =>
      readFile(join(folder, 'meetings', id, name), 'utf8').catch(() => ''),
    ),
  );
  return texts.flatMap((text) => [...readJournal(text).lines]);
}

/** The state that the desk must find: the last one that was called saved, and what the journal holds after that. */
async function expected(folder: string, known: Known, seq: number): Promise<Meeting> {
  // What was shown but not called saved may be gone, and its number given to another change.
  const last = Math.max(...[...known.model.keys()].filter((other) => other <= known.acknowledged));
  const base = known.model.get(last);
  if (base === undefined) throw new Error(`nothing is known before ${seq}`);
  const after = (await linesOf(folder, known.id)).filter((line) => line.seq > last && line.seq <= seq);
  if (after.length !== seq - last)
    throw new Error(`${seq - last} changes after ${last}, ${after.length} in the journal`);
  return applyPatches(base, after.flatMap(({ patches }) => patches) as Patch[]);
}

/** Says something of a follow-up that no open meeting has: it is written into the register. */
async function say(process: LightProcess, roll: Dice, said: Set<string>): Promise<void> {
  const remark = `sebut-${roll(2 ** 30)}`;
  const entry = { subjectIds: ['pokok'], by: null, fields: { remark } };
  if ((await process.ask('matter.entry', entry)).ok) said.add(remark);
}

/** Works until a change is called saved. @param to its number */
async function saveUpTo(process: LightProcess, roll: Dice, to: number): Promise<void> {
  for (let view = process.view(); view.saved.durable < to && view.meeting !== null; view = process.view()) {
    await process.send(anyCommand(view.meeting, roll));
    await wait(1);
  }
}

/** One client at work until the process is gone: the clients do not wait for each other. */
async function client(process: LightProcess, roll: Dice, isGone: () => boolean, said: Set<string>): Promise<void> {
  while (!isGone()) {
    const { meeting } = process.view();
    if (meeting === null) return;
    const kind = roll(12);
    const sent =
      kind === 0
        ? process.ask('history.undo', {})
        : kind === 1
          ? process.ask('history.redo', {})
          : kind === 2
            ? say(process, roll, said)
            : process.send(anyCommand(meeting, roll));
    await Promise.race([sent, process.gone]);
    if (roll(4) === 0) await wait(roll(6));
  }
}

/**
 * Kills the main process at random instants while clients work, starts it again, and holds what it opens against all
 * that the desk had been shown. @throws Error at the first change that had been called saved and is not there
 */
export async function torture({ entry, folder, kills, seed }: TortureOptions): Promise<Torture> {
  const roll = dice(seed);
  const perMeeting = Math.min(MOST_KILLS_PER_MEETING, Math.ceil(kills / MEETINGS));
  let known: Known | null = null;
  let changes = 0;
  let acknowledged = 0;
  let early = 0;
  let restarts = 0;
  const said = new Set<string>();
  const slides: KnownSlides = { stored: new Set(), whole: new Set() };

  for (let kill = 1; kill <= kills; kill += 1) {
    if (kill % perMeeting === 0) known = null;
    const before: Known | null = known;
    let opening = true;
    const seen: { seq: number; meeting: Meeting; durable: number }[] = [];
    const process = startLight(entry, folder, (seq, meeting, durable) => {
      seen.push({ seq, meeting, durable });
      if (opening || known === null) return;
      known.model.set(seq, meeting);
      known.acknowledged = Math.max(known.acknowledged, durable);
    });
    let dead = false;
    void process.gone.then(() => {
      dead = true;
    });
    if (before !== null && kill % 5 === 3) {
      await wait(spread(kill) * 400 + roll(25));
      process.child.kill('SIGKILL');
      await process.gone;
      early += 1;
      continue;
    }
    if (!(await process.ready)) throw new Error('the process did not start');
    await process.connect();
    await checkSlides(folder, slides);
    if (before === null) {
      const made = await process.ask('meeting.create', {
        title: 'Rakor Uji',
        date: '2021-05-17',
        agencies: agencyRows('Dinas Sosial\nDinas Kesehatan\nInspektorat'),
        carryFrom: null,
      });
      if (!made.ok) throw new Error(made.refusal.code);
      known = { id: made.value.meetingId, model: new Map(), acknowledged: 0 };
    } else {
      const opened = await process.ask('meeting.open', { meetingId: before.id });
      if (!opened.ok) throw new Error(`kill ${kill}: ${opened.refusal.code}`);
    }
    const { meeting, saved, notices } = process.view();
    if (known === null || meeting === null) throw new Error('no meeting was opened');
    if (before !== null) {
      restarts += 1;
      if (saved.seq < before.acknowledged) {
        throw new Error(`kill ${kill}: ${before.acknowledged} changes were called saved, ${saved.seq} are there`);
      }
      const model = await expected(folder, before, saved.seq);
      if (!isDeepStrictEqual(model, meeting)) throw new Error(`kill ${kill}: another meeting at ${saved.seq}`);
      const bad = notices.filter(({ code }) => code !== 'lastChangeTorn');
      if (bad.length > 0) throw new Error(`kill ${kill}: ${JSON.stringify(bad)}`);
      const register = await process.ask('register.read', {});
      const written = JSON.stringify(register.ok ? register.value?.entries : register.refusal);
      const lost = [...said].filter((remark) => !written.includes(`"${remark}"`));
      if (lost.length > 0) throw new Error(`kill ${kill}: the register lacks ${lost.join(', ')}`);
      for (const seq of known.model.keys()) if (seq > saved.seq) known.model.delete(seq);
    }
    known.model.set(saved.seq, meeting);
    known.acknowledged = Math.max(known.acknowledged, saved.durable);
    opening = false;
    const first = saved.seq;
    // However busy the machine is, the register is open and has something to lose at every second kill.
    if (kill % 2 === 0) await say(process, dice(roll(2 ** 30)), said);
    else if (kill % 4 === 1) await storeOne(process, dice(roll(2 ** 30)), slides);
    // And some changes were called saved before every third one.
    if (kill % 3 === 0) await saveUpTo(process, dice(roll(2 ** 30)), first + LEAST_SAVED);
    const clients = Array.from({ length: CLIENTS }, () => client(process, dice(roll(2 ** 30)), () => dead, said));
    const storing = storeSlides(process, dice(roll(2 ** 30)), slides);
    await wait(5 + spread(kill) * 105 + roll(15));
    process.child.kill('SIGKILL');
    await process.gone;
    await Promise.all([...clients, storing]);
    const last = process.view().saved;
    changes += last.seq - first;
    acknowledged += Math.max(0, last.durable - first);
  }
  return { kills, early, changes, acknowledged, said: said.size, slides: slides.stored.size, restarts };
}
