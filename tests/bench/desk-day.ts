import type { Page } from '@playwright/test';
import type { Meeting } from '#core/model/meeting.ts';
import { agencyRows } from '../support/agency-rows.ts';
import { accepted, type Client, type Running } from '../support/running-application.ts';

export const NOTE =
  'Selesaikan ruas jalan yang rusak sebelum musim hujan, dan laporkan kemajuannya kepada Sekda setiap pekan.';

const KINDS = ['note', 'problem', 'question', 'proposal', 'solution', 'directive', 'decision'] as const;
const ROLES = ['bupati', 'wakil', 'sekda', 'asisten1', 'stafAhli2'] as const;

export interface Day {
  readonly name: string;
  readonly agencies: number;
  readonly notes: number;
}

export const agencyItems = (meeting: Meeting | null): string[] =>
  meeting === null ? [] : meeting.agenda.order.filter((id) => meeting.agenda.items[id]?.kind === 'agency');

/** Adds notes to an item, of all kinds and by several leaders. */
export async function addNotes(desk: Client<'desk'>, itemId: string, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    accepted(
      await desk.send({
        type: 'note.add',
        itemId,
        author: { kind: 'leader', role: ROLES[n % ROLES.length] ?? 'bupati' },
        kind: KINDS[n % KINDS.length] ?? 'note',
        visibility: n % 9 === 0 ? 'shown' : 'internal',
        text: `${n}. ${NOTE}`,
        concerns: null,
      }),
    );
  }
}

/**
 * Makes a meeting of the first of its agencies' turn, not begun yet, and lets go of it again: only one desk may hold the pen.
 * @param day how many agencies, with how many notes spread over them evenly; no agencies: the sample
 */
export async function prepareDay(running: Running, { name, agencies, notes }: Day): Promise<void> {
  const desk = await running.connect('desk');
  if (agencies === 0) accepted(await desk.ask('sample.create', {}));
  else {
    const text = Array.from({ length: agencies }, (_, n) => `Dinas Pemberdayaan Masyarakat dan Desa ${n + 1}`);
    const create = { title: name, date: '2026-06-01', carryFrom: null, agencies: agencyRows(text.join('\n')) };
    accepted(await desk.ask('meeting.create', create));
  }
  const items = agencyItems(desk.view().meeting);
  for (const [index, itemId] of items.entries()) {
    const upTo = (place: number): number => Math.round((notes * place) / items.length);
    await addNotes(desk, itemId, upTo(index + 1) - upTo(index));
  }
  accepted(await desk.send({ type: 'turn.call', itemId: items[0] ?? '' }));
  desk.close();
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until everything that was done at the desk is on the disk and painted. */
export async function settled(desk: Page): Promise<void> {
  await desk.locator('.d-saved-all').waitFor();
  await desk.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Opens the desk on the open meeting, ready for keys. */
export async function openDesk(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('textbox', { name: 'Catatan baru' }).waitFor();
  await page.frameLocator('.d-room-page').locator('.screen').waitFor();
  await settled(page);
}

/** Notes when the clock's digits last changed, so that a second's own work is not counted with a command's: see `betweenTicks`. */
export async function watchTicks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = { tick: performance.now() };
    Object.assign(window, { seen });
    new MutationObserver((changes) => {
      const ofDigits = changes.some(
        ({ target }) =>
          (target.parentElement ?? target) instanceof Element &&
          (target instanceof Element ? target : target.parentElement)?.closest('.d-digits') !== null,
      );
      if (ofDigits) seen.tick = performance.now();
    }).observe(document.body, { subtree: true, characterData: true, childList: true });
  });
}

/** Waits for a moment after which the clock stands still for `span` ms; after `watchTicks`. */
export async function betweenTicks(desk: Page, span: number): Promise<void> {
  const since = await desk.evaluate(
    () => performance.now() - (window as unknown as { seen: { tick: number } }).seen.tick,
  );
  const phase = since % 1000;
  if (phase + span > 950) await sleep(1000 - phase + 60);
}

export interface Deed {
  readonly name: string;
  /** What comes before it and is not counted. */
  readonly before?: (desk: Page) => Promise<void>;
  readonly key: string;
}

const focusLastRow = async (desk: Page): Promise<void> => {
  await desk.evaluate(() => {
    const rows = [...document.querySelectorAll<HTMLElement>('.d-row-waiting')];
    rows[Math.floor(rows.length / 2)]?.focus();
  });
  await settled(desk);
};

const typeNote = async (desk: Page): Promise<void> => {
  await desk.getByRole('textbox', { name: 'Catatan baru' }).focus();
  await desk.keyboard.insertText(NOTE);
  await sleep(300);
  await settled(desk);
};

/** One turn of an agency, as far as the operator's keys go; what is undone is done again. */
export const TURN: readonly Deed[] = [
  { name: 'F8', key: 'F8' },
  { name: 'F7', key: 'F7' },
  { name: 'undo', key: 'Alt+z' },
  { name: 'Enter of a note', before: typeNote, key: 'Enter' },
  { name: 'reorder', before: focusLastRow, key: 'Alt+ArrowDown' },
  { name: 'F9', key: 'F9' },
];

/** The desk with 100 notes on the agency that presents, the room reading along. */
export async function prepareFullAgency(running: Running): Promise<void> {
  await prepareDay(running, { name: 'full', agencies: 20, notes: 0 });
  const desk = await running.connect('desk');
  const [agency] = agencyItems(desk.view().meeting);
  await addNotes(desk, agency ?? '', 100);
  accepted(await desk.send({ type: 'turn.start' }));
  accepted(await desk.send({ type: 'screen.liveTyping', on: true }));
  desk.close();
}
