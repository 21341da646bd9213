import type { Page } from '@playwright/test';
import { twoTasks } from './two-tasks.ts';

interface LayoutOptions {
  /** A text longer than any real one may end with an ellipsis instead of pushing the rest off the screen. */
  readonly ellipsis?: boolean;
}

/**
 * Checks the projector as a picture: nothing scrolls, nothing is cut, nothing overlaps, no letter is smaller than 2.6%
 * of the screen's height and no digit of the big clock smaller than 14%.
 * @returns what is wrong, in words; empty if nothing is
 */
export async function layoutFaults(page: Page, { ellipsis = false }: LayoutOptions = {}): Promise<string[]> {
  // A view may need letters that no earlier view had: the screen is fitted again when their font has loaded.
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await twoTasks(page);
  return page.evaluate((mayEllipsis) => {
    const faults: string[] = [];
    const SLACK = 1;
    const { innerWidth: width, innerHeight: height } = window;
    const say = (element: Element): string =>
      `.${[...element.classList].join('.') || element.tagName} "${(element.textContent ?? '').trim().slice(0, 30)}"`;
    const all = [...document.querySelectorAll<HTMLElement>('body, body *')].filter(
      (element) => element instanceof HTMLElement && element.closest('.unseen') === null,
    );
    const clamped = (element: Element): boolean =>
      mayEllipsis && getComputedStyle(element).webkitLineClamp !== 'none' && element.scrollWidth <= element.clientWidth;

    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth || root.scrollHeight > root.clientHeight) faults.push('the page scrolls');
    for (const element of all) {
      if (element.closest('.pager') !== null || element.clientWidth === 0 || clamped(element)) continue;
      if (getComputedStyle(element).display.startsWith('inline') || element.matches('.bar-track')) continue;
      if (element.scrollWidth > element.clientWidth + SLACK) faults.push(`too wide: ${say(element)}`);
      // A line set tighter than its letters' boxes is not an overflow; the letters themselves are checked below.
      const sizes = [element, ...element.querySelectorAll('*')].map((one) =>
        Number.parseFloat(getComputedStyle(one).fontSize),
      );
      if (element.scrollHeight > element.clientHeight + SLACK + Math.max(...sizes) * 0.22)
        faults.push(`too high: ${say(element)}`);
      const { overflowY } = getComputedStyle(element);
      if (overflowY === 'auto' || overflowY === 'scroll') faults.push(`may scroll: ${say(element)}`);
    }

    const within = (inner: DOMRect | Box, outer: DOMRect | Box): boolean =>
      inner.left >= outer.left - SLACK &&
      inner.right <= outer.right + SLACK &&
      inner.top >= outer.top - SLACK &&
      inner.bottom <= outer.bottom + SLACK;
    interface Box {
      left: number;
      right: number;
      top: number;
      bottom: number;
    }
    const screen: Box = { left: 0, top: 0, right: width, bottom: height };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || (node.textContent ?? '').trim() === '' || parent.closest('.unseen, script') !== null)
        continue;
      const style = getComputedStyle(parent);
      const size = Number.parseFloat(style.fontSize);
      const floor = parent.closest('.digits') === null ? 0.026 : 0.14;
      if (size < height * floor - 0.05) faults.push(`too small (${size}px): ${say(parent)}`);
      const lineHeight = Number.parseFloat(style.lineHeight) || size * 1.2;
      const pager = parent.closest('.pager');
      const container =
        pager ??
        parent.closest(
          '.bar, .sign, .card-in, .notes, .top, .foot, .identity, .sheet-head, .sheet, .quiet, .hold, .slides',
        );
      if (container === null) {
        faults.push(`in no block: ${say(parent)}`);
        continue;
      }
      const clampedBy = parent.closest('.top-title, .name, .presenter, .foot-next');
      const range = document.createRange();
      range.selectNodeContents(node);
      // What is said of a clock is hidden; its digits stand in cells of their own.
      const cells = parent.hidden ? [...(parent.parentElement?.querySelectorAll('.digit, .digit-sign') ?? [])] : [];
      const rects = parent.hidden ? cells.map((cell) => cell.getBoundingClientRect()) : [...range.getClientRects()];
      if (parent.hidden && rects.length === 0) faults.push(`nowhere to be seen: ${say(parent)}`);
      for (const rect of rects) {
        if (rect.width === 0) continue;
        const middle = (rect.top + rect.bottom) / 2;
        const half = Math.min(rect.height, lineHeight) / 2;
        const box: Box = { left: rect.left, right: rect.right, top: middle - half, bottom: middle + half };
        const outer = container.getBoundingClientRect();
        if (pager !== null && (box.left >= outer.right - SLACK || box.right <= outer.left + SLACK)) continue;
        if (clampedBy !== null && clamped(clampedBy) && middle > clampedBy.getBoundingClientRect().bottom) continue;
        if (!within(box, outer)) faults.push(`out of its block: ${say(parent)}`);
        if (!within(box, screen)) faults.push(`out of the screen: ${say(parent)}`);
      }
    }

    const blocks = [
      ...document.querySelectorAll(
        '.top-title, .wall, .overline, .name, .presenter, .card, .notes, .foot-next, .foot-state, .sign, .digits, ' +
          '.bar-track, .bar-soft, .bar-hard, .notes-head, .notes-page, .pager, .fact, .progress-text, .hold-name, ' +
          '.hold-text, .sheet-empty, .call, .emblem, .strip, .slides-page, .slides-place',
      ),
    ];
    for (const [index, one] of blocks.entries()) {
      for (const other of blocks.slice(index + 1)) {
        if (one.contains(other) || other.contains(one)) continue;
        const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > SLACK && down > SLACK) faults.push(`${say(one)} lies over ${say(other)}`);
      }
    }

    const name = document.querySelector<HTMLElement>('.name');
    if (name !== null) {
      const lines = Math.round(name.clientHeight / Number.parseFloat(getComputedStyle(name).lineHeight));
      if (lines > 3 && !mayEllipsis) faults.push(`the name takes ${lines} lines`);
    }
    return [...new Set(faults)];
  }, ellipsis);
}

interface Contrast {
  readonly text: string;
  readonly ratio: number;
}

/** Contrast of every visible text with its background (WCAG 2.2), from the computed styles. */
export const textContrasts = (page: Page): Promise<Contrast[]> =>
  page.evaluate(() => {
    type Colour = [number, number, number, number];
    const parse = (value: string): Colour => {
      const [r = 0, g = 0, b = 0, a = 1] = (value.match(/[\d.]+/g) ?? []).map(Number);
      return [r, g, b, a];
    };
    const over = ([r, g, b, a]: Colour, [R, G, B]: Colour): Colour => [
      r * a + R * (1 - a),
      g * a + G * (1 - a),
      b * a + B * (1 - a),
      1,
    ];
    const behind = (element: Element | null): Colour => {
      if (element === null) return [255, 255, 255, 1];
      const own = parse(getComputedStyle(element).backgroundColor);
      return own[3] === 1 ? own : over(own, behind(element.parentElement));
    };
    const light = ([r, g, b]: Colour): number => {
      const part = (c: number): number => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4);
      return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
    };
    const found: Contrast[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = (node.textContent ?? '').trim();
      if (parent === null || text === '' || parent.closest('.unseen, script') !== null) continue;
      const ground = behind(parent);
      let opacity = 1;
      for (let up: Element | null = parent; up !== null; up = up.parentElement) {
        opacity *= Number(getComputedStyle(up).opacity);
      }
      const [r, g, b, a] = parse(getComputedStyle(parent).color);
      const [one, two] = [light(over([r, g, b, a * opacity], ground)), light(ground)];
      found.push({ text, ratio: (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05) });
    }
    return found;
  });
