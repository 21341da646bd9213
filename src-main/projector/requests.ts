import { withChoice } from '#core/displays/choices.ts';
import type { Settings } from '#core/model/settings.ts';
import { displayLabelHtml } from '../documents/display-label.ts';
import type { RequestContext } from '../requests/context.ts';
import type { RequestHandlers } from '../requests/handlers.ts';

type DisplayRequest = 'projector.open' | 'projector.close' | 'displays.identify' | 'desk.fill';

/** Requests of the desk about windows and displays. */
export function displayHandlers(context: RequestContext): {
  readonly handlers: Pick<RequestHandlers, DisplayRequest>;
  /** The address at which the projector can be opened by hand; `null` if the host has windows, or it was never opened. */
  url(): string | null;
} {
  const { host } = context;
  let address: string | null = null;

  const handlers: Pick<RequestHandlers, DisplayRequest> = {
    async 'projector.open'({ displayId }) {
      const displays = host.displays();
      const withChosen = (settings: Settings): Settings => {
        const before = settings.displayChoices;
        const choices = displayId === null ? before : withChoice(before, displays, displayId);
        return choices === before ? settings : { ...settings, displayChoices: [...choices] };
      };
      host.keepDisplayChoices(withChosen(context.settings()).displayChoices);
      address = (await host.openWindow('projector', displayId)).url;
      context.onChange();
      // Stored last: a full disk must not prevent the projector from opening.
      await context.updateSettings(withChosen);
      return { url: address };
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

  return { handlers, url: () => address };
}
