import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '#core/commands/apply.ts';
import { Refused } from '#core/commands/definition.ts';
import type { Meeting } from '#core/model/meeting.ts';
import { allNotes } from '#core/model/meeting-notes.ts';
import { documentPolicy } from '#main/documents/document-policy.ts';
import { MARKS, messageOf, steps } from '../support/arbitraries.ts';
import { noteOf, openRoom, type RoomOptions, start } from '../support/build-meeting.ts';
import { pageOf } from '../support/document-page.ts';

function presented(options: RoomOptions = {}) {
  const room = openRoom(options);
  start(room, 'Dinas Kesehatan');
  return room;
}
const bodyOf = (html: string): string => html.slice(html.indexOf('<body>'));
const page = (meeting: Meeting): string => bodyOf(pageOf(meeting));

describe('the page of the NOTULA', () => {
  it('is the same for the same meeting', () => {
    const meeting = presented().meeting();
    expect(pageOf(meeting)).toBe(pageOf(structuredClone(meeting)));
  });

  it('is self-contained: no script, no address, no style beside its own', () => {
    const html = pageOf(presented().meeting());
    expect(html).not.toMatch(/<script|<link|<img|<iframe|<form| style=| on[a-z]+=/i);
    expect(html).not.toMatch(/https?:/);
    expect([...html.matchAll(/url\((?!data:font\/woff2;base64,)/g)]).toEqual([]);
    expect(html.match(/url\(data:font\/woff2/g)?.length).toBe(6);
  });

  it('brings the rules of its paper with it', () => {
    const html = pageOf(presented().meeting());
    expect(html).toContain('margin: 2cm 2cm 2.5cm 3cm');
    expect(html).toContain('table-header-group');
  });

  it('carries the policy under which hosts show it, and its own style satisfies it', () => {
    const html = pageOf(presented().meeting());
    const policy = documentPolicy(html);
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; font-src data:; img-src data:;/);
    expect(policy).not.toContain('unsafe');
    const inPage = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1]?.replaceAll('&#x27;', "'");
    expect(inPage).toBe(policy);
  });

  it('shows markup, emoji and odd characters of names and notes as what they are', () => {
    const room = presented();
    const { id } = room.item('Dinas Kesehatan');
    const hostile = '<script>alert(1)</script> & "kutip" 🏗️';
    room.send({ type: 'meeting.edit', fields: { title: `${hostile}</title>`, place: hostile } });
    room.send(noteOf(id, `${hostile}\u0000\u202E\uD800</style>`));
    room.send({ type: 'leader.edit', leader: { role: 'bupati', name: hostile, office: '', rank: '', nip: '' } });
    const html = pageOf(room.meeting());
    expect(html).not.toContain('<script>');
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html.match(/<\/title>/g)).toHaveLength(1);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;kutip&quot; 🏗️');
    expect(html).not.toMatch(/(?![\t\n])[\p{Cc}\p{Cs}\p{Bidi_Control}]/u);
  });

  it('gives every table head cells with a scope, and every table with lines a caption', () => {
    const room = presented();
    room.send({ type: 'attendance.fill' });
    room.send({
      type: 'sheet.edit',
      itemId: room.item('Dinas Kesehatan').id,
      fields: {
        targets: [{ id: 't', indicator: 'Stunting', unit: '%', target: '14', achieved: '18', change: 'Turun' }],
      },
    });
    room.send(noteOf(room.item('Dinas Kesehatan').id, 'kerjakan'));
    const follow = { itemId: null, what: null, pics: null, due: null, status: 'open' } as const;
    room.send({ type: 'followUp.add', noteId: room.lastNote().id, ...follow });
    const html = page(room.meeting());
    expect(html.match(/class="grid/g)).toHaveLength(3);
    expect(html.match(/<caption>/g)).toHaveLength(3);
    expect(html.match(/<th(?![^>]*scope=)[ >]/g)).toBeNull();
  });

  it('never says a private word, whatever the meeting', () => {
    fc.assert(
      fc.property(steps(40), (course) => {
        const room = openRoom();
        for (const [n, step] of course.entries()) {
          room.clock.advance(step.wait);
          if (step.type === 'outage') continue;
          try {
            room.send(messageOf(step, n, room.meeting()) as Command);
          } catch (error) {
            if (!(error instanceof Refused)) throw error;
          }
        }
        const html = page(room.meeting());
        const { drafts } = room.meeting();
        const secret = allNotes(room.meeting()).filter(({ visibility }) => visibility === 'private');
        for (const { text } of [...secret, ...Object.values(drafts)]) {
          for (const mark of text.match(MARKS) ?? []) expect(html).not.toContain(mark);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('what is known and what is not', () => {
  it('prints no kop, no rule and no follow-up table where there is nothing to print', () => {
    const html = page(presented().meeting());
    expect(html).not.toContain('class="kop"');
    expect(html).not.toContain('Matriks Tindak Lanjut');
    expect(html).not.toContain('Keputusan Rapat');
    expect(html).not.toContain('Lampiran');
  });

  it('prints of the kop what is there', () => {
    const letterhead = { government: 'PEMERINTAH KABUPATEN', office: '', lines: ['', 'Jalan Raya 1'] };
    const html = bodyOf(pageOf(presented().meeting(), { letterhead }));
    expect(html).toContain('PEMERINTAH KABUPATEN');
    expect(html).toContain('Jalan Raya 1');
    expect(html).not.toContain('kop-office');
    expect(html.match(/kop-line/g)).toHaveLength(1);
  });

  it('says of an open meeting that the paper is a draft, and of a finished one when it was closed', () => {
    const room = presented();
    expect(page(room.meeting())).toContain('KONSEP');
    room.clock.advance(60_000 * 11);
    room.send({ type: 'turn.finish', callNext: false });
    room.send({ type: 'meeting.finish' });
    const html = page(room.meeting());
    expect(html).not.toContain('KONSEP');
    expect(html).toContain('Rapat ditutup pukul 08.41 WITA.');
  });

  it('prints rank and NIP of an official, but none of the elected', () => {
    const room = presented();
    const titled = { office: '', rank: 'Pembina Utama', nip: '19700101' };
    room.send({ type: 'leader.edit', leader: { role: 'bupati', name: 'Nama Bupati', ...titled } });
    room.send({ type: 'leader.edit', leader: { role: 'sekda', name: 'Nama Sekda', ...titled } });
    expect(page(room.meeting())).not.toContain('19700101');
    room.send({ type: 'meeting.edit', fields: { chair: 'sekda' } });
    const html = page(room.meeting());
    expect(html).toContain('NIP 19700101');
    expect(html).toContain('Pembina Utama');
  });

  it('follows the language of the meeting, not that of the screen', () => {
    const english = presented({ settings: (own) => ({ ...own, locale: 'en' }) }).meeting();
    const html = pageOf(english);
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('MINUTES');
    expect(html).toContain('Monday, 17 May 2021');
    expect(pageOf(presented().meeting())).toContain('<html lang="id">');
  });
});
