import { DataSection } from './backups/data-section.tsx';
import { MovingCard } from './moving/moving-card.tsx';
import { SettingsScreen } from './settings/settings-screen.tsx';
import { SlidesCard } from './slides/slides-card.tsx';

/** The settings, with the section about what is stored. */
export const SettingsAndData = () => (
  <SettingsScreen
    data={
      <DataSection
        moving={
          <>
            <MovingCard />
            <SlidesCard />
          </>
        }
      />
    }
  />
);
