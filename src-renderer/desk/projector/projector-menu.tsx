import { Button } from '#renderer/kit/button.tsx';
import { Menu, type MenuEntry } from '#renderer/kit/menu.tsx';
import {
  useAsk,
  useDeskValue,
  useDialog,
  useMeetingValue,
  useReadOnly,
  useRuntime,
  useSend,
} from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { capOf } from '../kernel/keys/keymap.ts';
import { enterOneScreen } from '../kernel/one-screen-mode.ts';
import { layoutEntries } from './layout-entries.ts';
import { screenActions } from './projector-actions.ts';

/** The projector's window: whether it is open, on which display to open it, and the key that blanks it. */
export function ProjectorMenu() {
  const t = useT();
  const ask = useAsk();
  const send = useSend();
  const isOpen = useDeskValue((view) => view.host.projectorOpen);
  const displays = useDeskValue((view) => view.host.displays);
  const canPlace = useDeskValue((view) => view.host.placing !== null);
  const strip = useDeskValue((view) => view.host.strip);
  const isStripOffered = useDeskValue((view) => view.settings.strip !== 'off' && view.host.strip !== 'unable');
  const chosen = useDeskValue((view) => view.host.placing?.projector ?? null);
  const { open } = useDialog();
  const runtime = useRuntime();
  const readOnly = useReadOnly();
  const layout = useMeetingValue((meeting) => meeting.screen.layout);
  const blank = useMeetingValue((meeting) => meeting.blank);
  const state = blank ? 'blank' : strip === 'on' ? 'strip' : isOpen ? 'open' : 'closed';
  const places: MenuEntry[] =
    displays.length > 1
      ? displays.map((display, index) => ({
          id: `open-${display.id}`,
          label: t(display.label === '' ? 'projector.openOnUnnamed' : 'projector.openOn', {
            number: index + 1,
            label: display.label,
            width: display.width,
            height: display.height,
          }),
          icon: display.id === chosen ? ('check' as const) : undefined,
          run: () => void ask('projector.open', { displayId: display.id }),
        }))
      : [
          {
            id: 'open',
            label: t('projector.open'),
            icon: 'projectorOpen',
            keys: capOf('projector'),
            isDisabled: isOpen && strip !== 'on',
            run: () => void ask('projector.open', { displayId: null }),
          },
        ];
  const displayEntries: MenuEntry[] =
    displays.length > 1
      ? [
          {
            id: 'identify',
            label: t('projector.identify'),
            icon: 'identify',
            run: () => void ask('displays.identify', {}),
          },
        ]
      : canPlace
        ? []
        : [{ id: 'byHandHint', label: t('projector.moveByHand'), isDisabled: true, run: () => undefined }];
  const stripEntries: MenuEntry[] = isStripOffered
    ? [
        {
          id: 'strip',
          label: t(strip === 'on' ? 'strip.hide' : 'strip.show'),
          icon: 'strip',
          run: () => void ask('projector.strip', { on: strip !== 'on' }),
        },
      ]
    : [];
  return (
    <Menu
      label={t('domain:projector')}
      trigger={
        <Button className={`d-projector d-projector-${state}`}>
          <span className="d-wide">{t('domain:projector')}</span>
          <span className="d-narrow">{t('projector.short')}</span>
          {`: ${t(`projector.state.${state}`)}`}
          <span className="d-dot" aria-hidden="true" />
        </Button>
      }
      entries={[
        ...places,
        {
          id: 'close',
          label: t('projector.close'),
          icon: 'projectorClose',
          isDisabled: !isOpen,
          run: () => void ask('projector.close', {}),
        },
        ...stripEntries,
        ...displayEntries,
        {
          id: 'oneScreen',
          label: t('oneScreen.enter'),
          icon: 'oneScreen',
          keys: capOf('oneScreen'),
          run: () => enterOneScreen(runtime),
        },
        { id: 'line', separator: true },
        ...layoutEntries(t, layout, readOnly, (one) => void screenActions(runtime).layout(one)),
        {
          id: 'arrangeProjector',
          label: t('projector.arrange'),
          icon: 'arrangeProjector',
          keys: capOf('arrangeProjector'),
          run: () => open({ kind: 'arrangeProjector', announcing: false }),
        },
        { id: 'line2', separator: true },
        {
          id: 'blank',
          label: t(blank ? 'projector.unblank' : 'projector.blank'),
          icon: blank ? 'unblank' : 'blank',
          keys: capOf('blank'),
          run: () => void send({ type: 'screen.blank', on: !blank }),
        },
      ]}
    />
  );
}
