import { withChoice } from '#core/displays/choices.ts';
import type { Settings } from '#core/model/settings.ts';
import { displayLabelHtml } from '../documents/display-label.ts';
import type { RequestContext } from '../requests/context.ts';
import type { RequestHandlers } from '../requests/handlers.ts';

type DisplayRequest = 'projector.open' | 'projector.close' | 'projector.strip' | 'displays.identify' | 'desk.fill';

/** Requests of the desk about windows and displays. */
export function displayHandlers(context: RequestContext): {
  readonly handlers: Pick<RequestHandlers, DisplayRequest>;
  /** The address at which the projector can be opened by hand; `null` if the host has windows, or it was never opened. */
  url(): string | null;
  /** Takes an open strip to the edge that the settings say, or away. */
  followStrip(): Promise<void>;
} {
  const { host } = context;
  let address: string | null = null;

  /** The strip is at the edge of the settings, or not at all. */
  async function setStrip(on: boolean): Promise<void> {
    const { strip: edge } = context.settings();
    if (on && edge !== 'off') await host.strip?.show(edge);
    else await host.strip?.hide();
  }

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
    async 'projector.strip'({ on }) {
      await setStrip(on);
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

  return { handlers, url: () => address, followStrip: () => setStrip(host.strip?.isOn() === true) };
}
