import { firstPort as port } from '#renderer/client/first-port.ts';
import '#renderer/kit/fonts.css';
import '#renderer/kit/tokens.css';
import './desk.css';
import { applyPatches, enablePatches } from 'immer';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { unsavedWords } from '#renderer/client/outbox.ts';
import { storedEntries } from '#renderer/client/outbox-storage.ts';
import { openViewStore } from '#renderer/client/view-store.ts';
import { keepLetters } from '#renderer/kit/own-letters.ts';
import { ownUndo } from '#renderer/kit/own-undo.ts';
import { refuseStrayDrops } from '#renderer/kit/stray-drops.ts';
import { App } from './app.tsx';
import { hasSubject } from './dialog-subject.ts';
import { teachAria } from './kernel/aria-words.ts';
import { deskI18n, speak } from './kernel/i18n.ts';
import { prepareAtRest } from './kernel/on-demand.tsx';
import { goOnInOneScreen } from './kernel/one-screen-mode.ts';
import { reportErrors } from './kernel/report-errors.ts';
import { deskRuntime } from './kernel/runtime.ts';
import { placeOf } from './meeting/command-place.ts';
import { meetingScreens, OTHER_SCRIPTS } from './parts.ts';
import { Unreachable } from './unreachable.tsx';

enablePatches();

/** Set while this window shows a meeting. */
const IN_MEETING = 'ekspose.inMeeting';
// Read while waiting for main's answer: a window that is loaded again continues with its meeting.
if (sessionStorage.getItem(IN_MEETING) !== null) void meetingScreens.prepare();

const container = document.getElementById('root');
if (container === null) throw new Error('#root is missing');
const root = createRoot(container);
refuseStrayDrops(window);
keepLetters(window);

async function start(): Promise<void> {
  const i18n = deskI18n();
  const store = await openViewStore<'desk'>(port, (view, patches) => applyPatches(view, [...patches]));
  const locale = () => store.current().settings.locale;
  await speak(i18n, locale);
  teachAria(i18n);
  const runtime = deskRuntime({ port, store, i18n, storage: sessionStorage, placeOf, hasSubject });
  reportErrors(window, runtime);
  goOnInOneScreen(runtime);
  // A box with nothing left to undo restores what a key has just closed, and never changes the meeting.
  ownUndo(document, runtime.wayBack.take);
  const dress = (): void => {
    const { theme } = store.current().settings;
    if (i18n.language !== locale()) void speak(i18n, locale);
    const page = document.documentElement;
    // Chromium computes every style of the page again when a language is set, even the same one.
    if (page.lang !== i18n.language) page.lang = i18n.language;
    if (page.dataset.theme !== theme) page.dataset.theme = theme;
  };
  const remember = (): void => {
    if (store.current().meeting === null) sessionStorage.removeItem(IN_MEETING);
    else if (sessionStorage.getItem(IN_MEETING) === null) sessionStorage.setItem(IN_MEETING, 'yes');
  };
  for (const follow of [dress, remember]) {
    follow();
    store.subscribe(follow);
  }
  i18n.on('languageChanged', dress);
  // Drawn as a whole; if it could not be loaded, it says so itself.
  if (store.current().meeting !== null) await meetingScreens.prepare();
  root.render(
    <StrictMode>
      <App runtime={runtime} i18n={i18n} />
    </StrictMode>,
  );
  void prepareAtRest(meetingScreens, OTHER_SCRIPTS);
}

start().catch((error: unknown) => {
  console.error(error);
  // The user's language is unknown before the first answer; Indonesian is the default.
  root.render(<Unreachable i18n={deskI18n()} unsaved={unsavedWords(storedEntries(sessionStorage))} />);
});
