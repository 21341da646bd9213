import { join } from 'node:path';
import { agencyRows } from './agency-rows.ts';
import { type AtEnd, accepted, type Client, startApplication } from './running-application.ts';

export const AGENCIES =
  'Dinas Kesehatan;Dinkes;Kepala Dinas\nDinas Sosial;Dinsos;Kepala Dinas\nInspektorat Daerah;Inspektorat;Inspektur';

export interface ExportingRoom {
  readonly desk: Client<'desk'>;
  readonly documents: string;
  agencyId(short: string): string;
}

/** Starts the real application with a short meeting in which something was said to two of three agencies. */
export async function exportingRoom(folder: string, env: NodeJS.ProcessEnv, atEnd?: AtEnd): Promise<ExportingRoom> {
  const running = await startApplication(folder, env, atEnd);
  const desk = await running.connect('desk');
  const request = { title: 'Rakor Uji', date: '2026-05-18', agencies: agencyRows(AGENCIES), carryFrom: null };
  accepted(await desk.ask('meeting.create', request));
  const meeting = () => {
    const { meeting: open } = desk.view();
    if (open === null) throw new Error('no meeting');
    return open;
  };
  const agencyId = (short: string): string =>
    Object.values(meeting().agencies).find((agency) => agency.short === short)?.id ?? '';
  const itemOf = (short: string): string =>
    Object.values(meeting().agenda.items).find((item) => item.agencyId === agencyId(short))?.id ?? '';
  for (const short of ['Dinkes', 'Dinsos']) {
    accepted(await desk.send({ type: 'turn.call', itemId: itemOf(short) }));
    accepted(await desk.send({ type: 'turn.start' }));
    const note = { itemId: itemOf(short), author: { kind: 'leader', role: 'bupati' }, concerns: null } as const;
    accepted(
      await desk.send({ type: 'note.add', ...note, kind: 'directive', visibility: 'shown', text: `arahan ${short}` }),
    );
    const { noteIds } = meeting().agenda.items[itemOf(short)] ?? { noteIds: [] };
    const follow = { noteId: noteIds[0] ?? null, itemId: null, what: null, due: '2026-06-01', status: 'open' as const };
    accepted(await desk.send({ type: 'followUp.add', ...follow, pics: [agencyId(short)] }));
    accepted(
      await desk.send({
        type: 'note.add',
        ...note,
        kind: 'directive',
        visibility: 'private',
        text: `rahasia ${short}`,
      }),
    );
    accepted(await desk.send({ type: 'turn.finish', callNext: false }));
  }
  return { desk, documents: join(folder, 'documents'), agencyId };
}
