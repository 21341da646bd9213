import { describe, expect, it } from 'vitest';
import type { Meeting } from '#core/model/meeting.ts';
import { documentFile, documentPage, documentText } from '#main/exports/render-document.ts';
import { openRoom, start } from '../../../support/build-meeting.ts';
import { docxText } from '../../../support/docx-text.ts';
import { sourceOf } from '../../../support/export-source.ts';

function withPrograms(programs: string): Meeting {
  const room = openRoom();
  start(room, 'Dinas Kesehatan');
  room.send({ type: 'sheet.edit', itemId: room.item('Dinas Kesehatan').id, fields: { programs } });
  return room.meeting();
}

describe('a list that was typed by hand', () => {
  const TYPED = '- Posyandu\n• Puskesmas\n1. Dokter\n2) Bidan\na. H. Ali\nH. Basuni\n-5% stunting';

  it('gets no second mark on the page: its dashes are ours, its numbers its own', () => {
    const page = documentPage(sourceOf(withPrograms(TYPED)));
    const [, list = ''] = /<ul class="dashed">(.*?)<\/ul>/.exec(page) ?? [];
    expect(
      [...list.matchAll(/<li( class="numbered")?>([^<]*)/g)].map(([, own, text]) => `${own ? '' : '– '}${text}`),
    ).toEqual(['– Posyandu', '– Puskesmas', '1. Dokter', '2) Bidan', 'a. H. Ali', '– H. Basuni', '– -5% stunting']);
  });

  it('gets none in the text and none in Word either', async () => {
    const source = sourceOf(withPrograms(TYPED));
    expect(documentText(source, 'file')).toContain(
      ':\n  - Posyandu\n  - Puskesmas\n  1. Dokter\n  2) Bidan\n  a. H. Ali\n  - H. Basuni\n  - -5% stunting\n',
    );
    const word = docxText(await documentFile(source, 'docx'));
    expect(word).toContain('Posyandu');
    expect(word).not.toMatch(/- Posyandu|• Puskesmas/);
  });

  it('stays as it was typed where it is one line', () => {
    expect(documentText(sourceOf(withPrograms('- Posyandu')), 'file')).toContain(': - Posyandu\n');
  });
});
