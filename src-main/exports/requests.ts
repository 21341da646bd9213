import { dirname, extname, join } from 'node:path';
import { FORMATS_OF } from '#core/minutes/documents.ts';
import { kopFor } from '#core/model/kop.ts';
import type { AgencyExport } from '#core/protocol/requests.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { checkSource, type DocumentSource } from '../documents/document-source.ts';
import type { SavePath } from '../hosts/port.ts';
import type { RequestContext } from '../requests/context.ts';
import type { RequestHandlers } from '../requests/handlers.ts';
import { wouldReplace } from '../storage/export-file.ts';
import { exportAgencies } from './agency-files.ts';
import { documentBytes } from './document-bytes.ts';
import type { Exporting } from './exporting.ts';
import { documentFileName } from './file-name.ts';
import type { Renderer } from './rendering.ts';

export interface ExportContext extends RequestContext {
  readonly exporting: Exporting;
  readonly render: Renderer;
}

type ExportRequest =
  | 'document.preview'
  | 'document.export'
  | 'document.exportAgencies'
  | 'document.cancel'
  | 'document.text';

/** The input that all documents have in common. */
type Common = Pick<DocumentSource, 'meeting' | 'letterhead' | 'emblem'>;

/** Exporting documents, and which files this run has written. */
export function exportHandlers(context: ExportContext): {
  readonly handlers: Pick<RequestHandlers, ExportRequest>;
  /** Whether this run wrote the file, or filled the folder. */
  wrote(path: string): boolean;
} {
  const { host, files, exporting, render } = context;
  const printer = { host, render };
  const written = new Set<string>();
  /** The path that the user chose, by document, until it is known whether a file may be replaced. */
  const answered = new Map<string, string>();

  async function sourceOf<Asked extends object>(asked: Asked): Promise<Asked & Common> {
    const meeting = context.workspace.session().meeting();
    const settings = context.settings();
    const kop = kopFor(meeting, settings);
    // A meeting from another computer may name an emblem that is not here.
    const emblem = (await context.emblem(kop)) ?? (kop.emblem === null ? null : await context.emblem(settings));
    return { ...asked, meeting: context.workspace.session().meeting(), letterhead: kop.letterhead, emblem };
  }

  async function placeOf(key: string, suggested: string, overwrite: boolean): Promise<SavePath | null> {
    const before = answered.get(key);
    answered.delete(key);
    if (overwrite && before !== undefined) return { path: before, overwriteAsked: true };
    const place = await host.askSavePath(suggested);
    if (place === null || extname(place.path).toLowerCase() === extname(suggested)) return place;
    // A file without its extension could not be opened; the dialog did not ask about replacing this name.
    return { path: place.path + extname(suggested), overwriteAsked: false };
  }

  return {
    wrote: (path) => written.has(path),
    handlers: {
      async 'document.preview'(asked) {
        const source = await sourceOf(asked);
        return { url: host.showDocument(await render({ what: 'page', source, catchwords: [] })) };
      },
      async 'document.export'({ format, overwrite, ...asked }) {
        const { document, agencyId } = asked;
        if (!FORMATS_OF[document].includes(format)) throw new Refused('badMessage');
        const source = await sourceOf(asked);
        // Before the user is asked for anything.
        checkSource(source);
        const key = `${document} ${format} ${agencyId}`;
        const name = documentFileName(source.meeting, document, format, agencyId);
        const place = await placeOf(key, join(context.documentsFolder, name), overwrite);
        if (place === null) return { path: null };
        const { path } = place;
        if (!overwrite && !place.overwriteAsked && (await wouldReplace(files, path))) {
          answered.set(key, path);
          throw new Refused('exportExists', { path });
        }
        const bytes = await documentBytes(source, format, printer);
        await exporting.write(path, bytes, dirname(path) === context.documentsFolder ? 'whole' : 'nothing');
        written.add(path);
        return { path };
      },
      async 'document.exportAgencies'({ options, overwrite }): Promise<AgencyExport | null> {
        const source = await sourceOf({ options });
        const before = answered.get('agencies');
        answered.delete('agencies');
        const outer =
          overwrite && before !== undefined
            ? before
            : host.askFolder === undefined
              ? context.documentsFolder
              : await host.askFolder();
        if (outer === null) return null;
        const done = await exportAgencies({
          ...source,
          outer,
          folders: outer === context.documentsFolder ? 'whole' : 'last',
          printer,
          exporting,
          async mayWrite(folder, names) {
            if (overwrite) return;
            const there = await Promise.all(names.map((name) => wouldReplace(files, join(folder, name))));
            if (!there.includes(true)) return;
            answered.set('agencies', outer);
            throw new Refused('exportExists', { path: folder });
          },
        });
        written.add(done.folder);
        for (const name of done.files) written.add(join(done.folder, name));
        return done;
      },
      async 'document.cancel'() {
        exporting.cancel();
        return null;
      },
      async 'document.text'({ purpose, ...asked }) {
        return { text: await render({ what: 'text', source: await sourceOf(asked), purpose }) };
      },
    },
  };
}
