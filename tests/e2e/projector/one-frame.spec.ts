import type { Page } from '@playwright/test';
import { duration, minutes, mono } from '#core/time/units.ts';
import { expect, test } from '../../support/projector-page.ts';
import { pushView } from '../../support/projector-port.ts';
import { running } from '../../support/projector-views.ts';

interface Seen {
  readonly name: string;
  readonly digits: string;
  readonly wall: string;
  readonly turn: string;
}

declare global {
  interface Window {
    seen: Seen[];
  }
}

/** Records what the window shows after every batch of changes: one batch is one task, and so at most one painted frame. */
const record = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const text = (selector: string): string => document.querySelector(selector)?.textContent ?? '';
    const look = (): Seen => ({
      name: text('.name'),
      digits: text('.digits'),
      wall: text('.wall'),
      turn: text('.foot-state span'),
    });
    window.seen = [look()];
    new MutationObserver(() => window.seen.push(look())).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  });

const seconds = (digits: string): number => {
  const [mins = 0, secs = 0] = digits.replace('+', '').split(':').map(Number);
  return mins * 60 + secs;
};

test('clock and countdown change together, every second once, with no message', async ({ page, openProjector }) => {
  // 350 ms into a second: the turn's boundaries and the wall clock's are not the same.
  await openProjector({ ...running, clock: { spent: duration(276_350), anchor: mono(0), added: 0 } });
  await record(page);
  const messages = await page.evaluate(() => window.projectorDouble.messages);
  await page.clock.runFor(125_000);
  const seen = await page.evaluate(() => window.seen);

  const shown = seen.map(({ digits }) => seconds(digits));
  expect(shown.at(0)).toBe(444);
  expect(shown.at(-1)).toBe(444 - 125);
  for (const [index, value] of shown.slice(1).entries()) {
    const before = shown[index] ?? 0;
    expect([before, before - 1], `after ${before}`).toContain(value);
  }
  const turned = seen.filter(({ wall }, index) => index > 0 && wall !== seen[index - 1]?.wall);
  expect(turned.map(({ wall }) => wall)).toEqual(['09.43 WITA', '09.44 WITA']);
  for (const { wall, digits } of turned) {
    const before = seen[seen.findIndex((one) => one.wall === wall) - 1];
    expect(before?.digits, `the countdown changes with ${wall}`).not.toBe(digits);
  }
  expect(await page.evaluate(() => window.projectorDouble.messages)).toBe(messages);
});

test('a new agency never stands beside the old one’s clock', async ({ page, openProjector }) => {
  await openProjector(running);
  await record(page);
  await pushView(page, {
    ...running,
    item: { kind: 'agency', title: 'Dinas Kesehatan' },
    turn: { n: 7, m: 39 },
    stage: 'called',
    clock: { spent: duration(0), anchor: null, added: 0 },
    limits: { soft: minutes(4), hard: minutes(5) },
    notes: [],
  });
  await expect(page.locator('.name')).toHaveText('Dinas Kesehatan');
  const seen = await page.evaluate(() => window.seen);
  expect(seen.length).toBeGreaterThan(1);
  for (const { name, digits, turn } of seen) {
    const expected = name === 'Dinas Kesehatan' ? ['05:00', 'Giliran 7 dari 39'] : ['07:24', 'Giliran 6 dari 39'];
    expect([digits, turn.replaceAll('\u2063', '')]).toEqual(expected);
  }
});

test('the phase changes by itself at the soft and the hard mark', async ({ page, openProjector }) => {
  await openProjector({ ...running, clock: { spent: minutes(9), anchor: mono(0), added: 0 } });
  const card = page.locator('.card');
  await page.clock.runFor(59_000);
  await expect(card).toHaveAttribute('data-tone', 'running');
  await page.clock.runFor(1_010);
  await expect(card).toHaveAttribute('data-tone', 'wrapUp');
  await expect(page.locator('.digits')).toHaveText('02:00');
  await page.clock.runFor(119_000);
  await expect(card).toHaveAttribute('data-tone', 'wrapUp');
  await page.clock.runFor(1_000);
  await expect(card).toHaveAttribute('data-tone', 'overtime');
  await expect(page.locator('.digits')).toHaveText('+00:00');
  await page.clock.runFor(75_000);
  await expect(page.locator('.digits')).toHaveText('+01:15');
});

test('a clock set forward or back moves the countdown by nothing', async ({ page, openProjector }) => {
  await openProjector(running);
  for (const by of [5, -10]) {
    const digits = await page.locator('.digits').textContent();
    await page.evaluate((minutesBy) => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + minutesBy * 60_000;
    }, by);
    await page.clock.runFor(1000);
    const after = await page.locator('.digits').textContent();
    expect(seconds(digits ?? '') - seconds(after ?? '')).toBe(1);
  }
  await expect(page.locator('.wall')).toHaveText('09.37 WITA');
});

test('a paused turn stands still while the wall clock goes on', async ({ page, openProjector }) => {
  await openProjector({ ...running, stage: 'paused', clock: { ...running.clock, anchor: null } });
  await expect(page.locator('.foot-state')).toContainText('15.25');
  await page.clock.runFor(120_000);
  await expect(page.locator('.digits')).toHaveText('07:24');
  await expect(page.locator('.wall')).toHaveText('09.44 WITA');
  await expect(page.locator('.foot-state')).toContainText('15.27');
});
