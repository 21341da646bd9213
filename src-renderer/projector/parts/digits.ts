const DIGITS = '0123456789';
const isDigit = (character: string | undefined): boolean => character !== undefined && DIGITS.includes(character);
/** What stands in the place until another sign or another number of digits comes: "00:00", "+0:00:00". */
const patternOf = (text: string): string => text.replaceAll(/\d/g, '0');

/** The id of what a screen reader says of a clock: for the name of the place, which draws its digits only. */
export const spokenId = (placeId: string): string => `${placeId}-said`;

/**
 * Whether it is the desk's picture of the screen: no mouse and no screen reader comes to it, and with each key that changes the
 * card the elements of so many digits would get their style again.
 */
const isPicture = ({ defaultView }: Document): boolean => defaultView !== null && defaultView.frameElement !== null;

/** One of the digits of a place. */
function digitOf(page: Document, digit: string, isShown: boolean): HTMLElement {
  const one = page.createElement('span');
  one.dataset.digit = digit;
  one.toggleAttribute('data-shown', isShown);
  return one;
}

/** A place for one character. */
function cell(page: Document, character: string): HTMLElement {
  const place = page.createElement('span');
  place.ariaHidden = 'true';
  place.className = isDigit(character) ? 'digit' : 'digit-sign';
  if (isDigit(character)) place.append(digitOf(page, character, true));
  else place.dataset.sign = character;
  return place;
}

function build(place: HTMLElement, text: string): void {
  const page = place.ownerDocument;
  const said = page.createElement('span');
  said.id = spokenId(place.id);
  said.setAttribute('hidden', '');
  said.textContent = text;
  place.replaceChildren(said, ...[...text].map((character) => cell(page, character)));
}

/** All ten lie in each place from the first change on: a clock that stands still, as that of a called agency, needs none. */
function fill(place: HTMLElement): void {
  for (const own of place.querySelectorAll('.digit')) {
    const [first] = own.children;
    const known = own.children.length === 1 ? (first?.getAttribute('data-digit') ?? null) : null;
    if (known === null) continue;
    own.append(
      ...[...DIGITS].filter((digit) => digit !== known).map((digit) => digitOf(place.ownerDocument, digit, false)),
    );
  }
}

/**
 * Shows the digits of a clock. A digit that becomes another is shown instead of it and nothing is laid out: after a layout
 * Chromium also asks what the mouse is over, each second. In the desk's picture of the screen it is a plain text.
 * @param place an element with an id and nothing in it
 */
export function showDigits(place: HTMLElement | null, text: string): void {
  if (place === null) return;
  if (isPicture(place.ownerDocument)) {
    if (place.textContent !== text) place.textContent = text;
    return;
  }
  const said = place.firstElementChild?.firstChild ?? null;
  const before = said?.nodeValue ?? '';
  if (said === null || patternOf(before) !== patternOf(text)) {
    build(place, text);
    return;
  }
  if (before === text) return;
  fill(place);
  for (const [index, character] of [...text].entries()) {
    if (!isDigit(character) || before[index] === character) continue;
    for (const one of place.children[index + 1]?.children ?? [])
      one.toggleAttribute('data-shown', one.getAttribute('data-digit') === character);
  }
  said.nodeValue = text;
}
