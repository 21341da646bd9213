import { createRoot } from 'react-dom/client';
import type { EksposePort } from '#core/protocol/messages.ts';
import { firstPort } from '#renderer/client/first-port.ts';
import { connectPort } from '#renderer/client/port.ts';
import { openViewStore } from '#renderer/client/view-store.ts';
import { learn } from '#renderer/kit/i18n-projector.ts';
import { refuseStrayDrops } from '#renderer/kit/stray-drops.ts';
import '#renderer/kit/fonts.css';
import '#renderer/kit/tokens.css';
import './styles/projector.css';
import { App } from './app.tsx';
import { openFrames } from './frames.ts';
import { HoldBoundary } from './hold-boundary.tsx';
import { turnByKeys } from './page-keys.ts';
import { prepareScreens } from './projector-screen.tsx';
import { HoldScreen } from './screens/hold-screen.tsx';

/** Long enough that an ordinary start does not show the empty screen first. */
const PATIENCE = 1500;
const FACES = ['400 1em "Plus Jakarta Sans Variable"', '700 1em "Inter Variable"'];

let port: EksposePort | null = null;
const open = () => {
  port = port === null ? firstPort : connectPort();
  return openViewStore<'projector'>(port);
};

refuseStrayDrops(window);

async function start(): Promise<void> {
  const container = document.getElementById('root');
  if (container === null) throw new Error('projector.html has no #root');
  const root = createRoot(container);
  const hold = setTimeout(() => root.render(<HoldScreen locale="id" />), PATIENCE);
  const [frames] = await Promise.all([openFrames(open), ...FACES.map((face) => document.fonts.load(face))]);
  await learn(frames.current().view.locale);
  clearTimeout(hold);
  // Black hides which layout it hides; main knows.
  turnByKeys(
    window,
    () => ['slides', 'blank'].includes(frames.current().view.stage),
    (to) => void port?.ask('slides.turn', { to }).catch((error) => console.warn('ekspose: no page was turned', error)),
  );
  root.render(
    <HoldBoundary reachable={open}>
      <App frames={frames} />
    </HoldBoundary>,
  );
  prepareScreens();
}

void start();
