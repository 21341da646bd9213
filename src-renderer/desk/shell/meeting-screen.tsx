import './shell.css';
import './narrow.css';
import { useEffect } from 'react';
import { AgendaColumn } from '../agenda/agenda-column.tsx';
import { focusComposer } from '../kernel/keys/note-box-focus.ts';
import { NotesColumn } from '../notes/notes-column.tsx';
import { ProjectorCard } from '../projector/projector-card.tsx';
import { RehearsalBar } from '../rehearsal/rehearsal-bar.tsx';
import { Banners } from './banners.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { TurnColumn } from './turn-column.tsx';

/** The desk of an open meeting: the agenda, the turn, the notes. Only the columns scroll. */
export function MeetingScreen() {
  // Whoever opens a meeting can write at once.
  useEffect(() => {
    if (document.activeElement === document.body) focusComposer();
  }, []);
  return (
    <div className="d-shell">
      <Header />
      <div className="d-bars">
        <RehearsalBar />
        <Banners />
      </div>
      <main className="d-columns">
        <div className="d-place">
          <AgendaColumn foot={<ProjectorCard />} />
        </div>
        <div className="d-place">
          <TurnColumn />
        </div>
        <div className="d-place">
          <NotesColumn />
        </div>
      </main>
      <Footer />
    </div>
  );
}
