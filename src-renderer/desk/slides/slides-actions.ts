import { itemOf } from '#core/model/meeting.ts';
import { type PageTurn, pageAfter } from '#core/model/slides.ts';
import type { DeskRuntime } from '../kernel/runtime.ts';

/** What the operator does with the pages of slides, for keys, buttons and the field alike; to be done in order (`inOrder`). */
export function slidesActions({ store, composer, send }: DeskRuntime) {
  async function goTo(itemId: string, page: number): Promise<void> {
    // What is being typed was begun on the page before.
    composer.flush();
    await send({ type: 'slides.page', itemId, page });
  }
  return {
    goTo,
    /** From the page that is shown when everything before has been done. */
    async turn(to: PageTurn): Promise<void> {
      const { meeting } = store.current();
      const item = meeting === null ? null : itemOf(meeting, meeting.current);
      if (item?.slides == null) return;
      const page = pageAfter(item.slides, to);
      if (page !== item.slides.page) await goTo(item.id, page);
    },
  };
}
