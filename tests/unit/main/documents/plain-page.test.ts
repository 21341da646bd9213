import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayLabelHtml } from '#main/documents/display-label.ts';
import { Markup, markup, plainPage } from '#main/documents/plain-page.ts';

/** What a browser would read of a text: entities back to what they stand for. */
const read = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');

describe('a plain page', () => {
  it('never takes a text for markup, and loses no letter of it', () => {
    const sign = fc.constantFrom('<', '>', '&', '"', "'", 'a', '\\', '$&', '`', '&lt;', '</p>', '\n');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(sign).map((signs) => signs.join('')),
        ),
        (text) => {
          const { html } = markup`<p title="${text}">${text}</p>`;
          const [, title = '', body = ''] = /^<p title="([^"<>']*)">([^"<>']*)<\/p>$/s.exec(html) ?? [];
          expect([read(title), read(body)]).toEqual([text, text]);
        },
      ),
    );
  });

  it('puts markup into markup as it is', () => {
    expect(markup`<b>${markup`<i>${1}</i>`}${new Markup('p > a {}')}</b>`.html).toBe('<b><i>1</i>p > a {}</b>');
  });

  it('is whole', () => {
    expect(plainPage('id', markup`<title>${'R&D'}</title>`, markup`<p>${'<b>'}</p>`)).toBe(
      '<!doctype html><html lang="id"><head><meta charset="utf-8"><title>R&amp;D</title></head><body><p>&lt;b&gt;</p></body></html>',
    );
  });

  it('tells a display by number, name and size', () => {
    const display = { id: '1', label: 'LG <27">', width: 1920, height: 1080, internal: false, primary: false };
    expect(displayLabelHtml(2, display)).toMatch(
      /<p class="number">2<\/p><div><p class="what">LG &lt;27&quot;&gt;<\/p><p class="what">1920 × 1080<\/p><\/div>/,
    );
    expect(displayLabelHtml(1, { ...display, label: '' }).match(/class="what"/g)).toHaveLength(1);
  });
});
