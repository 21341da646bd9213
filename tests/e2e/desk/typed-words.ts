import type { Page } from '@playwright/test';

/** A text field on the screen. */
export interface Field {
  readonly name: string;
  readonly value: string;
}

/**
 * The fields in front in which words can be typed, in order: those of the dialog where one is open. What is typed to search
 * (a search box, the box of a list of choices) is no text of anybody's.
 */
export const fieldsOf = (desk: Page): Promise<Field[]> =>
  desk.evaluate(() => {
    const front = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')].at(-1) ?? document.body;
    const kinds = 'textarea, input[type="text"], input:not([type]), input[type="email"], input[type="number"]';
    const boxes = [...front.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(kinds)].filter(
      (box) =>
        !box.readOnly && !box.disabled && box.getAttribute('role') !== 'combobox' && box.getClientRects().length > 0,
    );
    for (const marked of document.querySelectorAll('[data-field]')) marked.removeAttribute('data-field');
    for (const [index, box] of boxes.entries()) box.dataset.field = String(index);
    return boxes.map((box) => ({
      name: box.getAttribute('aria-label') ?? box.labels?.[0]?.textContent ?? box.id,
      value: box.value,
    }));
  });

/** Types something else into every field, as the field can read it, and leaves each. @returns the fields as they are then */
export async function typeInAll(desk: Page, fields: readonly Field[]): Promise<Field[]> {
  await desk.evaluate(async (count) => {
    const painted = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
    for (let n = 0; n < count; n += 1) {
      const box = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[data-field="${n}"]`);
      // Words first; what is no text takes one of the others.
      for (const words of [`Kata uji ${n}`, String(3 + n), '09.15', '25/05/2021']) {
        box?.focus();
        box?.select();
        document.execCommand('insertText', false, words);
        await painted();
        if (box?.closest('[data-unreadable]') == null) break;
      }
      box?.blur();
      await painted();
    }
  }, fields.length);
  return fieldsOf(desk);
}

/** The fields whose words are not those given. */
export const lostIn = (given: readonly Field[], now: readonly Field[]): Field[] =>
  given.filter(({ name, value }, index) => {
    const there = now.filter((field) => field.name === name);
    return !(there.length === 1 ? there : [now[index]]).some((field) => field?.value === value);
  });
