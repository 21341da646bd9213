import { withChoice } from '#core/displays/choices.ts';
import type { RequestContext } from '../app/requests.ts';
import type { RequestHandlers } from '../app/router.ts';
import { displayLabelHtml } from '../documents/display-label.tsx';

type DisplayRequest = 'projector.open' | 'projector.close' | 'displays.identify' | 'desk.fill';

/** What the desk asks of windows and displays. */
export function displayHandlers(context: RequestContext): Pick<RequestHandlers, DisplayRequest> {
  const { host } = context;
  return {
    async 'projector.open'({ displayId }) {
      const before = context.settings().displayChoices;
      const choices = displayId === null ? before : withChoice(before, host.displays(), displayId);
      host.keepDisplayChoices(choices);
      const { url } = await host.openWindow('projector', displayId);
      context.projectorAt(url);
      // Kept last: a disk that is full must not keep the room from its screen.
      if (choices !== before) await context.saveSettings({ ...context.settings(), displayChoices: [...choices] });
      return { url };
    },
    async 'projector.close'() {
      host.closeWindow('projector');
      return null;
    },
    async 'displays.identify'() {
      const displays = host.displays();
      await host.showOnDisplays?.(
        displays.map((display, index) => ({ displayId: display.id, html: displayLabelHtml(index + 1, display) })),
      );
      return null;
    },
    async 'desk.fill'({ on }) {
      host.fillWithDesk?.(on);
      return null;
    },
  };
}
