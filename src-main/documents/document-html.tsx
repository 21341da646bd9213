import type { ReactNode } from 'react';
import { agencySheetOf } from '#core/minutes/agency-sheet.ts';
import { attendanceOf } from '#core/minutes/attendance.ts';
import type { DocumentKind } from '#core/minutes/documents.ts';
import { followUpsOf } from '#core/minutes/follow-up-rows.ts';
import { minutesOf } from '#core/minutes/minutes-of.ts';
import { allPrintable, printable } from '#core/minutes/printable.ts';
import { rundownOf } from '#core/minutes/rundown.ts';
import type { Letterhead } from '#core/model/kop.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { formatLongDate } from '#core/text/format.ts';
import { sampleLetterhead } from '../sample/material.ts';
import type { DocumentSource } from './document-source.ts';
import { MinutesPage } from './minutes-page.tsx';
import { type Layout, wholePage } from './page.tsx';
import { AgencySheetPage, AttendancePage, FollowUpsPage, RundownPage } from './single-pages.tsx';
import { documentTexts } from './texts.ts';

/** The documents that are pages; the ledger is a table for calculation. */
export type PageKind = Exclude<DocumentKind, 'ledger'>;

export interface DocumentRequest extends DocumentSource {
  readonly document: PageKind;
  /** The catchword of the first page, the second, …; omitted before the page breaks are known. */
  readonly catchwords?: readonly string[];
}

/** The letterhead to print: the sample meeting has its own as long as the user has none. */
export function letterheadFor(meeting: Pick<Meeting, 'sample'>, letterhead: Letterhead): Letterhead {
  const empty = [letterhead.government, letterhead.office, ...letterhead.lines].every((line) => line.trim() === '');
  return allPrintable(meeting.sample && empty ? sampleLetterhead() : letterhead);
}

/**
 * A document as one self-contained page, for preview and paper: the same meeting gives the same page. Its language is
 * the meeting's, not the screen's.
 * @throws Refused `badMessage` for a "Lembar arahan" of an agency that is not in the meeting
 */
export function documentHtml(request: DocumentRequest): string {
  const { document, meeting, letterhead, emblem, options, agencyId, catchwords = [] } = request;
  const t = documentTexts(meeting.locale);
  const layout: Layout = { options, letterhead: letterheadFor(meeting, letterhead), emblem };
  const names = { title: printable(meeting.title), date: formatLongDate(meeting.date, meeting.locale) };
  const page = (title: string, body: ReactNode): string =>
    wholePage({ title, locale: meeting.locale, options, catchwords, body });
  switch (document) {
    case 'minutes': {
      const paper = { doc: minutesOf(meeting, options), t };
      return page(t('title.minutes', names), <MinutesPage paper={paper} layout={layout} />);
    }
    case 'followUps': {
      const paper = { doc: followUpsOf(meeting, options), t };
      return page(t('title.followUps', names), <FollowUpsPage paper={paper} layout={layout} />);
    }
    case 'attendance': {
      const paper = { doc: attendanceOf(meeting, options), t };
      return page(t('title.attendance', names), <AttendancePage paper={paper} layout={layout} />);
    }
    case 'rundown': {
      const paper = { doc: rundownOf(meeting, options.strict), t };
      return page(t('title.rundown', names), <RundownPage paper={paper} layout={layout} />);
    }
    case 'agencySheet': {
      const doc = agencyId === null ? null : agencySheetOf(meeting, agencyId, options);
      if (doc === null) throw new Refused('badMessage');
      const title = t('title.agencySheet', { ...names, agency: doc.agency.name });
      return page(title, <AgencySheetPage paper={{ doc, t }} layout={layout} />);
    }
    default:
      return document satisfies never;
  }
}
