import { join } from 'node:path';
import { Refused } from '#core/commands/definition.ts';
import { type DocumentKind, FORMATS_OF } from '#core/minutes/documents.ts';
import type { DocumentOptions } from '#core/minutes/options.ts';
import { documentHtml } from './documents/document-html.tsx';
import { minutesFileName } from './documents/file-name.ts';
import type { RequestContext } from './requests.ts';
import type { RequestHandlers } from './router.ts';
import { writeExport } from './storage/export-file.ts';

interface Asked {
  readonly document: DocumentKind;
  readonly options: DocumentOptions;
  readonly agencyId: string | null;
}

type ExportRequest = 'document.preview' | 'document.export';

/** What leaves the room, and what this run has written. */
export function exportHandlers(context: RequestContext): {
  readonly handlers: Pick<RequestHandlers, ExportRequest>;
  /** Whether this run wrote the file. */
  wrote(path: string): boolean;
} {
  const { host, files } = context;
  const written = new Set<string>();
  const htmlOf = ({ document, options, agencyId }: Asked): string => {
    if (document === 'ledger') throw new Refused('badMessage');
    const meeting = context.session().meeting();
    const { letterhead } = context.settings();
    return documentHtml({ document, meeting, letterhead, emblem: null, options, agencyId });
  };
  return {
    wrote: (path) => written.has(path),
    handlers: {
      async 'document.preview'(asked) {
        return { url: host.showDocument(htmlOf(asked)) };
      },
      async 'document.export'({ format, overwrite, ...asked }) {
        if (!FORMATS_OF[asked.document].includes(format)) throw new Refused('badMessage');
        if (format !== 'pdf') throw new Refused('badMessage');
        const meeting = context.session().meeting();
        const target = await host.askSavePath(join(context.documentsFolder, minutesFileName(meeting)));
        if (target === null) return { path: null };
        if (!overwrite && !target.overwriteAsked && (await files.stat(target.path)) !== null) {
          throw new Refused('exportExists', { path: target.path });
        }
        const pdf = await host.printPdf(htmlOf(asked));
        await writeExport(target.path, pdf);
        written.add(target.path);
        return { path: target.path };
      },
    },
  };
}
