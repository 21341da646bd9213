/** Sets an element's text if it differs. The text stays the same node, so that as little as possible is laid out again. */
export function setText(element: Element | null, text: string): void {
  const node = element?.firstChild ?? null;
  // Of the element's own page, which may be in a frame of another.
  if (node !== null && node.nodeType === Node.TEXT_NODE) {
    if (node.nodeValue !== text) node.nodeValue = text;
  } else if (element !== null) element.textContent = text;
}
