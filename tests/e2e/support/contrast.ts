import type { Frame } from '@playwright/test';

/**
 * The texts whose contrast with what is painted behind them is less than WCAG AA asks (4.5, or 3 for large ones): all that axe's
 * `color-contrast` finds and what is scrolled away besides, while that rule costs three times what all the others do. Like there, what cannot be used is exempt, and
 * what stands on a picture is not judged.
 * @param part selector of what is read
 * @param leaveOut selector of what in it is not
 * @returns a line for each, empty when all is well
 */
export const contrastFaults = (frame: Frame, part: string, leaveOut?: string): Promise<string[]> =>
  frame.evaluate(
    ([within, without]) => {
      type Colour = readonly [number, number, number, number];
      const parsed = new Map<string, Colour>();
      const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
      /** Any notation that a style may compute to. */
      const colourOf = (text: string): Colour => {
        const known = parsed.get(text);
        if (known !== undefined) return known;
        const plain = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(text);
        let colour: Colour;
        if (plain !== null) colour = [Number(plain[1]), Number(plain[2]), Number(plain[3]), Number(plain[4] ?? 1)];
        else {
          if (canvas === null) throw new Error('no canvas');
          canvas.clearRect(0, 0, 1, 1);
          canvas.fillStyle = text;
          canvas.fillRect(0, 0, 1, 1);
          const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data;
          colour = [r, g, b, a / 255];
        }
        parsed.set(text, colour);
        return colour;
      };
      const over = ([r, g, b, a]: Colour, [R, G, B]: Colour): Colour => [
        r * a + R * (1 - a),
        g * a + G * (1 - a),
        b * a + B * (1 - a),
        1,
      ];
      const light = ([r, g, b]: Colour): number => {
        const [x = 0, y = 0, z = 0] = [r, g, b].map((c) =>
          c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4,
        );
        return 0.2126 * x + 0.7152 * y + 0.0722 * z;
      };
      /** How much of an element and of what it is in is there at all. */
      const opacities = new Map<Element, number>();
      const opacityOf = (element: Element): number => {
        const known = opacities.get(element);
        if (known !== undefined) return known;
        const { parentElement } = element;
        const opacity = Number(getComputedStyle(element).opacity) * (parentElement ? opacityOf(parentElement) : 1);
        opacities.set(element, opacity);
        return opacity;
      };
      const ancestors = (element: Element): Element[] =>
        element.parentElement === null ? [element] : [element, ...ancestors(element.parentElement)];
      /** The background of an element's text; `null` if that is a picture. */
      const behind = (element: Element, x: number, y: number): Colour | null => {
        const hit = document.elementsFromPoint(x, y);
        const at = hit.indexOf(element);
        const layers: Colour[] = [];
        for (const layer of at === -1 ? ancestors(element) : hit.slice(at)) {
          const { backgroundColor, backgroundImage } = getComputedStyle(layer);
          if (backgroundImage !== 'none') return null;
          const [r, g, b, a] = colourOf(backgroundColor);
          if (a === 0) continue;
          layers.push([r, g, b, a * opacityOf(layer)]);
          if (a === 1 && opacityOf(layer) === 1) break;
        }
        return layers.reduceRight<Colour>((under, layer) => over(layer, under), [255, 255, 255, 1]);
      };
      const unusable = ':disabled, [aria-disabled="true"], [data-disabled]';
      const labelled = [...document.querySelectorAll(unusable)].flatMap((control) => [
        ...((control as HTMLInputElement).labels ?? []),
        ...(control.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)),
      ]);
      const isExempt = (element: Element): boolean =>
        element.closest(unusable) !== null ||
        element.querySelector(`:scope > input:is(${unusable})`) !== null ||
        labelled.some((label) => label?.contains(element) === true) ||
        (without !== null && element.closest(without) !== null);

      const read = new Map<Element, DOMRect>();
      const take = (element: Element, box: DOMRect): void => {
        if (read.has(element) || box.width < 2 || box.height < 2) return;
        if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return;
        // For screen readers alone.
        const { clipPath, clip, position } = getComputedStyle(element);
        if (clipPath !== 'none' || (clip !== 'auto' && position === 'absolute')) return;
        read.set(element, box);
      };
      for (const root of document.querySelectorAll(within)) {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const { parentElement } = node;
          if (parentElement === null || (node.textContent ?? '').trim() === '') continue;
          if (parentElement.closest('script, style, svg, option') !== null) continue;
          range.selectNodeContents(node);
          take(parentElement, range.getBoundingClientRect());
        }
        for (const box of root.querySelectorAll<HTMLInputElement>('input, textarea')) {
          if (
            !['checkbox', 'radio', 'range', 'color', 'hidden', 'file'].includes(box.type) &&
            box.value + box.placeholder !== ''
          )
            take(box, box.getBoundingClientRect());
        }
      }
      const faults: string[] = [];
      for (const [element, box] of read) {
        if (isExempt(element)) continue;
        const ground = behind(element, box.left + box.width / 2, box.top + box.height / 2);
        if (ground === null) continue;
        const { color, fontSize, fontWeight } = getComputedStyle(element);
        const [r, g, b, a] = colourOf(color);
        const [one, two] = [light(over([r, g, b, a * opacityOf(element)], ground)), light(ground)];
        const ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
        const size = Number.parseFloat(fontSize);
        const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
        if (ratio < (isLarge ? 3 : 4.5))
          faults.push(`contrast ${ratio.toFixed(2)}: ${element.outerHTML.slice(0, 200)}`);
      }
      return faults;
    },
    [part, leaveOut ?? null] as const,
  );
