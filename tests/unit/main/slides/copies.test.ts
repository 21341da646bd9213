import { expect, test } from 'vitest';
import { slidesCopies } from '#main/slides/copies.ts';
import { failure, simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { movedClock, roomOf } from '../../../support/projector-at-work.ts';
import { pdfBytes, slidesOnDisk } from '../../../support/slides-on-disk.ts';

const FLASH = '/flash';

test.each(['write', 'sync', 'rename'] as const)(
  'a copy whose %s is refused leaves nothing half on the flash disk; it is made once there is room',
  async (at) => {
    let isFull = false;
    const { port } = simulatedDisk({
      before(operation, path) {
        if (isFull && operation === at && path.startsWith(FLASH)) throw failure('ENOSPC', path);
      },
    });
    for (const folder of ['/data', FLASH]) await port.makeFolder(folder);
    const slides = slidesOnDisk(port);
    const hash = await slides.keep('pupr.pdf', pdfBytes('pupr'));
    const meeting = structuredClone(roomOf(movedClock()));
    const item = meeting.agenda.items[meeting.agenda.order[0] ?? ''];
    if (item === undefined) throw new Error('no item');
    item.slides = { hash, name: 'pupr.pdf', bytes: 5_000, pages: 1, page: 1 };
    const copies = slidesCopies({ files: port, ...slides });
    isFull = true;
    await expect(copies.give(meeting, FLASH)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(await port.list(`${FLASH}/slides`)).toEqual([]);
    isFull = false;
    // What an earlier build, or a power cut, has left.
    await port.writeSynced(`${FLASH}/slides/${hash}.pdf.tmp`, 'x'.repeat(9_000));
    await copies.give(meeting, FLASH);
    expect(await port.list(`${FLASH}/slides`)).toEqual([`${hash}.pdf`]);
    expect(Buffer.from(await port.readPart(`${FLASH}/slides/${hash}.pdf`, 0, 9_000))).toEqual(pdfBytes('pupr'));
  },
);
