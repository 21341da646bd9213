import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { minutesOf } from '#core/minutes/minutes-of.ts';
import { allPrintable } from '#core/minutes/printable.ts';
import type { Meeting } from '#core/model/meeting.ts';
import type { Letterhead, Settings } from '#core/model/settings.ts';
import { formatLongDate } from '#core/text/format.ts';
import { SAMPLE_LETTERHEAD } from '../sample/sample-rakor.ts';
import { AttendanceTable } from './attendance-table.tsx';
import { policyFor } from './document-policy.ts';
import { End } from './end.tsx';
import { FollowUpTable } from './follow-up-table.tsx';
import { Head, Leadership, Participants } from './head.tsx';
import { Decisions, Proceedings } from './items.tsx';
import { Kop } from './letterhead.tsx';
import { STYLE } from './style.ts';
import { documentTexts } from './texts.ts';
import type { Paper } from './words.ts';

const POLICY = policyFor([STYLE]);

/** The sections are lettered as they come: those without content are left out. */
const letter = (index: number): string => `${String.fromCharCode(65 + index)}. `;

function letterheadOf(meeting: Meeting, { letterhead }: Settings): Letterhead {
  const empty = [letterhead.government, letterhead.office, ...letterhead.lines].every((line) => line.trim() === '');
  return allPrintable(meeting.sample && empty ? SAMPLE_LETTERHEAD : letterhead);
}

/** A wide table: on a narrow screen it scrolls sideways by itself, and can be reached by key for that. */
function Sideways({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    <section className="scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}

function Page({ paper, letterhead }: { paper: Paper; letterhead: Letterhead }) {
  const { minutes, t } = paper;
  const hasDecisions = minutes.decisions.length > 0;
  return (
    <html lang={minutes.locale}>
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t('pdfTitle', { title: minutes.title, date: formatLongDate(minutes.date, minutes.locale) })}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <main>
          <div className="paper">
            <Kop letterhead={letterhead} />
            <h1>{t('heading')}</h1>
            {minutes.number !== '' && <p className="under-title">{t('number', { number: minutes.number })}</p>}
            {minutes.sample && <p className="mark">{t('sampleMark')}</p>}
            {minutes.unfinished && <p className="mark">{t('unfinishedMark')}</p>}
            <Head paper={paper} />
            <h2>{letter(0) + t('section.leadership')}</h2>
            <Leadership paper={paper} />
            <h2>{letter(1) + t('section.participants')}</h2>
            <Participants paper={paper} />
            <h2>{letter(2) + t('section.proceedings')}</h2>
            <Proceedings paper={paper} />
            {hasDecisions && (
              <>
                <h2>{letter(3) + t('section.decisions')}</h2>
                <Decisions paper={paper} />
              </>
            )}
            {minutes.followUps.length === 0 && <End paper={paper} />}
          </div>
          {minutes.followUps.length > 0 && (
            <section className="paper mendatar">
              <h2>{letter(hasDecisions ? 4 : 3) + t('section.followUps')}</h2>
              <Sideways label={t('followUp.caption')}>
                <FollowUpTable rows={minutes.followUps} paper={paper} />
              </Sideways>
              <End paper={paper} />
            </section>
          )}
          {minutes.attendance.length > 0 && (
            <section className="paper attachment">
              <h2>{t('section.attachment')}</h2>
              <Sideways label={t('section.attachment')}>
                <AttendanceTable paper={paper} />
              </Sideways>
            </section>
          )}
        </main>
      </body>
    </html>
  );
}

/**
 * The NOTULA as one self-contained page, for the preview as for the paper: the same meeting gives the same page. Its
 * language is the meeting's own, whatever the screen speaks.
 */
export function minutesHtml(meeting: Meeting, settings: Settings): string {
  const minutes = minutesOf(meeting);
  const paper: Paper = { minutes, t: documentTexts(minutes.locale) };
  return `<!DOCTYPE html>${renderToStaticMarkup(<Page paper={paper} letterhead={letterheadOf(meeting, settings)} />)}`;
}
