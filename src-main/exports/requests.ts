import { join } from 'node:path';
import { FORMATS_OF } from '#core/minutes/documents.ts';
import { kopFor } from '#core/model/kop.ts';
import type { AgencyExport } from '#core/protocol/requests.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { civilDateAt } from '#core/time/zone.ts';
import { checkSource, type DocumentSource } from '../documents/document-source.ts';
import type { RequestContext } from '../requests/context.ts';
import type { RequestHandlers } from '../requests/handlers.ts';
import { wouldReplace } from '../storage/export-file.ts';
import { exportAgencies } from './agency-files.ts';
import { documentBytes } from './document-bytes.ts';
import type { Exporting } from './exporting.ts';
import { documentFileName, listFileName } from './file-name.ts';
import type { Renderer } from './rendering.ts';
import type { Saver } from './saver.ts';

export interface ExportContext extends RequestContext {
  readonly exporting: Exporting;
  readonly render: Renderer;
}

type ExportRequest =
  | 'document.preview'
  | 'document.export'
  | 'document.exportAgencies'
  | 'document.cancel'
  | 'document.text'
  | 'settings.export';

/** The input that all documents have in common. */
type Common = Pick<DocumentSource, 'meeting' | 'letterhead' | 'emblem'>;

/** Exporting documents of the open meeting, and the lists of the settings. */
export function exportHandlers(context: ExportContext, { save, add }: Saver): Pick<RequestHandlers, ExportRequest> {
  const { host, files, exporting, render } = context;
  const printer = { host, render };
  /** The folder that the user chose for every agency's sheet, until it is known whether files may be replaced. */
  let chosen: string | null = null;

  async function sourceOf<Asked extends object>(asked: Asked): Promise<Asked & Common> {
    const meeting = context.workspace.session().meeting();
    const settings = context.settings();
    const kop = kopFor(meeting, settings);
    // A meeting from another computer may name an emblem that is not here.
    const emblem = (await context.emblem(kop)) ?? (kop.emblem === null ? null : await context.emblem(settings));
    return { ...asked, meeting: context.workspace.session().meeting(), letterhead: kop.letterhead, emblem };
  }

  return {
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
      const name = documentFileName(source.meeting, document, format, agencyId, source.options);
      const key = `${document} ${format} ${agencyId} ${name}`;
      return save({ key, name, overwrite }, () => documentBytes(source, format, printer));
    },
    async 'document.exportAgencies'({ options, overwrite }): Promise<AgencyExport | null> {
      const source = await sourceOf({ options });
      const before = chosen;
      chosen = null;
      const outer =
        overwrite && before !== null
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
          chosen = outer;
          throw new Refused('exportExists', { path: folder });
        },
      });
      add(done.folder);
      for (const name of done.files) add(join(done.folder, name));
      return done;
    },
    async 'document.cancel'() {
      exporting.cancel();
      return null;
    },
    async 'settings.export'({ list, format, overwrite }) {
      const { agencies, leaders, locale, defaults } = context.settings();
      const lists = { agencies, leaders, locale, defaults };
      const name = listFileName(lists, list, format, civilDateAt(context.now(), defaults.zone));
      return save({ key: `${list} ${format}`, name, overwrite }, () =>
        render({ what: 'listFile', lists, list, format }),
      );
    },
    async 'document.text'({ purpose, ...asked }) {
      return { text: await render({ what: 'text', source: await sourceOf(asked), purpose }) };
    },
  };
}
