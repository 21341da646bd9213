import type { i18n } from 'i18next';
import { Fragment, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { unsavedWords } from '#renderer/client/outbox.ts';
import { SlideWorkerContext, type SlideWorkerHolder } from '#renderer/slides/slide-worker-context.ts';
import { ErrorBoundary } from '../kit/error-boundary.tsx';
import { LanguageProvider } from '../kit/language.tsx';
import { Notice } from '../kit/notice.tsx';
import { useFocusReturn } from '../kit/use-focus-return.ts';
import { DialogEnd } from './dialog-subject.ts';
import { Dialogs, EverywhereDialogs } from './dialogs.tsx';
import { ErrorScreen } from './error-screen.tsx';
import { StartScreen } from './home/home-screen.tsx';
import { DeskProvider, useDeskValue, useLooksOn, useRoomLooks, useRuntime, useScreen } from './kernel/desk-context.tsx';
import { useT } from './kernel/i18n.ts';
import type { DeskRuntime } from './kernel/runtime.ts';
import { useDelivery } from './kernel/saving/use-delivery.ts';
import { Toasts } from './kernel/toasts/toasts.tsx';
import { UnsentButton } from './kernel/unsent-button.tsx';
import { useStoreValue } from './kernel/value-store.ts';
import { PassingTimeProvider } from './meeting/passing-time.tsx';
import { BoardScreen, MeetingScreen, OneScreen, SettingsScreen } from './parts.ts';
import { OtherDayDialog } from './rehearsal/other-day-dialog.tsx';
import { ReconnectingSign } from './second-desk/second-desk-notice.tsx';
import { Banners } from './shell/banners.tsx';
import { InterruptionDialog } from './turn/interruption-dialog.tsx';
import { DisconnectedScreen } from './unreachable.tsx';
import { useKeyboard } from './use-keyboard.ts';

function Screen() {
  const gone = useStoreValue(useRuntime().disconnected);
  const roomLooks = useRoomLooks();
  useKeyboard();
  useFocusReturn();
  return (
    <>
      <PresentScreen gone={gone} />
      {/* In one place for all screens: a form stays in it when the meeting beneath is another. */}
      {!gone && !roomLooks && <EverywhereDialogs />}
    </>
  );
}

function PresentScreen({ gone }: { gone: boolean }) {
  const runtime = useRuntime();
  const open = useDeskValue((view) => view.meeting !== null);
  const { screen } = useScreen();
  const oneScreen = useStoreValue(runtime.ui, (state) => state.oneScreen);
  const looksOn = useLooksOn();
  if (gone) return <DisconnectedScreen unsaved={unsavedWords(runtime.outbox.entries())} covered={oneScreen} />;
  if (screen === 'settings') return <Framed content={<SettingsScreen />} />;
  if (screen === 'board') return <Framed content={<BoardScreen />} />;
  if (!open) return <Framed content={<StartScreen />} />;
  return (
    <>
      {/* Boxes begin anew with what the meeting holds when the pen changes hands. */}
      <Fragment key={looksOn ? 'looks on' : 'writes'}>{oneScreen ? <OneScreen /> : <MeetingScreen />}</Fragment>
      {/* Elsewhere in the meeting the footer says it. */}
      {oneScreen && <ReconnectingSign />}
      <DialogEnd />
      {oneScreen ? (
        <>
          <OtherDayDialog />
          <InterruptionDialog />
        </>
      ) : (
        <Dialogs />
      )}
    </>
  );
}

/** Words that wait for a meeting to be reopened, or were not accepted, on screens without a footer that shows them. */
function UnsentBar() {
  const t = useT();
  const { stuck, unanswered, waiting } = useDelivery();
  if (stuck + unanswered === 0) return null;
  return (
    <div className="d-banners">
      <Notice tone="warning" action={<UnsentButton />}>
        {stuck > 0
          ? t('unsent.stuck', { count: stuck })
          : waiting > 0
            ? t('unsent.waiting', { count: waiting })
            : t('unsent.unanswered', { count: unanswered })}
      </Notice>
    </div>
  );
}

/** A screen outside the meeting: banners above, and its own scroll area. */
function Framed({ content }: { content: React.ReactNode }) {
  return (
    <div className="d-framed">
      <Banners />
      <UnsentBar />
      <div className="d-framed-content">{content}</div>
      <ReconnectingSign />
    </div>
  );
}

/** The room's page comes first: the desk's small pictures are drawn when that one is there, ms. */
const PAUSE = 150;

/** The operator's desk. */
export function App({ runtime, i18n }: { runtime: DeskRuntime; i18n: i18n }) {
  const [slides] = useState<SlideWorkerHolder>(() => ({ host: null, pause: PAUSE }));
  return (
    <LanguageProvider i18n={i18n}>
      <ErrorBoundary
        instead={<ErrorScreen runtime={runtime} />}
        onError={(error) => console.error('ekspose: the desk could not be painted', error)}
      >
        <DeskProvider runtime={runtime}>
          <PassingTimeProvider>
            <SlideWorkerContext value={slides}>
              <Localised>
                <Screen />
                <Toasts />
              </Localised>
            </SlideWorkerContext>
          </PassingTimeProvider>
        </DeskProvider>
      </ErrorBoundary>
    </LanguageProvider>
  );
}

function Localised({ children }: { children: React.ReactNode }) {
  const locale = useDeskValue((view) => view.settings.locale);
  return <I18nProvider locale={locale === 'id' ? 'id-ID' : 'en-GB'}>{children}</I18nProvider>;
}
