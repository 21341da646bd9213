import type { Page } from '@playwright/test';

/**
 * Checks the desk as a picture, at any window size: no horizontal overflow, no overlapping words, none cut without an
 * ellipsis, no word broken in the middle, and every button and field can be scrolled into view and is not covered
 * there.
 * @returns what is wrong, in words; empty if nothing is
 */
export const deskFaults = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    // What depends on the window's size is drawn with the next frame.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const faults: string[] = [];
    const SLACK = 1.5;
    const say = (element: Element): string =>
      `.${[...element.classList].join('.') || element.tagName} "${(element.textContent ?? '').trim().slice(0, 30)}"`;
    // An open dialog or menu covers the rest on purpose.
    const dialogs = document.querySelectorAll<HTMLElement>('.k-overlay, .k-popover');
    const root: HTMLElement = dialogs[dialogs.length - 1] ?? document.body;
    const style = (element: Element): CSSStyleDeclaration => getComputedStyle(element);
    // A note's tools are out of its card until somebody comes to it.
    const unseen = (element: Element): boolean =>
      element.closest('.d-note-card:not(:hover, :focus-within) .d-note-tools') !== null ||
      element.closest(
        '.d-hidden, .k-hidden, [inert], [aria-hidden="true"], iframe, script, style, .d-toasts, option',
      ) !== null ||
      !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ||
      [element, element.parentElement].some((one) => one !== null && style(one).clipPath.startsWith('inset(50%'));

    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth - clientWidth} px too wide`);

    interface Words {
      readonly element: Element;
      readonly rects: readonly DOMRect[];
    }
    /** The visible part of a rectangle inside everything that clips it. */
    const clipped = (element: Element, rect: DOMRect): DOMRect | null => {
      let { left, top, right, bottom } = rect;
      for (let up: Element | null = element; up !== null && up !== document.body; up = up.parentElement) {
        const { overflowX, overflowY } = style(up);
        const box = up.getBoundingClientRect();
        if (overflowX !== 'visible') [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
        if (overflowY !== 'visible') [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
      }
      return right - left > SLACK && bottom - top > SLACK ? new DOMRect(left, top, right - left, bottom - top) : null;
    };
    const all: Words[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      if (element === null || (node.textContent ?? '').trim() === '' || unseen(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].flatMap((rect) => clipped(element, rect) ?? []);
      if (rects.length > 0) all.push({ element, rects });
      for (const rect of rects) {
        const scrolls = element.closest('.d-adjust-scroll, .d-chart-scroll, .d-read-scroll, pre') !== null;
        if (!scrolls && (rect.left < -SLACK || rect.right > innerWidth + SLACK))
          faults.push(`beside the window: ${say(element)}`);
      }
      // A word is broken if two of its letters are on different lines; the names in a path are no words.
      const text = (node.textContent ?? '').replace(/\S*[/\\]\S*[/\\]\S*/g, (path) => ' '.repeat(path.length));
      for (const { 0: word, index } of text.matchAll(/\p{L}{2,24}/gu)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const tops = new Set(
          [...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top)),
        );
        if (tops.size > 1) faults.push(`broken word "${word}": ${say(element)}`);
      }
    }
    for (const [index, one] of all.entries()) {
      for (const other of all.slice(index + 1)) {
        if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
        const over = one.rects.some((a) =>
          other.rects.some(
            (b) =>
              Math.min(a.right, b.right) - Math.max(a.left, b.left) > SLACK * 2 &&
              Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > SLACK * 3,
          ),
        );
        if (over && one.element.closest('.d-header, .d-footer') === other.element.closest('.d-header, .d-footer'))
          faults.push(`${say(one.element)} lies over ${say(other.element)}`);
      }
    }
    // A field shows its words in whole lines of whole words.
    for (const field of root.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('textarea, input')) {
      if (unseen(field) || field.type === 'checkbox' || field.type === 'radio') continue;
      if (field.getBoundingClientRect().width < 24)
        faults.push(`no room to type: ${field.getAttribute('aria-label') ?? field.className}`);
      if (!(field instanceof HTMLTextAreaElement)) continue;
      const { paddingLeft, paddingRight, font } = style(field);
      const pen = document.createElement('canvas').getContext('2d');
      if (pen === null) continue;
      pen.font = font;
      const room = field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      const wide = field.value
        .split(/\s+/)
        .find((word) => word.length < 20 && pen.measureText(word).width > room + SLACK);
      if (wide !== undefined) faults.push(`broken word "${wide}" in a field of ${Math.round(room)} px`);
    }

    const scrolled = [...document.querySelectorAll<HTMLElement>('*')]
      .filter(({ scrollTop, scrollLeft }) => scrollTop !== 0 || scrollLeft !== 0)
      .map((element) => ({ element, top: element.scrollTop, left: element.scrollLeft }));
    for (const control of root.querySelectorAll<HTMLElement>(
      'button, [role="tab"], textarea, input, [role="menuitem"], a[href]',
    )) {
      const isSmall = control.getBoundingClientRect().width < 2;
      if (isSmall || unseen(control) || control.matches('[slot="drag"], .d-row-more, .k-date-picker, [type="date"]'))
        continue;
      control.scrollIntoView({ block: 'center', inline: 'nearest' });
      const { left, top, width, height } = control.getBoundingClientRect();
      const found = document.elementFromPoint(
        left + Math.min(width / 2, width - 2),
        top + Math.min(height / 2, innerHeight / 2),
      );
      const reached =
        found !== null &&
        (control.contains(found) || found.contains(control) || found.closest('label, .d-toasts') !== null);
      if (!reached)
        faults.push(
          `cannot be reached: ${say(control)} ${control.getAttribute('aria-label') ?? ''} under ${found === null ? 'nothing' : say(found)}`,
        );
    }
    for (const { element } of scrolled) element.scrollTo(0, 0);
    for (const element of document.querySelectorAll<HTMLElement>('*'))
      if (element.scrollTop !== 0) element.scrollTop = 0;
    for (const { element, top, left } of scrolled) element.scrollTo(left, top);
    return [...new Set(faults)];
  });
