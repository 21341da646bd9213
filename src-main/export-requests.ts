import { join } from 'node:path';
import { Refused } from '#core/commands/definition.ts';
import { FORMATS_OF } from '#core/minutes/documents.ts';
import { minutesFileName } from './documents/file-name.ts';
import { minutesHtml } from './documents/minutes-html.tsx';
import type { RequestContext } from './requests.ts';
import type { RequestHandlers } from './router.ts';
import { writeExport } from './storage/export-file.ts';

type ExportRequest = 'document.preview' | 'document.export';

/** What leaves the room, and what this run has written. */
export function exportHandlers(context: RequestContext): {
  readonly handlers: Pick<RequestHandlers, ExportRequest>;
  /** Whether this run wrote the file. */
  wrote(path: string): boolean;
} {
  const { host, files } = context;
  const written = new Set<string>();
  return {
    wrote: (path) => written.has(path),
    handlers: {
      async 'document.preview'({ document }) {
        if (document !== 'minutes') throw new Refused('badMessage');
        return { url: host.showDocument(minutesHtml(context.session().meeting(), context.settings())) };
      },
      async 'document.export'({ document, format, overwrite }) {
        if (!FORMATS_OF[document].includes(format)) throw new Refused('badMessage');
        if (document !== 'minutes' || format !== 'pdf') throw new Refused('badMessage');
        const meeting = context.session().meeting();
        const target = await host.askSavePath(join(context.documentsFolder, minutesFileName(meeting)));
        if (target === null) return { path: null };
        if (!overwrite && !target.overwriteAsked && (await files.stat(target.path)) !== null) {
          throw new Refused('exportExists', { path: target.path });
        }
        const pdf = await host.printPdf(minutesHtml(meeting, context.settings()));
        await writeExport(target.path, pdf);
        written.add(target.path);
        return { path: target.path };
      },
    },
  };
}
