import { textIn } from './unzip.ts';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decoded = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (_all, name: string) => ENTITIES[name] ?? '');

/** The paragraphs of a Word file, with the name of their style; line breaks and tabs in them are kept. */
export function docxParagraphs(docx: Uint8Array): { readonly style: string; readonly text: string }[] {
  const xml = textIn(docx, 'word/document.xml');
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, content = '']) => ({
    style: /<w:pStyle w:val="([^"]*)"/.exec(content)?.[1] ?? '',
    text: [...content.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(br|tab)\/>/g)]
      .map(([, text, other]) => (other === undefined ? decoded(text ?? '') : other === 'br' ? '\n' : '\t'))
      .join(''),
  }));
}

export const docxText = (docx: Uint8Array): string =>
  docxParagraphs(docx)
    .map(({ text }) => text)
    .join('\n');
