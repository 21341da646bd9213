/** Sets an element's words where they are others. The text stays the same node, so that the least is laid out anew. */
export function setText(element: Element | null, text: string): void {
  const node = element?.firstChild ?? null;
  // Of the element's own page: it may stand in a frame of another.
  if (node !== null && node.nodeType === Node.TEXT_NODE) {
    if (node.nodeValue !== text) node.nodeValue = text;
  } else if (element !== null) element.textContent = text;
}
