import type { Page } from '@playwright/test';
import type { Command } from '#core/commands/apply.ts';
import { IS_LONG } from '../support/depth.ts';
import { WORDS } from '../support/locale-words.ts';
import { picture } from '../support/pictures.ts';
import { resize } from '../support/resize.ts';
import { axeFaults, axeFaultsWhole, axeNameFaults, ROOM_PICTURE } from './support/axe.ts';
import { leaveFullScreen } from './support/full-screen.ts';
import { preview } from './support/minutes-desk.ts';
import { sendRaw } from './support/raw.ts';
import { settled } from './support/settled.ts';
import { expect, test } from './support/test.ts';

const idDesk = WORDS.id.desk;

const SMALL = { width: 1024, height: 768 };
const USUAL = { width: 1366, height: 768 };
const LARGE = { width: 1920, height: 1080 };
/** In the order in which a screen goes through them. English is tried in the narrowest window, and in all in the long run. */
const sizesOf = (locale: Locale): readonly (typeof USUAL)[] =>
  locale === 'id' || IS_LONG ? [LARGE, USUAL, SMALL] : [SMALL];

const LONGEST = 'Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana';
const HOSTILE = '<img src=x onerror="document.title=1"> Camat 👩🏽‍🌾 & "Plt."';
const ENDLESS = 'Pertanggungjawabanpelaksanaananggaranpendapatandanbelanjadaerah'.repeat(3);

/** Where axe reads the contrasts as well, once for each kind of screen; elsewhere `contrastFaults` does. */
const BY_AXE_ALONE = new Set(['01-start', '05-overtime-notes', '11-search', '17-settings-agencies', '18-finished']);

interface Answer {
  readonly view?: {
    readonly meeting: {
      readonly agenda: {
        readonly order: readonly string[];
        readonly items: Readonly<Record<string, { id: string; kind: string; agencyId: string | null }>>;
      };
    } | null;
  };
}

/** The first two agencies' turns of the open meeting. */
async function firstTwo(desk: Page): Promise<{ itemId: string; agencyId: string }[]> {
  const { view } = (await sendRaw(desk, { kind: 'hello' })) as Answer;
  const { order = [], items = {} } = view?.meeting?.agenda ?? {};
  return order
    .flatMap((id) => items[id] ?? [])
    .flatMap(({ id, agencyId }) => (agencyId === null ? [] : [{ itemId: id, agencyId }]))
    .slice(0, 2);
}

async function command(desk: Page, message: Command): Promise<void> {
  expect(await sendRaw(desk, { kind: 'command', command: message })).toMatchObject({ ok: true });
}

/**
 * What sticks out of the window, or makes it scroll. A meeting's panels scroll inside, the page never; the start screen and the
 * settings are long forms and may scroll down, but never sideways.
 */
const spill = (desk: Page): Promise<string[]> =>
  desk.evaluate(async () => {
    // What depends on the width of the window is drawn with the frame that has it.
    for (let n = 0; n < 2; n += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    const { scrollWidth, scrollHeight } = document.documentElement;
    const mayScroll = document.querySelector('.d-shell') === null;
    const page =
      scrollWidth > innerWidth || (!mayScroll && scrollHeight > innerHeight)
        ? [`page ${scrollWidth}×${scrollHeight}`]
        : [];
    const outside = [...document.querySelectorAll<HTMLElement>('.d-shell button, .d-shell h1, .d-shell h2')].filter(
      (element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 0 && (left < -1 || right > innerWidth + 1);
      },
    );
    return [...page, ...outside.map(({ textContent, className }) => `${className}: ${textContent}`)];
  });

/** The times in the open table that stand in more than one line, however long the names beside them are. */
const brokenTimes = (desk: Page): Promise<string[]> =>
  desk.locator('.d-adjust-table td:last-child').evaluateAll((cells) =>
    cells.flatMap((cell) => {
      const words = document.createRange();
      words.selectNodeContents(cell);
      return words.getClientRects().length > 1 ? (cell.textContent ?? '') : [];
    }),
  );

/** The number of controls on the screen, which must be the same in both languages. */
const shape = (desk: Page): Promise<number[]> =>
  desk.evaluate(() =>
    ['[role=dialog]', '[role=tab]', 'button', 'input, textarea', 'tr, [role=row], li', 'iframe'].map(
      (selector) => document.querySelectorAll(selector).length,
    ),
  );

type Locale = keyof typeof WORDS;

/** Holds the screen to fit the window at a size. */
async function fits(desk: Page, size: typeof USUAL, locale: Locale, name: string): Promise<void> {
  await resize(desk, size);
  await expect.poll(() => spill(desk), `${name} at ${size.width}×${size.height} (${locale})`).toEqual([]);
  await picture(desk, `desk/${locale}/${size.width}x${size.height}-${name}.png`);
}

/** Lets axe read the screen, or the part of it that is new: by all its rules in Indonesian, its names in English. */
async function read(desk: Page, locale: Locale, name: string, part: string | undefined): Promise<void> {
  if (name.endsWith('adjust')) expect(await brokenTimes(desk), `${name} (${locale})`).toEqual([]);
  if (locale === 'en') return expect(await axeNameFaults(desk, ROOM_PICTURE, part), `${name} (${locale})`).toEqual([]);
  const paper = desk.locator('iframe.d-minutes-page:not(.d-minutes-page-next)');
  if ((await paper.count()) > 0) {
    // The frame lets no script run, axe's neither; the document is read as a page of its own.
    const page = await desk.context().newPage();
    await page.goto(new URL((await paper.getAttribute('src')) ?? '', desk.url()).href);
    expect(await axeFaults(page), `${name}, the document`).toEqual([]);
    await page.close();
  }
  expect(await axeFaults(desk, ROOM_PICTURE, part), name).toEqual([]);
  if (BY_AXE_ALONE.has(name)) expect(await axeFaultsWhole(desk, ROOM_PICTURE), `${name}, by axe alone`).toEqual([]);
}

test('every screen of the desk fits and is accessible in both languages', async ({ app, host }) => {
  test.skip(host !== 'browser', 'the windows are the same on every host; once is enough');
  test.setTimeout(900_000);
  const { desk } = app;
  const dialog = desk.getByRole('dialog');
  let locale: Locale = 'id';
  const menu = async (entry: (words: (typeof WORDS)[Locale]) => string): Promise<void> => {
    const words = WORDS[locale];
    await desk.getByRole('button', { name: words.desk.menu.title, exact: true }).click();
    await desk.getByRole('menuitem', { name: entry(words) }).click();
  };

  /**
   * Looks at a screen in the language in which it was opened, then in the other, in which the next is opened.
   * @param part what is new on it, where axe has read what is around in an earlier state
   */
  const look = (name: string, part?: string): Promise<void> =>
    test.step(name, async () => {
      await expect(desk.locator('.d-minutes-preview[aria-busy="true"], .d-archive-progress')).toHaveCount(0);
      await settled(desk);
      for (const size of sizesOf(locale)) await fits(desk, size, locale, name);
      await read(desk, locale, name, part);
      const before = await shape(desk);
      locale = locale === 'id' ? 'en' : 'id';
      await sendRaw(desk, { kind: 'request', type: 'settings.edit', payload: { fields: { locale } } });
      await expect(desk.locator('html')).toHaveAttribute('lang', locale);
      await expect(desk.locator('.d-minutes-preview[aria-busy="true"], .d-archive-progress')).toHaveCount(0);
      await expect.poll(() => shape(desk), `${name} in ${locale}`).toEqual(before);
      for (const size of sizesOf(locale).toReversed()) await fits(desk, size, locale, name);
      await read(desk, locale, name, part);
      // A dialog that closed meanwhile was not looked at.
      expect((await shape(desk))[0], `${name}: dialogs at the end`).toBe(before[0]);
    });

  const start = () => expect(desk.getByRole('button', { name: WORDS[locale].desk.start.create })).toBeVisible();
  await start();
  await look('01-start');
  await desk.getByRole('button', { name: WORDS[locale].desk.start.paste }).click();
  await desk
    .getByRole('textbox')
    .last()
    .fill(`1. ${LONGEST}\n2. Dinas Sosial\nDinas Sosial\n${'x'.repeat(300)}`);
  await look('02-start-paste');
  await desk.reload();

  await desk.getByRole('button', { name: WORDS[locale].desk.start.sample }).click();
  await expect(desk.getByText(WORDS[locale].desk.saved.all)).toBeVisible();
  const [first, second] = await firstTwo(desk);
  if (first === undefined || second === undefined) throw new Error('the sample has no agencies');
  const agency = { type: 'agency.edit', short: '', head: HOSTILE } as const;
  await command(desk, { ...agency, agencyId: first.agencyId, name: `${LONGEST} (Uji)` });
  await command(desk, { ...agency, agencyId: second.agencyId, name: `${HOSTILE} ${ENDLESS}`.slice(0, 200) });
  await command(desk, {
    type: 'item.edit',
    itemId: first.itemId,
    fields: {
      presenter: { name: `Dr. Ir. H. ${ENDLESS}`, office: HOSTILE, acting: 'plt', representing: true },
      limits: { soft: 1000, hard: 2000 },
    },
  });
  await look('03-prepared');

  await command(desk, { type: 'turn.call', itemId: first.itemId });
  await look('04-called');
  await command(desk, { type: 'turn.start' });
  const note = { type: 'note.add', itemId: first.itemId, kind: 'directive', concerns: null } as const;
  const bupati = { kind: 'leader', role: 'bupati' } as const;
  await command(desk, { ...note, author: bupati, visibility: 'auto', text: HOSTILE });
  await command(desk, {
    ...note,
    author: { kind: 'agency', agencyId: second.agencyId },
    visibility: 'auto',
    text: ENDLESS,
  });
  await command(desk, { ...note, author: bupati, visibility: 'internal', text: 'Ruas jalan selesai. '.repeat(20) });
  await command(desk, { ...note, author: bupati, visibility: 'private', text: 'Setuju.' });
  await expect(desk.getByText(WORDS[locale].desk.clock.overtime).first()).toBeVisible();
  expect(await desk.title()).not.toBe('1');
  await look('05-overtime-notes');

  await command(desk, { type: 'turn.pause' });
  const problem = { type: 'problem.keep', noteId: null, itemId: first.itemId } as const;
  await command(desk, { ...problem, text: `${HOSTILE} ${ENDLESS}` });
  await command(desk, { ...problem, text: 'Alat berat hanya dua.' });
  for (const [name, tab] of [
    ['06-sheet', 'sheet'],
    ['07-carried', 'carried'],
    ['08-follow-ups', 'followUps'],
    ['09-attendance', 'attendance'],
    ['10-history', 'history'],
  ] as const) {
    const title = new RegExp(`^${WORDS[locale].desk.tabs[tab]}( \\(\\d+\\))?$`);
    await desk.getByRole('tab', { name: title }).click();
    await look(name, '[role=tabpanel]');
  }

  for (const [name, open] of [
    ['11-search', () => desk.keyboard.press('Control+k')],
    ['12-help', () => desk.keyboard.press('F1')],
    ['13-minutes', () => desk.keyboard.press('Control+e')],
    ['14-follow-up', () => desk.keyboard.press('Alt+j')],
    ['15-item', () => desk.locator('.d-presenter').first().click()],
    ['16-details', () => menu((words) => words.desk.details.dialogTitle)],
    ['20-room', () => desk.keyboard.press('Control+7')],
    ['21-adjust', () => desk.keyboard.press('F3')],
    ['22-day', () => desk.keyboard.press('Shift+F3')],
    ['23-wording', () => desk.keyboard.press('Alt+w')],
    ['26-agency', () => desk.keyboard.press('Alt+v')],
    ['27-continue', () => menu((words) => words.desk.series.menu)],
  ] as const) {
    await open();
    await expect(dialog).toBeVisible();
    if (name === '26-agency') await expect(dialog.locator('.d-agency')).toBeVisible();
    if (name === '13-minutes') await expect(preview(desk).locator('h1').first()).toBeVisible();
    // What is behind a dialog is the same for all of them.
    await look(name, name === '11-search' ? undefined : '[role=dialog]');
    await desk.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }

  await desk.keyboard.press('F10');
  await expect(desk.locator('.d-one')).toBeVisible();
  await leaveFullScreen(desk);
  await look('24-one-screen');
  await desk.keyboard.press('F10');
  await expect(desk.locator('.d-shell')).toBeVisible();

  await desk.keyboard.press('Control+Shift+t');
  await expect(desk.locator('.d-board-list')).toBeVisible();
  await desk
    .getByRole('button', { name: /^(Perkembangan|Progress) \(/ })
    .first()
    .click();
  await desk.getByRole('checkbox').first().press('Space');
  await look('25-board');
  await desk.keyboard.press('Control+Shift+t');

  await menu((words) => words.desk.settings.title);
  const sections = Object.keys(idDesk.settings.section) as (keyof typeof idDesk.settings.section)[];
  for (const [index, section] of sections.entries()) {
    await desk.getByRole('tab', { name: WORDS[locale].desk.settings.section[section] }).click();
    await look(`17-settings-${section}`, index === 0 ? undefined : '[role=tabpanel]');
  }
  await desk.getByRole('button', { name: WORDS[locale].kit.back, exact: true }).click();
  await command(desk, { type: 'turn.resume' });
  await command(desk, { type: 'turn.finish', callNext: false });
  await command(desk, { type: 'meeting.finish' });
  await look('18-finished');
  await menu((words) => words.desk.menu.close);
  await start();
  await look('19-start-with-one');
});
