const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
};

/** Markup of our own making, as against a text, which is never markup. */
export class Markup {
  constructor(readonly html: string) {}
}

/**
 * Markup with values in it, for a page of a few lines: React's renderer of pages is a third of what a start would read.
 * @param values texts and numbers stand as they are, whatever is in them, also within an attribute's quotes; markup is put in
 */
export const markup = (parts: TemplateStringsArray, ...values: readonly (string | number | Markup)[]): Markup =>
  new Markup(
    String.raw(
      { raw: parts },
      ...values.map((value) =>
        value instanceof Markup ? value.html : String(value).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? ''),
      ),
    ),
  );

/** A whole page. @param head what stands in it beside the character set */
export const plainPage = (lang: string, head: Markup, body: Markup): string =>
  `<!doctype html>${markup`<html lang="${lang}"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`.html}`;
