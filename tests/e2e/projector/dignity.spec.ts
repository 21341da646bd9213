import type { ProjectedNote } from '#core/views/projected-notes.ts';
import { expect, test } from '../../support/projector-page.ts';
import { pushView } from '../../support/projector-port.ts';
import { NOTES, running, STATES } from '../../support/projector-views.ts';

const stateOf = (name: string) =>
  STATES[name] ?? { stage: 'idle' as const, locale: 'id' as const, theme: 'light' as const };

test('a prayer has a title slide with emblem and place, and no stopwatch', async ({ page, openProjector }) => {
  await openProjector(stateOf('item-emblem'));
  await expect(page.locator('.name')).toHaveText('Doa');
  await expect(page.locator('.emblem')).toBeVisible();
  await expect(page.getByText('Ruang Rapat Bupati, Batulicin')).toBeVisible();
  await expect(page.getByRole('timer')).toHaveCount(0);
  // A leader's word is read there as under a clock.
  await pushView(page, stateOf('item-longest-many-notes'));
  await expect(page.locator('.note').first()).toBeVisible();
  await pushView(page, running);
  await expect(page.getByRole('timer')).toHaveCount(1);
});

test('a welcome and a break show emblem and place', async ({ page, openProjector }) => {
  await openProjector(stateOf('before-emblem'));
  for (const state of ['before-emblem', 'break-emblem']) {
    await pushView(page, stateOf(state));
    await expect(page.locator('.emblem'), state).toBeVisible();
    await expect(page.getByText('Ruang Rapat Bupati, Batulicin'), state).toBeVisible();
  }
});

test('large notes are read newest first, down one column and then the next', async ({ page, openProjector }) => {
  const notes: ProjectedNote[] = Array.from({ length: 9 }, (_, index) => ({
    ...NOTES[index % 2],
    id: `n${index}`,
    kind: 'directive' as const,
    author: index % 2 === 0 ? { role: 'bupati' as const } : { role: 'sekda' as const },
    text: `${9 - index}. ${'Selesaikan ruas jalan sebelum musim hujan. '.repeat(2)}`,
  }));
  const { title, subtitle, zone, textStep, slidesAhead, item, locale, theme } = running;
  await page.setViewportSize({ width: 1366, height: 768 });
  await openProjector({ title, subtitle, zone, textStep, slidesAhead, item, locale, theme, stage: 'notes', notes });
  const places = await page.locator('.note').evaluateAll((all) =>
    all
      .map((note) => ({
        number: Number.parseInt(note.querySelector('.note-text')?.textContent ?? '', 10),
        at: note.getBoundingClientRect(),
      }))
      .sort((a, b) => Math.round(a.at.left - b.at.left) || a.at.top - b.at.top)
      .map(({ number }) => number),
  );
  expect(places).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
});

test('the bar of the agencies is as full as the words above it say', async ({ page, openProjector }) => {
  const between = stateOf('between-done');
  if (between.stage !== 'between') throw new Error('another stage');
  await openProjector({ ...between, done: { n: 10, m: 40 } });
  const fill = page.locator('.progress .bar-fill');
  await expect(fill).toHaveCSS('background-size', '25% 100%');
  await pushView(page, { ...between, done: { n: 30, m: 40 } });
  await expect(fill).toHaveCSS('background-size', '75% 100%');
});
