import type { i18n } from 'i18next';
import { Fragment } from 'react';
import { I18nProvider } from 'react-aria-components';
import { I18nextProvider } from 'react-i18next';
import { useKeyboard } from '../keyboard/use-keyboard.ts';
import { OneScreen } from '../one-screen/one-screen.tsx';
import { ReconnectingSign } from '../second-desk/second-desk-notice.tsx';
import { Banners } from '../shell/banners.tsx';
import { MeetingScreen } from '../shell/meeting-screen.tsx';
import { Toasts } from '../toasts/toasts.tsx';
import { OutageDialog } from '../turn/outage-dialog.tsx';
import { DeskProvider, useDeskValue, useLooksOn, useRuntime, useScreen } from './desk-context.tsx';
import { Dialogs } from './dialogs.tsx';
import { SettingsScreen, StartScreen } from './panels.ts';
import type { DeskRuntime } from './runtime.ts';
import { DisconnectedScreen } from './unreachable.tsx';
import { useStoreValue } from './value-store.ts';

function Screen() {
  const runtime = useRuntime();
  const gone = useStoreValue(runtime.disconnected);
  const open = useDeskValue((view) => view.meeting !== null);
  const { screen } = useScreen();
  const oneScreen = useStoreValue(runtime.ui, (state) => state.oneScreen);
  const looksOn = useLooksOn();
  useKeyboard();
  if (gone) return <DisconnectedScreen unsaved={unsavedText(runtime)} covered={oneScreen} />;
  if (screen === 'settings') return <Framed content={<SettingsScreen />} />;
  if (!open) return <Framed content={<StartScreen />} />;
  return (
    <>
      {/* Boxes begin anew with what the meeting holds when the pen changes hands. */}
      <Fragment key={looksOn ? 'looks on' : 'writes'}>{oneScreen ? <OneScreen /> : <MeetingScreen />}</Fragment>
      {oneScreen ? <OutageDialog /> : <Dialogs />}
    </>
  );
}

/** What stands in the note box and was never said to be saved. */
function unsavedText({ composer, store }: DeskRuntime): string {
  const { text, savedSeq } = composer.state.get();
  return savedSeq !== null && savedSeq <= store.current().saved.durable ? '' : text;
}

/** A screen that is not the meeting's: the banners above it, and a scroll of its own. */
function Framed({ content }: { content: React.ReactNode }) {
  return (
    <div className="d-framed">
      <Banners />
      <div className="d-framed-content">{content}</div>
    </div>
  );
}

/** The operator's desk. */
export function App({ runtime, i18n }: { runtime: DeskRuntime; i18n: i18n }) {
  return (
    <I18nextProvider i18n={i18n}>
      <DeskProvider runtime={runtime}>
        <Localised>
          <Screen />
          <ReconnectingSign />
          <Toasts />
        </Localised>
      </DeskProvider>
    </I18nextProvider>
  );
}

function Localised({ children }: { children: React.ReactNode }) {
  const locale = useDeskValue((view) => view.settings.locale);
  return <I18nProvider locale={locale === 'id' ? 'id-ID' : 'en-GB'}>{children}</I18nProvider>;
}
