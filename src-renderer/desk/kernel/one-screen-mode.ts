import { focusComposer } from './keys/note-box-focus.ts';
import type { DeskRuntime } from './runtime.ts';

/** Makes the page what its window is to be by then. A key allows one request: none is made of a page that is full already. */
async function changePage({ ui }: DeskRuntime): Promise<void> {
  const isFull = document.fullscreenElement !== null;
  if (isFull === ui.get().oneScreen) return;
  try {
    await (isFull ? document.exitFullscreen() : document.documentElement.requestFullscreen());
  } catch (error) {
    // A browser may require F11; the projector's screen is shown all the same.
    console.warn(error);
  }
}

/**
 * Fills the display while the window is the room's screen: the host does it if it can place windows; else the page itself.
 * Both do one thing after the other, and each may take.
 */
async function fill(runtime: DeskRuntime): Promise<void> {
  const { store, ask, ui } = runtime;
  if (store.current().host.placing !== null) {
    await ask('desk.fill', { on: ui.get().oneScreen });
    return;
  }
  await new Promise<void>((resolve) => runtime.inWindow(() => changePage(runtime).then(resolve)));
}

/** For this window alone, and only until it is closed. */
const KEPT = 'ekspose.oneScreen';

/** After a reload: a window that the room looks at must not become the desk by itself. */
export function goOnInOneScreen(runtime: DeskRuntime): void {
  if (sessionStorage.getItem(KEPT) !== null)
    runtime.ui.update((state) => ({ ...state, oneScreen: true, dialog: null }));
}

/** The desk's window becomes the projector. */
export function enterOneScreen(runtime: DeskRuntime): void {
  sessionStorage.setItem(KEPT, 'on');
  // Messages at the desk have been read there; offers of words are held with what comes meanwhile.
  for (const { id, holdsWords } of runtime.toasts.get()) if (holdsWords !== true) runtime.toasts.dismiss(id);
  runtime.ui.update((state) => ({ ...state, oneScreen: true, dialog: null }));
  void fill(runtime);
}

/** Back to the desk: a form of the meeting that was left half typed is open again, and what was held is there. */
export function leaveOneScreen(runtime: DeskRuntime): void {
  const { ui } = runtime;
  sessionStorage.removeItem(KEPT);
  ui.update((state) => ({ ...state, oneScreen: false }));
  const typed = runtime.halfTyped();
  // The form comes first; a question that came meanwhile opens when it is closed.
  if (typed !== null && typed !== ui.get().dialog)
    ui.update((state) => ({
      ...state,
      dialog: typed,
      held: state.dialog === null ? state.held : [state.dialog, ...state.held],
    }));
  void fill(runtime).then(() => {
    // Whoever has gone on somewhere by then stays there.
    const { activeElement } = document;
    const isNowhere = activeElement === null || activeElement === document.body;
    if (isNowhere && ui.get().dialog === null) focusComposer();
  });
}
