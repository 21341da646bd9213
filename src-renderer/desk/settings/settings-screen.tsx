import './settings.css';
import type { ReactNode } from 'react';
import { Group } from 'react-aria-components';
import { Button } from '#renderer/kit/button.tsx';
import { ScreenTitle } from '#renderer/kit/screen-title.tsx';
import { Tabs } from '#renderer/kit/tabs.tsx';
import { useScreen } from '../kernel/desk-context.tsx';
import { KeepUnread } from '../kernel/forms/keep-unread.tsx';
import { useT } from '../kernel/i18n.ts';
import { SECTIONS, section } from '../kernel/settings-section.ts';
import { useStoreValue } from '../kernel/value-store.ts';
import { AgenciesSection } from './agencies-section.tsx';
import { DefaultsSection } from './defaults-section.tsx';
import { GeneralSection } from './general-section.tsx';
import { LeadersSection } from './leaders-section.tsx';
import { LetterheadSection } from './letterhead-section.tsx';
import { useSettingsForm } from './use-settings-form.ts';

const CONTENT = {
  general: GeneralSection,
  defaults: DefaultsSection,
  letterhead: LetterheadSection,
  leaders: LeadersSection,
  agencies: AgenciesSection,
} as const;

/**
 * The user's settings. Every change is saved at once; a new meeting copies from them.
 * @param data the section on the data folder and its backups
 */
export function SettingsScreen({ data }: { data: ReactNode }) {
  const t = useT();
  const { toMeeting } = useScreen();
  const shown = useStoreValue(section);
  const form = useSettingsForm();
  return (
    <main className="d-settings">
      <header className="d-settings-head">
        <div className="k-grow">
          <ScreenTitle>{t('settings.title')}</ScreenTitle>
          <p className="k-hint">{t('settings.savedAtOnce')}</p>
        </div>
        <Button icon="back" onPress={toMeeting}>
          {t('kit:back')}
        </Button>
      </header>
      <KeepUnread scope="/settings/">
        <Group aria-label={t('settings.title')} onBlur={form.flush}>
          <Tabs
            label={t('settings.sections')}
            selected={shown}
            onSelect={section.set}
            tabs={SECTIONS.map((id) => {
              const label = t(`settings.section.${id}`);
              if (id === 'data') return { id, label, content: data };
              const Content = CONTENT[id];
              return { id, label, content: <Content form={form} /> };
            })}
          />
        </Group>
      </KeepUnread>
    </main>
  );
}
