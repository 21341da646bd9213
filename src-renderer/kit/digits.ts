const DIGITS = '0123456789';
const isDigit = (character: string | undefined): boolean => character !== undefined && DIGITS.includes(character);
/** What stands in the place until another sign or another number of digits comes: "00:00", "+0:00:00". */
const patternOf = (text: string): string => text.replaceAll(/\d/g, '0');

/** The id of what a screen reader says of a clock: for the name of the place, which draws its digits only. */
export const spokenId = (placeId: string): string => `${placeId}-said`;

/** A place for one character. All ten digits lie in it, laid out once, and one of them is shown. */
function cell(page: Document, character: string): HTMLElement {
  const place = page.createElement('span');
  place.ariaHidden = 'true';
  place.className = isDigit(character) ? 'k-digit' : 'k-sign';
  if (isDigit(character)) place.append(...[...DIGITS].map(() => page.createElement('span')));
  else place.dataset.sign = character;
  return place;
}

/**
 * Shows the digits of a clock. A digit that becomes another is shown instead of it and nothing is laid out: after a layout
 * Chromium also asks what the mouse is over, each second.
 * @param place an element with an id and nothing in it
 */
export function showDigits(place: HTMLElement | null, text: string): void {
  if (place === null) return;
  const page = place.ownerDocument;
  let said = place.firstElementChild;
  let before = said?.textContent ?? '';
  if (said === null || patternOf(before) !== patternOf(text)) {
    said = page.createElement('span');
    said.id = spokenId(place.id);
    said.setAttribute('hidden', '');
    said.append(page.createTextNode(''));
    place.replaceChildren(said, ...[...text].map((character) => cell(page, character)));
    before = '';
  }
  if (before === text) return;
  for (const [index, character] of [...text].entries()) {
    if (!isDigit(character) || before[index] === character) continue;
    const own = place.children[index + 1]?.children;
    own?.[Number(before[index])]?.removeAttribute('data-shown');
    own?.[Number(character)]?.setAttribute('data-shown', '');
  }
  if (said.firstChild !== null) said.firstChild.nodeValue = text;
}
