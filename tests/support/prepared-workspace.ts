import type { DiskImage } from '../doubles/disk/disk-image.ts';
import { simulatedDisk } from '../doubles/disk/simulated-disk.ts';
import { agencyRows } from './agency-rows.ts';
import { DATA, modelApplication } from './application-model.ts';
import { movedClock } from './projector-at-work.ts';

export interface Start {
  readonly image: DiskImage;
  readonly id: string;
  readonly backup: string;
}

/** Settings, and one closed meeting: made once, and the start of every interleaving. */
export async function prepared(): Promise<Start> {
  const disk = simulatedDisk();
  await disk.port.makeFolder(DATA);
  await disk.port.syncFolder('/');
  const app = await modelApplication({
    files: disk.port,
    clock: movedClock(),
    isFull: () => false,
    onDesk: () => undefined,
  });
  const letterhead = { government: '', office: '0', lines: [] };
  const defaults = { ...app.desks[0].view().settings.defaults, place: '0' };
  await app.ask('settings.edit', { fields: { letterhead, defaults, agencies: [] } });
  await app.ask('meeting.create', {
    title: 'R',
    date: '2021-05-17',
    agencies: agencyRows('Dinas Satu'),
    carryFrom: null,
  });
  const id = app.desks[0].view().meeting?.id ?? '';
  await app.application.stop();
  const backup = await disk.port.read(`${DATA}/meetings/${id}/meeting.json`);
  return { image: disk.image(), id, backup };
}
