import type { CommandType } from '#core/commands/apply.ts';
import { type Meeting, orderedItems } from '#core/model/meeting.ts';
import { pickOf } from './matter-messages.ts';

type SlidesType = Extract<CommandType, `slides.${string}` | 'screen.rail' | 'screen.slidesOnCall'>;

/** A generated message about slides. */
export function slidesMessage(type: SlidesType, picks: readonly number[], itemId: string, meeting: Meeting): object {
  const [a = 0, b = 0, c = 0, d = 0] = picks;
  // Mostly of an item that has slides.
  const shown = orderedItems(meeting).flatMap(({ id, slides }) => (slides === null ? [] : [id]));
  const ofSlides = d % 5 === 0 ? itemId : pickOf(shown, a, itemId);
  switch (type) {
    case 'screen.rail':
    case 'screen.slidesOnCall':
      return { type, on: a % 2 === 0 };
    case 'slides.attach': {
      const file = { hash: String(b % 4).repeat(64), name: 'PUPR_paparan final (2).pdf', bytes: 9 };
      return { type, itemId, slides: { ...file, pages: Math.max(1, c % 40) } };
    }
    case 'slides.detach':
      return { type, itemId: ofSlides };
    case 'slides.counted':
      return { type, itemId: ofSlides, hash: String(b % 4).repeat(64), pages: Math.max(1, c % 40) };
    case 'slides.page':
      return { type, itemId: ofSlides, page: Math.max(1, b % 20) };
    default:
      return type satisfies never;
  }
}
