import { type ComponentType, type ReactNode, useEffect } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { Icon } from '#renderer/kit/icons.tsx';
import { Notice } from '#renderer/kit/notice.tsx';
import { ComingDialog } from './coming-dialog.tsx';
import { useT } from './i18n.ts';
import { useStoreValue, valueStore } from './value-store.ts';

type State<P> =
  | { readonly kind: 'absent' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'here'; readonly part: ComponentType<P> }
  | { readonly kind: 'failed' };

/** A part of the desk whose script is loaded in advance, or at the latest when it is needed. */
export interface OnDemand<P> {
  (props: P): ReactNode;
  /** Loads it, so that it can be drawn at once. A failure is reported when it is drawn, not here. */
  prepare(): Promise<void>;
}

function onDemand<P extends object>(
  load: () => Promise<ComponentType<P>>,
  coming: (props: P) => ReactNode,
  failed: (again: () => void, props: P) => ReactNode,
): OnDemand<P> {
  const state = valueStore<State<P>>({ kind: 'absent' });
  let loading: Promise<void> | null = null;
  const prepare = (): Promise<void> => {
    if (loading === null) state.set({ kind: 'loading' });
    loading ??= load().then(
      (part) => state.set({ kind: 'here', part }),
      (error: unknown) => {
        console.error('ekspose: a part of the desk could not be loaded', error);
        // Requesting it again reads it again.
        loading = null;
        state.set({ kind: 'failed' });
      },
    );
    return loading;
  };
  // Not `lazy`: that waits once more for what is already here, and an empty screen is painted meanwhile.
  function Part(props: P): ReactNode {
    const now = useStoreValue(state);
    useEffect(() => {
      // Also if it could not be loaded before: nobody needed it then.
      void prepare();
    }, []);
    switch (now.kind) {
      case 'here':
        return <now.part {...props} />;
      case 'failed':
        return failed(() => void prepare(), props);
      case 'absent':
      case 'loading':
        return coming(props);
      default:
        return now satisfies never;
    }
  }
  return Object.assign(Part, { prepare });
}

function FailedDialog({ again, onClose }: { again(): void; onClose(): void }) {
  const t = useT();
  return (
    <Dialog
      title={t('notLoaded.title')}
      isOpen
      onClose={onClose}
      size="small"
      role="alertdialog"
      footer={
        <>
          <Button onPress={onClose}>{t('kit:close')}</Button>
          <Button variant="primary" autoFocus onPress={again}>
            {t('kit:tryAgain')}
          </Button>
        </>
      }
    >
      <p>{t('notLoaded.what')}</p>
    </Dialog>
  );
}

function FailedScreen({ again }: { again(): void }) {
  const t = useT();
  return (
    <main className="d-gone">
      <div role="alert">
        <Icon name="warning" size={40} />
        <h1>{t('notLoaded.title')}</h1>
        <p>{t('notLoaded.what')}</p>
      </div>
      <Button variant="primary" autoFocus onPress={again}>
        {t('kit:tryAgain')}
      </Button>
    </main>
  );
}

/**
 * A dialog that is loaded on demand. If it cannot be loaded, a question in its place says so and offers to try again.
 * @param load gets the dialog from its module
 */
export const dialogOnDemand = <P extends { onClose(): void }>(load: () => Promise<ComponentType<P>>): OnDemand<P> =>
  onDemand(
    load,
    ({ onClose }) => <ComingDialog onClose={onClose} />,
    (again, { onClose }) => <FailedDialog again={again} onClose={onClose} />,
  );

/** A screen that is loaded on demand, in the same way. @param load gets the screen from its module */
export const screenOnDemand = <P extends object>(load: () => Promise<ComponentType<P>>): OnDemand<P> =>
  onDemand(
    load,
    () => null,
    (again) => <FailedScreen again={again} />,
  );

function FailedCard({ again }: { again(): void }) {
  const t = useT();
  return (
    <section className="k-card k-form">
      <Notice tone="error" action={<Button onPress={again}>{t('kit:tryAgain')}</Button>}>
        {t('notLoaded.what')}
      </Notice>
    </section>
  );
}

/**
 * A part of a screen that is loaded on demand, in the same way.
 * @param load gets the part from its module
 * @param coming is shown until it is there
 */
export const partOnDemand = <P extends object>(
  load: () => Promise<ComponentType<P>>,
  coming: (props: P) => ReactNode,
): OnDemand<P> => onDemand(load, coming, (again) => <FailedCard again={again} />);

/** @returns when the window has shown something for the first time; loading anything earlier would delay that */
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      if (list.getEntriesByName('first-contentful-paint').length === 0) return;
      observer.disconnect();
      resolve();
    });
    observer.observe({ type: 'paint', buffered: true });
  });

/** How long (ms) nobody has to have done anything: on an old laptop a script takes the time of several frames. */
const REST_MS = 2_000;

type Parts = readonly Pick<OnDemand<never>, 'prepare'>[];

const idle = (): Promise<unknown> => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1_000 }));

/** Waits until nobody has used keys or pointer in this window for {@link REST_MS}, and it is idle; `done` stops listening to them. */
function watchRest(): { rested(): Promise<void>; done(): void } {
  let last = performance.now();
  const used = (): void => {
    last = performance.now();
  };
  const kinds = ['keydown', 'pointerdown'] as const;
  for (const kind of kinds) window.addEventListener(kind, used, { capture: true, passive: true });
  const left = (): number => last + REST_MS - performance.now();
  return {
    async rested() {
      while (left() > 0) await new Promise((resolve) => setTimeout(resolve, left()));
      await idle();
    },
    done() {
      for (const kind of kinds) window.removeEventListener(kind, used, { capture: true });
    },
  };
}

/**
 * Loads what stands together in one script, one script after the other, each when nobody has used the window for
 * {@link REST_MS}; begins after its first picture. What is needed earlier is loaded then.
 * @param next what most probably comes next: loaded in the first idle moment, since who types into a screen that is not there loses it
 */
export async function prepareAtRest(next: Parts, scripts: readonly Parts[]): Promise<void> {
  await painted();
  const rest = watchRest();
  const load = (parts: Parts) => Promise.all(parts.map(({ prepare }) => prepare()));
  await idle();
  await load(next);
  for (const parts of scripts) {
    await rest.rested();
    await load(parts);
  }
  rest.done();
}
