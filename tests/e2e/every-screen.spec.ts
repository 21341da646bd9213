import type { Page } from '@playwright/test';
import type { Command } from '#core/commands/apply.ts';
import enDesk from '#locales/en/desk.json' with { type: 'json' };
import enForms from '#locales/en/forms.json' with { type: 'json' };
import idDesk from '#locales/id/desk.json' with { type: 'json' };
import idForms from '#locales/id/forms.json' with { type: 'json' };
import { picture } from '../support/pictures.ts';
import { axeFaults, axeNameFaults, ROOM_PICTURE } from './support/axe.ts';
import { preview } from './support/paper-desk.ts';
import { sendRaw } from './support/raw.ts';
import { expect, test } from './support/test.ts';

const SIZES = [
  { width: 1024, height: 768 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;
const WORDS = { id: { desk: idDesk, forms: idForms }, en: { desk: enDesk, forms: enForms } } as const;

const LONGEST = 'Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana';
const HOSTILE = '<img src=x onerror="document.title=1"> Camat 👩🏽‍🌾 & "Plt."';
const ENDLESS = 'Pertanggungjawabanpelaksanaananggaranpendapatandanbelanjadaerah'.repeat(3);

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
 * By how many pixels the page is wider or higher than the window. A meeting's panels scroll inside, the page never; the
 * start screen and the settings are long forms and may scroll down, but never sideways.
 */
const spill = (desk: Page): Promise<number> =>
  desk.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    const down = document.querySelector('.d-shell') === null ? 0 : scrollHeight - window.innerHeight;
    return Math.max(scrollWidth - window.innerWidth, down);
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

async function readByAxe(page: Page, name: string): Promise<void> {
  expect(await axeFaults(page, ROOM_PICTURE), name).toEqual([]);
}

/** Holds the screen to fit at every size; axe reads it once, in the other language the names alone. */
async function look(desk: Page, locale: 'id' | 'en', name: string): Promise<void> {
  for (const size of SIZES) {
    await desk.setViewportSize(size);
    await expect.poll(() => spill(desk), `${name} at ${size.width}×${size.height}`).toBeLessThanOrEqual(0);
    await picture(desk, `desk/${locale}/${size.width}x${size.height}-${name}.png`);
  }
  await desk.setViewportSize(SIZES[1]);
  if (locale === 'en') return expect(await axeNameFaults(desk, ROOM_PICTURE), name).toEqual([]);
  const paper = desk.locator('iframe.minutes-page:not(.minutes-page-next)');
  if ((await paper.count()) > 0) {
    // The frame lets no script run, so axe would wait for it for ever; the document is read as a page of its own.
    const page = await desk.context().newPage();
    await page.goto(new URL((await paper.getAttribute('src')) ?? '', desk.url()).href);
    await readByAxe(page, `${name}, the document`);
    await page.close();
    await paper.evaluate((frame) => frame.remove());
  }
  await readByAxe(desk, name);
}

test.describe('every screen of the desk', () => {
  test.skip(({ host }) => host !== 'browser', 'the windows are the same on every host; once is enough');

  for (const locale of ['id', 'en'] as const) {
    test(`fits and is accessible (${locale})`, async ({ launch }) => {
      test.setTimeout(900_000);
      const { desk } = await launch();
      const { desk: words, forms } = WORDS[locale];
      const dialog = desk.getByRole('dialog');
      const menu = async (entry: string): Promise<void> => {
        await desk.getByRole('button', { name: words.menu.title, exact: true }).click();
        await desk.getByRole('menuitem', { name: entry }).click();
      };

      await sendRaw(desk, { kind: 'request', type: 'settings.edit', payload: { fields: { locale } } });
      await expect(desk.getByRole('button', { name: forms.start.create })).toBeVisible();
      await look(desk, locale, '01-start');
      await desk.getByRole('button', { name: forms.start.paste }).click();
      await desk
        .getByRole('textbox')
        .last()
        .fill(`1. ${LONGEST}\n2. Dinas Sosial\nDinas Sosial\n${'x'.repeat(300)}`);
      await look(desk, locale, '02-start-paste');
      await desk.reload();

      await desk.getByRole('button', { name: forms.start.sample }).click();
      await expect(desk.getByText(words.saved.all)).toBeVisible();
      await look(desk, locale, '03-prepared');

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
      await command(desk, { type: 'turn.call', itemId: first.itemId });
      await look(desk, locale, '04-called');
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
      await expect(desk.getByText(words.clock.overtime).first()).toBeVisible();
      expect(await desk.title()).not.toBe('1');
      await look(desk, locale, '05-overtime-notes');

      await command(desk, { type: 'turn.pause' });
      for (const [name, tab] of [
        ['06-sheet', words.tabs.sheet],
        ['07-carried', words.tabs.carried],
        ['08-follow-ups', words.tabs.followUps],
        ['09-attendance', words.tabs.attendance],
        ['10-history', words.tabs.history],
      ] as const) {
        await desk.getByRole('tab', { name: new RegExp(`^${tab}( \\(\\d+\\))?$`) }).click();
        await look(desk, locale, name);
      }

      for (const [name, open] of [
        ['11-search', () => desk.keyboard.press('Control+k')],
        ['12-help', () => desk.keyboard.press('F1')],
        ['13-minutes', () => desk.keyboard.press('Control+e')],
        ['14-follow-up', () => desk.keyboard.press('Alt+j')],
        ['15-item', () => desk.locator('.d-presenter').first().click()],
        ['16-details', () => menu(words.menu.details)],
        ['20-room', () => desk.keyboard.press('Control+7')],
        ['21-adjust', () => desk.keyboard.press('F3')],
        ['22-day', () => desk.keyboard.press('Shift+F3')],
        ['23-wording', () => desk.keyboard.press('Alt+w')],
      ] as const) {
        await open();
        await expect(dialog).toBeVisible();
        if (name === '13-minutes') await expect(preview(desk).locator('h1').first()).toBeVisible();
        await look(desk, locale, name);
        if (name === '21-adjust') expect(await brokenTimes(desk)).toEqual([]);
        await desk.keyboard.press('Escape');
        await expect(dialog).toBeHidden();
      }

      await desk.keyboard.press('F10');
      await expect(desk.locator('.d-one')).toBeVisible();
      await look(desk, locale, '24-one-screen');
      await desk.keyboard.press('F10');
      await expect(desk.locator('.d-shell')).toBeVisible();

      await menu(words.menu.settings);
      for (const [index, name] of Object.values(forms.settings.section).entries()) {
        await desk.getByRole('tab', { name }).click();
        await look(desk, locale, `17-settings-${index + 1}`);
      }
      await desk.getByRole('button', { name: forms.settings.back, exact: true }).click();
      await command(desk, { type: 'turn.resume' });
      await command(desk, { type: 'turn.finish', callNext: false });
      await command(desk, { type: 'meeting.finish' });
      await look(desk, locale, '18-finished');
      await menu(words.menu.close);
      await expect(desk.getByRole('button', { name: forms.start.create })).toBeVisible();
      await look(desk, locale, '19-start-with-one');
    });
  }
});
