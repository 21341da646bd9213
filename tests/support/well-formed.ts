// A character outside XML 1.0, a tag, or a reference; what is between them is text.
const TOKEN =
  /([^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}])|<(\?|!--|\/)?([\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\?|--|\/)?>|(&(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)|([<&])/gu;

/** Why a text is not well-formed XML, or `null` if it is; strict about what office programs reject. */
export function xmlFault(xml: string): string | null {
  const open: string[] = [];
  for (const match of xml.matchAll(TOKEN)) {
    const [, illegal, mark, name = '', attributes = '', close, , stray] = match;
    const where = xml.slice(Math.max(0, match.index - 20), match.index + 40);
    if (illegal !== undefined) return `an illegal character: ${JSON.stringify(where)}`;
    if (stray !== undefined) return `a stray ${stray}: ${where}`;
    if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.test(attributes)) return `a stray & in ${where}`;
    if (name === '' || mark === '?' || mark === '!--') continue;
    if (mark === '/') {
      if (open.pop() !== name) return `</${name}> closes another: ${where}`;
    } else if (close !== '/') open.push(name);
  }
  return open.length === 0 ? null : `not closed: ${open.join(', ')}`;
}
