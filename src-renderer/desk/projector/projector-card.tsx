import { Button, IconButton } from '#renderer/kit/button.tsx';
import { useAsk, useDeskValue, useDialog, useMeetingValue } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { capOf } from '../kernel/keys/keymap.ts';
import { ProjectorPreview } from './projector-preview.tsx';
import { useWide } from './use-wide.ts';

/** The projector's preview, always visible if the desk is wide enough; otherwise a key opens it. */
export function ProjectorCard() {
  const t = useT();
  const ask = useAsk();
  const { open } = useDialog();
  const isShown = useDeskValue((view) => view.settings.roomPicture);
  const wide = useWide();
  const isStrip = useDeskValue((view) => view.host.strip === 'on');
  const isOpen = useDeskValue((view) => view.host.projectorOpen);
  const blank = useMeetingValue((meeting) => meeting.blank);
  const layout = useMeetingValue((meeting) => meeting.screen.layout);
  if (!wide) return null;
  return (
    <section className="d-room-card" aria-label={t('projector.title')}>
      {isShown && <ProjectorPreview />}
      <div className="d-room-foot">
        <span>
          {t(
            blank
              ? 'projector.state.blank'
              : isStrip
                ? 'strip.on'
                : isOpen
                  ? `projector.layout.${layout}`
                  : 'projector.notOpen',
          )}
        </span>
        <Button
          size="small"
          variant="quiet"
          keys={capOf('arrangeProjector')}
          onPress={() => open({ kind: 'arrangeProjector', announcing: false })}
        >
          {t('projector.change')}
        </Button>
        <IconButton
          size="small"
          icon={isShown ? 'chevronDown' : 'chevronUp'}
          label={t(isShown ? 'projector.fold' : 'projector.unfold')}
          onPress={() => void ask('settings.edit', { fields: { roomPicture: !isShown } })}
        />
      </div>
    </section>
  );
}
