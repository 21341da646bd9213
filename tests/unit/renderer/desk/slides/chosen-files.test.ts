import { expect, it } from 'vitest';
import { chosenFiles, slidesAmong } from '#renderer/desk/slides/chosen-files.ts';
import { openRoom } from '../../../../support/build-meeting.ts';

const file = (name: string): File => new File(['x'], name);

it('takes what may be slides from a folder, in the order in which people number them', () => {
  const names = ['10. Dinsos.pdf', '2. Dinkes.PPTX', '~$Dinkes.pptx', '._Dinsos.pdf', 'undangan.txt', 'peta.odp'];
  expect(slidesAmong(names.map(file)).map(({ name }) => name)).toEqual([
    '2. Dinkes.PPTX',
    '10. Dinsos.pdf',
    'peta.odp',
  ]);
});

it('gives a file to an item only if its name says it, or one was named', () => {
  const meeting = openRoom().meeting();
  const [item] = Object.values(meeting.agenda.items).filter(({ agencyId }) => agencyId !== null);
  const agency = meeting.agencies[item?.agencyId ?? ''];
  const rows = chosenFiles(meeting, [file(`${agency?.short} paparan.pdf`), file('presentasi baru.pdf')], null);
  expect(rows[0]).toMatchObject({ itemId: item?.id, certainty: 'sure' });
  expect(rows[1]).toMatchObject({ itemId: null, certainty: 'none' });
  expect(chosenFiles(meeting, [file('presentasi baru.pdf')], item?.id ?? null)[0]).toMatchObject({
    itemId: item?.id,
    certainty: 'chosen',
  });
});

it('shows a hostile name in one line and one direction, and keeps its ending', () => {
  const meeting = openRoom().meeting();
  const shown = (name: string) => chosenFiles(meeting, [file(name)], null)[0]?.name;
  expect(shown('paparan\u202efdp.exe\n\u0007baris dua.pdf')).toBe('paparan fdp.exe baris dua.pdf');
  expect(shown('..\\..\\CON.pdf')).toBe('..\\..\\CON.pdf');
  expect(shown('\u202e\n')).toBe('bahan 1');
  const long = shown(`${'😀'.repeat(300)}.pdf`) ?? '';
  expect(long.length).toBeLessThanOrEqual(255);
  expect(long).toMatch(/^😀+\.pdf$/u);
});
