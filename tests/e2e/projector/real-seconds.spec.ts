import { duration, mono } from '#core/time/units.ts';
import { expect, settled, test } from '../../support/projector-page.ts';
import { installProjectorPort } from '../../support/projector-port.ts';
import { running } from '../../support/projector-views.ts';

const SECONDS = 60;
/** How late a second may be painted, ms; or one frame, or what a bare timer of the page was late at the same second. */
const LATE = 25;

test('over a minute of real time each second is painted once, at its boundary', async ({ page, renderer }) => {
  test.setTimeout(120_000);
  await installProjectorPort(page, { ...running, clock: { spent: duration(276_000), anchor: mono(0), added: 0 } });
  await page.goto(`${renderer.origin}/projector.html`);
  await settled(page);
  const { turns, bare, frame } = await page.evaluate(async (count) => {
    const { anchor } = window.projectorDouble;
    /** The digits that can be seen, one in each cell. */
    const shownNow = (): string =>
      [...document.querySelectorAll<HTMLElement>('.digits > :is(.digit, .digit-sign)')]
        .map((cell) =>
          [...cell.children].flatMap((one) =>
            getComputedStyle(one).visibility === 'visible' ? (one.getAttribute('data-digit') ?? '') : [],
          ),
        )
        .map((all) => (all.length === 0 ? ':' : all.join('and')))
        .join('');
    const seen: { digits: string; at: number }[] = [];
    new MutationObserver(() => {
      const now = shownNow();
      if (now !== seen.at(-1)?.digits) seen.push({ digits: now, at: performance.now() });
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    const frames: number[] = [];
    let last = performance.now();
    const onFrame = (now: number): void => {
      frames.push(now - last);
      last = now;
      requestAnimationFrame(onFrame);
    };
    requestAnimationFrame(onFrame);
    const phase = (at: number): number => (((at - anchor) % 1000) + 1000) % 1000;
    const lateBare = new Map<number, number>();
    await new Promise<void>((resolve) => {
      const next = (): void => {
        const now = performance.now();
        lateBare.set(Math.floor((now - anchor) / 1000), phase(now));
        if (seen.length > count) resolve();
        else setTimeout(next, Math.ceil(1000 - phase(now)));
      };
      setTimeout(next, Math.ceil(1000 - phase(performance.now())));
    });
    return {
      turns: seen.map(({ digits: face, at }) => ({
        digits: face,
        late: phase(at),
        second: Math.floor((at - anchor) / 1000),
      })),
      bare: [...lateBare],
      frame: frames.toSorted((a, b) => a - b)[Math.floor(frames.length / 2)] ?? 0,
    };
  }, SECONDS);

  const shown = turns.slice(0, SECONDS);
  const faces = shown.map(({ digits }) => {
    const [minutes = 0, seconds = 0] = digits.split(':').map(Number);
    return minutes * 60 + seconds;
  });
  for (const [index, face] of faces.slice(1).entries()) expect(face).toBe((faces[index] ?? 0) - 1);
  const timers = new Map(bare);
  const tooLate = shown.filter(({ late, second }) => late > Math.max(LATE, frame, (timers.get(second) ?? 0) + LATE));
  expect(tooLate).toEqual([]);
});
