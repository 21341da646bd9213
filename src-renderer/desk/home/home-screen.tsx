import './home.css';
import { civilDateAt } from '#core/time/zone.ts';
import { Button } from '#renderer/kit/button.tsx';
import { useFileDrop } from '#renderer/kit/file-drop.ts';
import { Notice } from '#renderer/kit/notice.tsx';
import { useClock, useDeskValue, useDialog, useScreen } from '../kernel/desk-context.tsx';
import { useT } from '../kernel/i18n.ts';
import { capOf } from '../kernel/keys/keymap.ts';
import { openSection } from '../kernel/settings-section.ts';
import { PickArchive } from '../meeting/pick-archive.tsx';
import { useImportBackup } from '../meeting/use-import-backup.ts';
import { resumable } from './meeting-choices.ts';
import { MeetingList } from './meeting-list.tsx';
import { NewMeetingCard } from './new-meeting-card.tsx';
import { ResumeCard } from './resume-card.tsx';
import { SampleCard } from './sample-card.tsx';
import { TermLeft } from './term-left.tsx';

/** What the desk shows while no meeting is open: create one, open an earlier one, try the sample. */
export function StartScreen() {
  const t = useT();
  const { openSettings, openBoard } = useScreen();
  const { open } = useDialog();
  const meetings = useDeskValue((view) => view.meetings);
  const clock = useClock();
  const zone = useDeskValue((view) => view.settings.defaults.zone);
  const { refusal, read } = useImportBackup();
  const drop = useFileDrop((file) => void read(file));
  const firstRun = meetings.length === 0;
  const waiting = resumable(meetings, civilDateAt(clock.now(), zone));
  return (
    <main className="d-start" {...drop}>
      {refusal !== null && <Notice tone="error">{refusal}</Notice>}
      <header className="d-start-head">
        <div className="k-grow">
          <h1 className="d-start-brand">Ekspose</h1>
          <p className="d-start-tagline">{t('start.tagline')}</p>
          <TermLeft />
        </div>
        {!firstRun && (
          <Button icon="search" keys={capOf('search')} onPress={() => open({ kind: 'search' })}>
            {t('search.button')}
          </Button>
        )}
        {!firstRun && (
          <Button icon="board" keys={capOf('board')} onPress={openBoard}>
            {t('board.title')}
          </Button>
        )}
        <Button
          icon="data"
          onPress={() => {
            openSection('data');
            openSettings();
          }}
        >
          {t('settings.section.data')}
        </Button>
        <Button icon="settings" onPress={openSettings}>
          {t('settings.title')}
        </Button>
      </header>
      {waiting !== null && <ResumeCard key={waiting.id} meeting={waiting} />}
      <div className="d-start-columns">
        <div className="d-start-column">
          <NewMeetingCard autoFocus={waiting === null} />
        </div>
        <div className="d-start-column">
          {firstRun ? (
            <section className="k-card d-start-welcome">
              <h2 className="k-heading">{t('start.welcomeTitle')}</h2>
              <p>{t('start.welcomeText')}</p>
              <div className="k-row d-start-take">
                <PickArchive />
              </div>
            </section>
          ) : (
            <MeetingList meetings={meetings} />
          )}
          <SampleCard />
        </div>
      </div>
    </main>
  );
}
