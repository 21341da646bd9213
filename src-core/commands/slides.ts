import { z } from 'zod';
import type { AgendaItem } from '../model/agenda-item.ts';
import { SLIDES_PAGES_MAX } from '../model/lengths.ts';
import { hasPresented } from '../model/presented.ts';
import { SlidesFile, SlidesHash } from '../model/slides.ts';
import { Refused } from '../refusals/refusals.ts';
import { define, type MeetingDraft } from './definition.ts';
import { needItem } from './lookup.ts';

const ByItem = z.object({ itemId: z.string() });

/** A called item's slides come on the projector if the operator wants that, with the first page if it never began. */
export function showSlidesOf({ screen }: MeetingDraft, item: AgendaItem): void {
  const { slides } = item;
  if (slides === null || !screen.slidesOnCall) return;
  screen.layout = 'slides';
  if (!hasPresented(item)) slides.page = 1;
}

export const slidesCommands = {
  /** Gives an item its slides, in place of those that it has. Refused with `slidesMissing` if the file is not stored. */
  'slides.attach': define(ByItem.extend({ slides: SlidesFile }), (meeting, { itemId, slides }, { slidesBytes }) => {
    const item = needItem(meeting, itemId);
    const bytes = slidesBytes === undefined ? slides.bytes : slidesBytes(slides.hash);
    if (bytes === null) throw new Refused('slidesMissing');
    const page = item.slides?.hash === slides.hash ? Math.min(item.slides.page, slides.pages) : 1;
    // A window says how large it is, the disk knows.
    item.slides = { ...slides, bytes, page };
  }),

  /** Takes the slides off an item; the file stays stored. */
  'slides.detach': define(ByItem, (meeting, { itemId }) => {
    const item = needItem(meeting, itemId);
    if (item.slides === null) throw new Refused('slidesNone');
    item.slides = null;
  }),

  /**
   * Corrects how many pages an item's file has: what attached it may have counted otherwise, or not at all. No effect if
   * the item has another file by now.
   */
  'slides.counted': define(
    ByItem.extend({ hash: SlidesHash, pages: z.number().int().min(1).max(SLIDES_PAGES_MAX) }),
    (meeting, { itemId, hash, pages }) => {
      const { slides } = needItem(meeting, itemId);
      if (slides === null || slides.hash !== hash || slides.pages === pages) return;
      slides.pages = pages;
      slides.page = Math.min(slides.page, pages);
    },
  ),

  /** Shows a page of an item's slides. */
  'slides.page': define(ByItem.extend({ page: z.number().int().min(1) }), (meeting, { itemId, page }) => {
    const { slides } = needItem(meeting, itemId);
    if (slides === null) throw new Refused('slidesNone');
    if (page > slides.pages) throw new Refused('slidesNoPage', { pages: slides.pages });
    if (slides.page === page) return;
    slides.page = page;
  }),
};
