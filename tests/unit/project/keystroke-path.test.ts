import { readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { describe, expect, it } from 'vitest';
import type { Command } from '#core/commands/apply.ts';
import { outbox } from '#renderer/client/outbox.ts';
import { composer } from '#renderer/desk/kernel/saving/composer.ts';
import { uiStore } from '#renderer/desk/kernel/ui-store.ts';
import { simulatedDisk } from '../../doubles/disk/simulated-disk.ts';
import { agencyRows } from '../../support/agency-rows.ts';
import { DATA, type ModelApplication, modelApplication } from '../../support/application-model.ts';
import { movedClock } from '../../support/projector-at-work.ts';
import { steppedTimers } from '../../support/stepped-timers.ts';
import { windowStorage } from '../../support/window-storage.ts';

/** The path as `docs/architecture.md` draws it, the files in the order in which a key's letter passes them. */
function drawnPath(): string[] {
  const document = readFileSync('docs/architecture.md', 'utf8');
  const section = document.slice(document.indexOf('### From a keystroke'));
  const drawing = section.split('```')[1] ?? '';
  return [...drawing.matchAll(/src-\S+/g)].map(([file]) => file);
}

/** On the path, but not run here: the page, the socket's two ends, and the disk (a double takes their place). */
const ELSEWHERE =
  /note-box\.tsx$|web-socket-port\.ts$|sockets\.ts$|file-port\.ts$|^src-renderer\/projector\/|client\/view-store\.ts$/;

/** Only asked on the way: rules of a line or two, and the owners of what else the desk is shown. */
const ASKED = [
  /^src-core\/(?:model|time|refusals|schedule|displays)\//,
  /^src-core\/commands\/(?:lookup|not-undone)\.ts$/,
  /^src-core\/views\/(?:selected-item|projected-notes)\.ts$/,
  /^src-core\/backups\/rotation\.ts$/,
  /^src-renderer\/desk\/kernel\/value-store\.ts$/,
  /^src-renderer\/client\/(?:main-clock|command-words|view-store)\.ts$/,
  /^src-main\/storage\/(?:checksum|one-by-one)\.ts$/,
  /^src-main\/(?:backups\/automatic-backups|exports\/exporting|projector\/requests)\.ts$/,
  /^src-main\/(?:app\/(?:notices|seat|settings|turn-watch)|slides\/pointer)\.ts$/,
  /^src-main\/meeting\/history\.ts$/,
];

/** Runs something and finds the files of ours of which a function ran meanwhile. */
async function entered(run: () => Promise<void>): Promise<string[]> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  await run();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  session.disconnect();
  return result.flatMap(({ url, functions }) => {
    const ran = functions.some(({ functionName, ranges }) => functionName !== '' && (ranges[0]?.count ?? 0) > 0);
    const file = /\/(src-(?:core|main|renderer)\/.*)$/.exec(url)?.[1];
    return ran && file !== undefined ? [file] : [];
  });
}

/** A desk at the real application, with all that is sent either way. */
async function desk() {
  const disk = simulatedDisk();
  await disk.port.makeFolder(DATA);
  const options = { files: disk.port, clock: movedClock(), isFull: () => false, onDesk: () => undefined };
  const app: ModelApplication = await modelApplication(options);
  const agencies = agencyRows('Dinas Satu');
  await app.ask('meeting.create', { title: 'R', date: '2021-05-17', agencies, carryFrom: null });
  const store = app.desks[0].store();
  const { timers, advance } = steppedTimers();
  const sent: Command[] = [];
  const words = outbox({
    storage: windowStorage(),
    send(command) {
      sent.push(command);
      return app.send(command);
    },
    open: () => {
      const { meeting, saved } = store.current();
      return meeting === null ? null : { id: meeting.id, seq: saved.seq, durable: saved.durable };
    },
    placeOf: () => '',
    later: () => undefined,
  });
  const compose = composer({ store, ui: uiStore(() => true), outbox: words }, timers);
  compose.load(store.current().meeting);
  let pushes = 0;
  store.subscribe(() => {
    pushes += 1;
  });
  let projected = 0;
  app.projector.store().subscribe(() => {
    projected += 1;
  });
  return {
    sent,
    /** The first change of a meeting is followed by a backup, which has a path of its own. */
    backedUp: () =>
      new Promise<void>((resolve) => {
        const look = (): void => {
          if (store.current().lastBackup !== null) resolve();
        };
        store.subscribe(look);
        look();
      }),
    counts: () => ({ sent: sent.length, pushes, projected }),
    /** Types a letter and waits until it is on the disk. */
    async key(letter: string): Promise<void> {
      const { seq } = store.current().saved;
      const saved = new Promise<void>((resolve) => {
        store.subscribe(() => {
          if (store.current().saved.durable > seq) resolve();
        });
      });
      compose.type(letter);
      advance(200);
      await saved;
    },
  };
}

describe('a keystroke', () => {
  it('passes the files that the architecture draws, and no others', async () => {
    const { key, backedUp } = await desk();
    await key('a');
    await backedUp();
    const files = await entered(() => key('ab'));
    const drawn = drawnPath();
    expect(drawn.filter((file) => !ELSEWHERE.test(file) && !files.includes(file))).toEqual([]);
    expect(files.filter((file) => !drawn.includes(file) && !ASKED.some((one) => one.test(file)))).toEqual([]);
  });

  it('has a path of at most 25 files, none of which it enters twice', () => {
    const drawn = drawnPath();
    expect(drawn.length).toBeGreaterThan(20);
    expect(drawn.length).toBeLessThanOrEqual(25);
    expect(new Set(drawn).size).toBe(drawn.length);
  });

  it('is one message a hop: the command, the change and what is saved; nothing to a projector that shows no typing', async () => {
    const { key, counts, sent } = await desk();
    await key('a');
    const before = counts();
    await key('ab');
    const after = counts();
    expect(sent.at(-1)).toMatchObject({ type: 'draft.set', draft: { text: 'ab' } });
    expect(after.sent - before.sent).toBe(1);
    expect(after.pushes - before.pushes).toBe(2);
    expect(after.projected - before.projected).toBe(0);
  });
});
