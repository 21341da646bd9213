import { describe, expect, it } from 'vitest';
import { NOTHING_CARRIED } from '#core/model/carry.ts';
import type { FollowUp } from '#core/model/follow-up.ts';
import { HOUSE_LIMITS } from '#core/model/limits.ts';
import { itemTitle, Meeting, orderedItems, presentingAgencies } from '#core/model/meeting.ts';
import type { SameAgency } from '#core/model/take-agency.ts';
import { minutes } from '#core/time/units.ts';
import { openRoom, type Room, THREE_AGENCIES } from '../../../support/build-meeting.ts';

const titles = (room: Room): string[] =>
  orderedItems(room.meeting()).map((item) => itemTitle(room.meeting(), item) || item.kind);
const many = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    id: `a${n}`,
    name: `Dinas ke-${n}`,
    short: '',
    head: '',
    inAgenda: true,
  }));

describe('a new meeting', () => {
  it('has all its defaults', () => {
    const room = openRoom({ title: '  Rakor  ' });
    expect(room.meeting()).toMatchObject({
      title: 'Rakor',
      limits: HOUSE_LIMITS,
      changeover: minutes(2),
      zone: 'WITA',
      term: 'SKPD',
      chair: 'bupati',
      status: 'prepared',
      startAt: '08:30',
      current: null,
      blank: false,
      sample: false,
    });
    expect(Meeting.parse(JSON.parse(JSON.stringify(room.meeting())))).toEqual(room.meeting());
  });

  it('contains the agencies of the list that are for the agenda, each once', () => {
    const [first] = THREE_AGENCIES;
    if (first === undefined) throw new Error('no agencies');
    const agencies = [
      ...THREE_AGENCIES.map((a) => (a.id === 'pupr' ? { ...a, inAgenda: false } : a)),
      { ...first, id: 'again' },
    ];
    const room = openRoom({ agencies });
    expect(presentingAgencies(room.meeting())).toEqual(['dinkes', 'satui']);
    expect(Object.keys(room.meeting().agencies)).toEqual(['dinkes', 'pupr', 'satui']);
  });

  it('uses a pasted list instead, known agencies with what is known of them', () => {
    const room = openRoom({ agencyText: 'Dinas Sosial\nKECAMATAN SATUI\nDinas Sosial' });
    expect(titles(room)).toEqual([
      'opening',
      'anthem',
      'prayer',
      'Dinas Sosial',
      'Kecamatan Satui',
      'closingRemarks',
      'closing',
    ]);
    expect(room.meeting().agencies.satui?.head).toBe('Camat');
  });

  it('uses what the pasted list says of a known agency, and keeps what it does not say', () => {
    const room = openRoom({ agencyText: 'Dinas Kesehatan; DK; Plt. Kepala Dinas\nKecamatan Satui; ; Plh. Camat' });
    const { dinkes, satui } = room.meeting().agencies;
    expect(dinkes).toMatchObject({ short: 'DK', head: 'Plt. Kepala Dinas' });
    expect(satui).toMatchObject({ short: THREE_AGENCIES.find(({ id }) => id === 'satui')?.short, head: 'Plh. Camat' });
  });

  it('has an agency that presents under one name only, as the lists name it now', () => {
    const names = ['Dinas Kesehatan', 'Dinas Kesehatan dan KB'];
    const isSame: SameAgency = (known, given) => names.includes(known.name) && names.includes(given.name);
    const named = (room: Room) => Object.values(room.meeting().agencies).map(({ id, name }) => [id, name]);
    const others = THREE_AGENCIES.slice(1).map(({ id, name }) => [id, name]);
    const renamed = openRoom({ agencyText: 'Dinas Kesehatan dan KB', isSame });
    expect(named(renamed)).toEqual([['dinkes', 'Dinas Kesehatan dan KB'], ...others]);
    const [known] = THREE_AGENCIES;
    if (known === undefined) throw new Error('no agencies');
    const agencies = [
      { ...known, inAgenda: false },
      ...THREE_AGENCIES.slice(1),
      { ...known, id: 'kb', name: 'Dinas Kesehatan dan KB' },
    ];
    expect(named(openRoom({ agencies, isSame }))).toEqual([...others, ['kb', 'Dinas Kesehatan dan KB']]);
    // Whoever lists both means both.
    const both = openRoom({ agencyText: names.join('\n'), isSame });
    expect(presentingAgencies(both.meeting()).map((id) => both.meeting().agencies[id]?.name)).toEqual(names);
  });
});

describe('ishoma', () => {
  it('is before the first item that would run into it', () => {
    const room = openRoom({ agencies: many(41) });
    // 08.30 + 15 minutes + 13 × 14 minutes = 11.47; the next turn would end at 11.59, the one after it at 12.13.
    expect(titles(room).indexOf('break')).toBe(3 + 14);
    expect(room.item('break')).toMatchObject({ fixedStart: '12:00', planned: minutes(90) });
  });

  it('is earlier and longer on a Friday', () => {
    const room = openRoom({ agencies: many(41), date: '2021-05-21' });
    expect(room.item('break')).toMatchObject({ fixedStart: '11:30', planned: minutes(120) });
  });

  it('is left out of a meeting that is over by then', () => {
    expect(titles(openRoom())).not.toContain('break');
  });

  it.each(['12:00', '13:30'])('is left out of a meeting that begins at %s', (startAt) => {
    const room = openRoom({
      agencies: many(41),
      settings: (settings) => ({ ...settings, defaults: { ...settings.defaults, startAt } }),
    });
    expect(titles(room)).not.toContain('break');
  });
});

describe('follow-ups of an earlier meeting', () => {
  const origin = { meetingId: 'm0', title: 'Rakor 3 Mei 2021', date: '2021-05-03' };
  const followUp: FollowUp = {
    id: 'f0',
    what: 'Percepat puskesmas',
    plan: '',
    pics: ['old1', 'old2'],
    due: null,
    status: 'inProgress',
    remark: '',
    doneOn: null,
    noteId: 'note0',
    itemId: 'item0',
    author: { kind: 'leader', role: 'bupati' },
    private: false,
    origin,
  };
  const agency = (id: string, name: string) => ({ id, name, short: '', head: '' });
  const carried = (named: ReturnType<typeof agency>[], fields: Partial<FollowUp> = {}) => {
    const agencies = Object.fromEntries(named.map((one) => [one.id, one]));
    const followUps = [{ value: { ...followUp, ...fields }, agencies }];
    const room = openRoom({ carried: { ...NOTHING_CARRIED, followUps } });
    const [found] = Object.values(room.meeting().followUps.items);
    if (found === undefined) throw new Error('not carried');
    return { room, found };
  };

  it('find their agencies by name', () => {
    const { found, room } = carried([agency('old1', 'KECAMATAN satui'), agency('old2', 'Dinas Baru')]);
    expect(found).toMatchObject({
      what: 'Percepat puskesmas',
      noteId: null,
      itemId: null,
      origin,
      status: 'inProgress',
    });
    expect(found.pics).toEqual(['satui', 'old2']);
    expect(room.meeting().agencies.old2?.name).toBe('Dinas Baru');
    expect(room.meeting().followUps.order).toEqual(['f0']);
  });

  it('do not rename an agency that has the same id here', () => {
    const { found, room } = carried([agency('dinkes', 'Dinas Kesehatan Lama')], { pics: ['dinkes'] });
    expect(room.meeting().agencies.dinkes?.name).toBe('Dinas Kesehatan');
    const [pic] = found.pics;
    expect(room.meeting().agencies[pic ?? '']).toMatchObject({ id: pic, name: 'Dinas Kesehatan Lama' });
  });

  it('name each agency once', () => {
    const { found } = carried([agency('old1', 'Kecamatan Satui'), agency('old2', 'Kecamatan Satui')]);
    expect(found.pics).toEqual(['satui']);
  });

  it('keep an agency as author only where it is known', () => {
    const author = { kind: 'agency', agencyId: 'old1' } as const;
    expect(carried([agency('old1', 'Kecamatan Satui')], { author }).found.author).toEqual({
      kind: 'agency',
      agencyId: 'satui',
    });
    expect(carried([], { author: { kind: 'agency', agencyId: 'gone' } }).found.author).toBeNull();
    expect(carried([], { author: { kind: 'agency', agencyId: 'constructor' } }).found.author).toBeNull();
  });
});
