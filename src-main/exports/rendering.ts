import { agenciesWithSheet } from '#core/minutes/agency-sheet.ts';
import type { ArchivePaper } from '#core/minutes/board-paper.ts';
import type { DocumentFormat, ListFormat, ListKind, TextPurpose } from '#core/minutes/documents.ts';
import type { DocumentOptions } from '#core/model/export-options.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { boardHtml } from '../documents/board-page.tsx';
import type { DocumentSource } from '../documents/document-source.ts';
import { firstWords } from '../documents/first-words.ts';
import type { Layout } from '../documents/page.tsx';
import { type ArchiveSource, archivePaper, boardFile, boardText } from './board-papers.ts';
import { type Lists, listFile } from './list-tables.ts';
import { documentFile, documentPage, documentText } from './render-document.ts';

/** What can be requested; all of it is data, so that it can be sent to another thread. */
export type Job =
  /** A document's page, see `documentPage`. */
  | { readonly what: 'page'; readonly source: DocumentSource; readonly catchwords: readonly string[] }
  /** As plain text, see `documentText`. */
  | { readonly what: 'text'; readonly source: DocumentSource; readonly purpose: TextPurpose }
  /** The bytes of a file that is not printed. */
  | { readonly what: 'file'; readonly source: DocumentSource; readonly format: Exclude<DocumentFormat, 'pdf'> }
  /** The first word of each page of a PDF. */
  | { readonly what: 'firstWords'; readonly pdf: Uint8Array }
  /** A paper about all meetings as data, see `archivePaper`. */
  | { readonly what: 'archivePaper'; readonly source: ArchiveSource }
  | {
      readonly what: 'boardPage';
      readonly paper: ArchivePaper;
      readonly layout: Layout;
      readonly catchwords: readonly string[];
    }
  | { readonly what: 'boardFile'; readonly paper: ArchivePaper; readonly format: Exclude<DocumentFormat, 'pdf'> }
  | { readonly what: 'boardText'; readonly paper: ArchivePaper }
  | { readonly what: 'listFile'; readonly lists: Lists; readonly list: ListKind; readonly format: ListFormat }
  /** For which agencies there is a sheet. */
  | { readonly what: 'agencies'; readonly meeting: Meeting; readonly options: DocumentOptions };

export interface ResultOf {
  readonly page: string;
  readonly text: string;
  readonly file: Uint8Array;
  readonly firstWords: readonly string[];
  readonly archivePaper: ArchivePaper;
  readonly boardPage: string;
  readonly boardFile: Uint8Array;
  readonly boardText: string;
  readonly listFile: Uint8Array;
  readonly agencies: readonly string[];
}
type What = Job['what'];
export type JobOf<W extends What> = Extract<Job, { readonly what: W }>;

/**
 * Builds everything that is exported. It takes longer for a larger meeting, so the main process lets a worker thread do
 * it (`worker/`).
 * @throws Refused as the functions of `make-document.ts` do
 */
export type Renderer = <W extends What>(job: JobOf<W>) => Promise<ResultOf[W]>;

async function resultOf(job: Job): Promise<ResultOf[What]> {
  switch (job.what) {
    case 'page':
      return documentPage(job.source, job.catchwords);
    case 'text':
      return documentText(job.source, job.purpose);
    case 'file':
      return documentFile(job.source, job.format);
    case 'firstWords':
      return firstWords(job.pdf);
    case 'archivePaper':
      return archivePaper(job.source);
    case 'boardPage':
      return boardHtml(job.paper, job.layout, job.catchwords);
    case 'boardFile':
      return boardFile(job.paper, job.format);
    case 'boardText':
      return boardText(job.paper);
    case 'listFile':
      return listFile(job.lists, job.list, job.format);
    case 'agencies':
      return agenciesWithSheet(job.meeting, job.options);
    default:
      return job satisfies never;
  }
}

/** Builds it in the calling thread. */
// The type of an answer follows from its request, which TypeScript cannot follow through the switch.
export const renderInProcess = resultOf as Renderer;
