import type { TextStep } from '#core/model/screen.ts';
import { chooseTitle, find, fitFrame, holdsAll, scaled } from './measure.ts';
import { NAME_SIZES } from './minimum.ts';
import { fitScaled } from './scale.ts';

/** A screen with nothing else to say. */
export const TITLE_SIZES = [11, 10.2, 9.5, ...NAME_SIZES];
const CALL_SIZES = [14, 13, 12, ...TITLE_SIZES];
/** Two hundred characters are the longest announcement. */
const CALL_LINES = 5;

/** Sizes the title of such a screen: before, between, finished, no meeting. */
export function fitTitle(screen: HTMLElement, step: TextStep): void {
  const body = find(screen, 'quiet');
  const name = find(screen, 'name');
  if (body === null || name === null) return;
  fitScaled(screen, step, (scale) => {
    fitFrame(screen);
    return chooseTitle(name, scaled(TITLE_SIZES, scale), () => holdsAll(body));
  });
}

/** Sizes an announcement. */
export function fitCall(screen: HTMLElement, step: TextStep): void {
  const body = find(screen, 'quiet');
  const call = find(screen, 'call');
  if (body === null || call === null) return;
  fitScaled(screen, step, (scale) => {
    fitFrame(screen);
    return chooseTitle(call, scaled(CALL_SIZES, scale), () => holdsAll(body), CALL_LINES);
  });
}
