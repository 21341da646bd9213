import { LAYOUTS, TEXT_STEPS } from '#core/model/screen.ts';
import { Button } from '#renderer/kit/button.tsx';
import { Checkbox } from '#renderer/kit/checkbox.tsx';
import { Dialog } from '#renderer/kit/dialog.tsx';
import { Segmented } from '#renderer/kit/segmented.tsx';
import { useAsk, useDeskValue, useMeetingValue, useReadOnly, useSend } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { AnnouncementField } from './announcement-field.tsx';
import { layoutCap } from './layout-entries.ts';
import { ProjectorPreview } from './projector-preview.tsx';

const THEMES = ['light', 'dark'] as const;

/** The projector's preview, large, with everything that changes it. */
export function ProjectorDialog({ announcing, onClose }: { announcing: boolean; onClose(): void }) {
  const t = useT();
  const ask = useAsk();
  const send = useSend();
  const readOnly = useReadOnly();
  const { layout, textStep, liveTyping } = useMeetingValue((meeting) => meeting.screen);
  const hasAnnouncement = useMeetingValue((meeting) => meeting.screen.announcement !== '');
  const theme = useDeskValue((view) => view.settings.theme);
  return (
    <Dialog title={t('projector.title')} isOpen onClose={onClose} size="large">
      <div className="d-room-controls">
        <div>
          <ProjectorPreview />
          <AnnouncementField isDisabled={readOnly} isCalled={announcing} />
        </div>
        <div className="d-room-side">
          <fieldset className="d-room-layouts" aria-label={t('projector.layouts')}>
            {LAYOUTS.map((one) => (
              <Button
                key={one}
                size="small"
                keys={layoutCap(one)}
                aria-pressed={one === layout}
                autoFocus={!announcing && one === layout}
                isDisabled={readOnly || (one === 'announcement' && !hasAnnouncement)}
                onPress={() => void send({ type: 'screen.layout', layout: one })}
              >
                {t(`projector.layout.${one}`)}
              </Button>
            ))}
          </fieldset>
          <Segmented
            label={t('projector.textStep')}
            options={TEXT_STEPS.map((step) => ({ id: String(step), label: t(`projector.step.${step}`) }))}
            value={String(textStep)}
            isDisabled={readOnly}
            onChange={(id) => {
              const step = TEXT_STEPS.find((one) => String(one) === id);
              if (step !== undefined) void send({ type: 'screen.textStep', step });
            }}
          />
          <Segmented
            label={t('projector.theme')}
            description={t('projector.themeWhat')}
            options={THEMES.map((id) => ({ id, label: t(`projector.themes.${id}`) }))}
            value={theme}
            onChange={(next) => void ask('settings.edit', { fields: { theme: next } })}
          />
          <div>
            <Checkbox
              isSelected={liveTyping}
              isDisabled={readOnly}
              onChange={(on) => void send({ type: 'screen.liveTyping', on })}
            >
              {t('projector.liveTyping')}
            </Checkbox>
            <p className="k-hint">{t('projector.liveTypingWhat')}</p>
          </div>
        </div>
      </div>
    </Dialog>
  );
}
