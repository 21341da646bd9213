import { join } from 'node:path';
import type { AgencyExport, RefusalMessage } from '#core/protocol/requests.ts';
import { Refused } from '#core/refusals/refusals.ts';
import type { DocumentSource } from '../documents/document-source.ts';
import type { MakeFolder } from '../storage/export-file.ts';
import { documentBytes, type Printer } from './document-bytes.ts';
import type { Exporting } from './exporting.ts';
import { agencyFileNames, agencyFolderName } from './file-name.ts';

export interface AgencyExportRequest extends Omit<DocumentSource, 'document' | 'agencyId'> {
  readonly printer: Printer;
  readonly exporting: Exporting;
  /** The folder that the user chose; the sheets go into a new folder inside it. */
  readonly outer: string;
  readonly folders: MakeFolder;
  /** @throws Refused if one of the files may not be replaced */
  mayWrite(folder: string, names: readonly string[]): Promise<void>;
}

/**
 * Writes every agency's sheet into a new folder, one after another. After a failure or a cancellation the written ones
 * stay.
 * @throws Refused `exportNothing`, `exportUnderWay`, or why not even the first could be written
 */
export async function exportAgencies(request: AgencyExportRequest): Promise<AgencyExport> {
  const { meeting, options, printer, exporting, outer, folders, mayWrite, ...rest } = request;
  const ids = await printer.render({ what: 'agencies', meeting, options });
  if (ids.length === 0) throw new Refused('exportNothing', { term: meeting.term });
  const folder = join(outer, agencyFolderName(meeting));
  const names = agencyFileNames(meeting, ids);
  await mayWrite(folder, names);
  return exporting.run(ids.length, async (progress) => {
    const files: string[] = [];
    let failed: RefusalMessage | null = null;
    for (const [index, agencyId] of ids.entries()) {
      if (progress.cancelled()) break;
      const name = names[index] ?? '';
      progress.at(index, meeting.agencies[agencyId]?.name ?? name);
      try {
        const bytes = await documentBytes(
          { ...rest, meeting, options, document: 'agencySheet', agencyId },
          'pdf',
          printer,
        );
        await exporting.write(join(folder, name), bytes, folders);
        files.push(name);
      } catch (error) {
        if (!(error instanceof Refused) || files.length === 0) throw error;
        failed = { code: error.code, params: error.params };
        break;
      }
    }
    return { folder, files, total: ids.length, cancelled: failed === null && files.length < ids.length, failed };
  });
}
