import { type ComponentType, type ReactNode, useEffect } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { Icon } from '#renderer/kit/icons.tsx';
import { Notice } from '#renderer/kit/notice.tsx';
import { ComingDialog } from './coming-dialog.tsx';
import { useT } from './i18n.ts';
import { useStoreValue, type ValueStore, valueStore } from './value-store.ts';

type State<M> =
  | { readonly kind: 'absent' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'here'; readonly module: M }
  | { readonly kind: 'failed' };

/** Something that is loaded in advance, or at the latest when it is needed. */
export interface Prepared {
  /** Loads it. A failure is reported where it is needed, not here. */
  prepare(): Promise<void>;
}

/** A script with parts of the desk. Once one of them is there, all are, and are drawn at once. */
export interface ScriptOnDemand<M> extends Prepared {
  readonly state: ValueStore<State<M>>;
}

export function scriptOnDemand<M>(load: () => Promise<M>): ScriptOnDemand<M> {
  const state = valueStore<State<M>>({ kind: 'absent' });
  let loading: Promise<void> | null = null;
  const prepare = (): Promise<void> => {
    if (loading === null) state.set({ kind: 'loading' });
    loading ??= load().then(
      (module) => state.set({ kind: 'here', module }),
      (error: unknown) => {
        console.error('ekspose: a part of the desk could not be loaded', error);
        // Requesting it again reads it again.
        loading = null;
        state.set({ kind: 'failed' });
      },
    );
    return loading;
  };
  return { state, prepare };
}

// Not `lazy`: that waits once more for what is already here, and an empty screen is painted meanwhile.
function partOf<M, P extends object>(
  { state, prepare }: ScriptOnDemand<M>,
  choose: (module: M) => ComponentType<P>,
  coming: (props: P) => ReactNode,
  failed: (again: () => void, props: P) => ReactNode,
): (props: P) => ReactNode {
  return function Part(props) {
    const now = useStoreValue(state);
    useEffect(() => {
      // Also if it could not be loaded before: nobody needed it then.
      void prepare();
    }, []);
    switch (now.kind) {
      case 'here': {
        const Chosen = choose(now.module);
        return <Chosen {...props} />;
      }
      case 'failed':
        return failed(() => void prepare(), props);
      case 'absent':
      case 'loading':
        return coming(props);
      default:
        return now satisfies never;
    }
  };
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

/** A dialog of a script. If it cannot be loaded, a question in its place says so and offers to try again. */
export const dialogOf = <M, P extends { onClose(): void }>(
  script: ScriptOnDemand<M>,
  choose: (module: M) => ComponentType<P>,
): ((props: P) => ReactNode) =>
  partOf(
    script,
    choose,
    ({ onClose }) => <ComingDialog onClose={onClose} />,
    (again, { onClose }) => <FailedDialog again={again} onClose={onClose} />,
  );

/** A screen of a script, in the same way. */
export const screenOf = <M, P extends object>(
  script: ScriptOnDemand<M>,
  choose: (module: M) => ComponentType<P>,
): ((props: P) => ReactNode) =>
  partOf(
    script,
    choose,
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

/** A part of a screen, in the same way. @param coming is shown until it is there */
export const cardOf = <M, P extends object>(
  script: ScriptOnDemand<M>,
  choose: (module: M) => ComponentType<P>,
  coming: (props: P) => ReactNode,
): ((props: P) => ReactNode) => partOf(script, choose, coming, (again) => <FailedCard again={again} />);

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
 * Loads one script after the other, each when nobody has used the window for {@link REST_MS}; begins after its first picture.
 * What is needed earlier is loaded then.
 * @param next what most probably comes next: loaded in the first idle moment, since who types into a screen that is not there loses it
 */
export async function prepareAtRest(next: Prepared, scripts: readonly Prepared[]): Promise<void> {
  await painted();
  const rest = watchRest();
  await idle();
  await next.prepare();
  for (const { prepare } of scripts) {
    await rest.rested();
    await prepare();
  }
  rest.done();
}
