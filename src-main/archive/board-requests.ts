import { digestOf } from '#core/archive/digest.ts';
import type { ArchivePaper, BoardHead } from '#core/minutes/board-paper.ts';
import { BOARD_FORMATS, type BoardRequest } from '#core/minutes/board-request.ts';
import type { Meeting, MeetingId } from '#core/model/meeting.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { civilDateAt } from '#core/time/zone.ts';
import type { Layout } from '../documents/page.tsx';
import { boardBytes } from '../exports/document-bytes.ts';
import { boardFileName } from '../exports/file-name.ts';
import type { ExportContext } from '../exports/requests.ts';
import type { Saver } from '../exports/saver.ts';
import type { Host } from '../hosts/port.ts';
import type { RegisterKeeper } from '../register/keeper.ts';
import type { RequestHandlers } from '../requests/handlers.ts';
import type { Digests } from './digests.ts';
import { type ListedMeetings, provenMeetings } from './requests.ts';

export interface BoardContext extends Pick<ExportContext, 'render' | 'settings' | 'emblem' | 'now'> {
  readonly workspace: ListedMeetings & { shown(): { meeting(): Meeting } | null };
  readonly host: Pick<Host, 'printPdf' | 'showDocument'>;
  readonly digests: Pick<Digests, 'texts'>;
  readonly register: Pick<RegisterKeeper, 'present'>;
}

/** Every digest, read about a megabyte at a time. */
async function textsOf(digests: BoardContext['digests'], ids: readonly MeetingId[]): Promise<string[]> {
  const texts: string[] = [];
  for (let from = 0; from < ids.length; ) {
    const some = await digests.texts(ids.slice(from));
    texts.push(...some.flatMap(({ text }) => text ?? []));
    from += Math.max(1, some.length);
  }
  return texts;
}

/** Papers about all meetings: the board, and what an agency is reminded of. */
export function boardHandlers(
  context: BoardContext,
  { save }: Pick<Saver, 'save'>,
): Pick<RequestHandlers, 'board.preview' | 'board.export' | 'board.text'> {
  const { host, render, workspace, digests, register } = context;

  /** What the desk asks for is read here: a window only says which follow-ups, never what they say. */
  async function paperOf(request: BoardRequest): Promise<ArchivePaper> {
    const session = workspace.shown();
    const meeting = session?.meeting() ?? null;
    const { locale, defaults } = context.settings();
    const { zone, term } = meeting ?? defaults;
    const head: BoardHead = { locale, zone, term, today: civilDateAt(context.now(), zone) };
    const ids = provenMeetings(workspace).filter((id) => id !== meeting?.id);
    return render({
      what: 'archivePaper',
      source: {
        request,
        head,
        digests: await textsOf(digests, ids),
        open: meeting === null ? null : digestOf(meeting, 0),
        register: await register.present(),
      },
    });
  }

  async function layoutNow(): Promise<Layout> {
    const settings = context.settings();
    return { options: settings.documents, letterhead: settings.letterhead, emblem: await context.emblem(settings) };
  }

  return {
    async 'board.preview'({ paper: request }) {
      const paper = await paperOf(request);
      const page = await render({ what: 'boardPage', paper, layout: await layoutNow(), catchwords: [] });
      return { url: host.showDocument(page) };
    },
    async 'board.export'({ paper: request, format, overwrite }) {
      if (!BOARD_FORMATS[request.document].includes(format)) throw new Refused('badMessage');
      const paper = await paperOf(request);
      const layout = await layoutNow();
      const name = boardFileName(paper, format);
      const key = JSON.stringify([request, format]);
      return save({ key, name, overwrite }, () => boardBytes(paper, layout, format, { host, render }));
    },
    async 'board.text'({ agencyId }) {
      return { text: await render({ what: 'boardText', paper: await paperOf({ document: 'reminder', agencyId }) }) };
    },
  };
}
