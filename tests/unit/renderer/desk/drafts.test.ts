import { describe, expect, it } from 'vitest';
import { followUpsNow } from '#core/model/meeting-matters.ts';
import { minutes, seconds } from '#core/time/units.ts';
import { itemChanges, itemDraft } from '#renderer/desk/agenda/item-draft.ts';
import { countPresent, listedAttendees } from '#renderer/desk/attendance/attendance-list.ts';
import { isLate } from '#renderer/desk/follow-ups/cite.ts';
import { countByStatus, listedFollowUps } from '#renderer/desk/follow-ups/filter.ts';
import { followUpTarget } from '#renderer/desk/follow-ups/follow-up-draft.ts';
import { typedOver } from '#renderer/desk/kernel/forms/kept-forms.ts';
import { limitsProblem } from '#renderer/desk/meeting/limits-draft.ts';
import { detailsChanges, detailsDraft } from '#renderer/desk/meeting-details/details-draft.ts';
import { partIsSound } from '#renderer/desk/settings/use-settings-form.ts';
import { openRoom } from '../../../support/build-meeting.ts';

const PUPR = 'Dinas Pekerjaan Umum dan Penataan Ruang';

describe('limits in a form', () => {
  it.each([
    [minutes(10), minutes(12), null],
    [minutes(12), minutes(12), null],
    [null, minutes(12), null],
    [null, null, null],
    [minutes(13), minutes(12), 'softAfterHard'],
    [minutes(10), null, 'softAlone'],
    [seconds(0), minutes(12), 'zero'],
    [null, seconds(0), 'zero'],
    [null, minutes(24 * 60 + 1), 'tooLong'],
  ])('soft %s, hard %s: %s', (soft, hard, problem) => expect(limitsProblem({ soft, hard })).toBe(problem));
});

describe("an item's dialog", () => {
  it('sends nothing where nothing was changed', () => {
    const room = openRoom();
    const item = room.item(PUPR);
    const draft = itemDraft(room.meeting(), item);
    expect(itemChanges(draft, draft, item)).toEqual({ agency: null, item: null });
  });

  it('sends only what was changed, and the commands take it', () => {
    const room = openRoom();
    const item = room.item(PUPR);
    const before = itemDraft(room.meeting(), item);
    const after = {
      ...before,
      agency: { ...before.agency, short: 'DPUPR' },
      presenter: { name: 'Budi', office: '', acting: 'plt' as const, representing: false },
      limitsChoice: 'own' as const,
      ownLimits: { soft: minutes(15), hard: minutes(20) },
    };
    const changes = itemChanges(before, after, item);
    expect(Object.keys(changes.item?.fields ?? {}).sort()).toEqual(['limits', 'presenter']);
    if (changes.agency === null || changes.item === null) throw new Error('both were changed');
    room.send({ type: 'agency.edit', ...changes.agency });
    room.send({ type: 'item.edit', ...changes.item });
    expect(room.item(PUPR)).toMatchObject({ limits: { soft: minutes(15) }, presenter: { acting: 'plt' } });
    expect(room.meeting().agencies.pupr?.short).toBe('DPUPR');
  });

  it("restores the meeting's limits, or removes all", () => {
    const room = openRoom();
    const item = room.item(PUPR);
    const own = { ...itemDraft(room.meeting(), item), limitsChoice: 'own' as const };
    expect(itemChanges(own, { ...own, limitsChoice: 'default' }, item).item?.fields).toEqual({ limits: null });
    expect(itemChanges(own, { ...own, limitsChoice: 'none' }, item).item?.fields).toEqual({
      limits: { soft: null, hard: null },
    });
  });

  it('knows "none" of an agency again when it is opened a second time', () => {
    const room = openRoom();
    room.send({ type: 'item.edit', itemId: room.item(PUPR).id, fields: { limits: { soft: null, hard: null } } });
    expect(itemDraft(room.meeting(), room.item(PUPR))).toMatchObject({
      limitsChoice: 'none',
      ownLimits: { soft: minutes(10), hard: minutes(12) },
    });
    expect(itemDraft(room.meeting(), room.item('opening')).limitsChoice).toBe('none');
  });
});

describe("the meeting's details", () => {
  it('send only changed fields and changed leaders', () => {
    const room = openRoom();
    const before = detailsDraft(room.meeting());
    expect(detailsChanges(before, before)).toEqual([]);
    const after = {
      fields: { ...before.fields, place: 'Batulicin' },
      leaders: { ...before.leaders, sekda: { ...before.leaders.sekda, name: 'Ani' } },
    };
    const commands = detailsChanges(before, after);
    expect(commands).toMatchObject([
      { type: 'meeting.edit', fields: { place: 'Batulicin' } },
      { type: 'leader.edit', leader: { role: 'sekda', name: 'Ani' } },
    ]);
    for (const command of commands) room.send(command);
    expect(room.meeting().place).toBe('Batulicin');
    expect(detailsChanges(detailsDraft(room.meeting()), after)).toEqual([]);
  });

  it('send after a reload what was typed before it, and nothing that the meeting has changed since', () => {
    const room = openRoom();
    const base = detailsDraft(room.meeting());
    const typed = {
      fields: { ...base.fields, place: 'Batulicin' },
      leaders: { ...base.leaders, sekda: { ...base.leaders.sekda, name: 'Ani' } },
    };
    const { wakil } = base.leaders;
    room.send({ type: 'meeting.edit', fields: { date: '2021-05-20' } });
    room.send({ type: 'leader.edit', leader: { ...wakil, name: 'Budi' } });
    const now = detailsDraft(room.meeting());
    expect(detailsChanges(now, typedOver({ base, typed }, now))).toEqual([
      { type: 'meeting.edit', fields: { place: 'Batulicin' } },
      { type: 'leader.edit', leader: { ...base.leaders.sekda, name: 'Ani' } },
    ]);
  });
});

describe('follow-ups', () => {
  const withFollowUps = () => {
    const room = openRoom();
    const itemId = room.item(PUPR).id;
    const add = (what: string, due: string | null, pics: string[], status: 'open' | 'done' = 'open') =>
      room.send({ type: 'followUp.add', noteId: null, itemId, what, pics, due, status });
    add('Jalan', '2021-05-10', ['pupr']);
    add('Vaksin', '2021-05-17', ['dinkes', 'pupr']);
    add('Selesai', '2021-05-10', ['dinkes'], 'done');
    return room;
  };

  it('are late from the day after their date, unless done', () => {
    expect(isLate({ due: '2021-05-16', status: 'open' }, '2021-05-17')).toBe(true);
    expect(isLate({ due: '2021-05-17', status: 'inProgress' }, '2021-05-17')).toBe(false);
    expect(isLate({ due: '2021-05-16', status: 'done' }, '2021-05-17')).toBe(false);
    expect(isLate({ due: null, status: 'open' }, '2021-05-17')).toBe(false);
  });

  it('are filtered by status and agency', () => {
    const followUps = followUpsNow(withFollowUps().meeting());
    const list = (status: 'all' | 'late' | 'done', agencyId: string | null, at: string | null = null) =>
      listedFollowUps(followUps, { status, agencyId }, '2021-05-17', at).map(({ what }) => what);
    expect(list('all', null)).toEqual(['Jalan', 'Vaksin', 'Selesai']);
    expect(list('late', null)).toEqual(['Jalan']);
    expect(list('all', 'dinkes')).toEqual(['Vaksin', 'Selesai']);
    expect(list('done', 'pupr')).toEqual([]);
    const at = followUps.find(({ what }) => what === 'Vaksin')?.id ?? '';
    expect(list('late', null, at)).toEqual(['Jalan', 'Vaksin']);
    expect(countByStatus(followUps, '2021-05-17')).toEqual({
      all: 3,
      late: 1,
      open: 2,
      inProgress: 0,
      done: 1,
    });
  });

  it("open with the note's text and the agency it is about, or with what the note has already", () => {
    const room = openRoom();
    const itemId = room.item(PUPR).id;
    room.send({
      type: 'note.add',
      itemId,
      author: { kind: 'leader', role: 'bupati' },
      kind: 'directive',
      visibility: 'auto',
      text: 'Percepat',
      concerns: null,
    });
    const noteId = room.lastNote().id;
    expect(followUpTarget(room.meeting(), noteId, null)).toMatchObject({
      followUp: null,
      draft: { what: 'Percepat', pics: ['pupr'], status: 'open' },
    });
    room.send({
      type: 'followUp.add',
      noteId,
      itemId: null,
      what: 'Percepat jalan',
      pics: null,
      due: null,
      status: 'open',
      plan: 'Rapat teknis',
    });
    const target = followUpTarget(room.meeting(), noteId, null);
    expect(target.followUp?.what).toBe('Percepat jalan');
    expect(target.draft).toMatchObject({ plan: 'Rapat teknis', remark: '' });
  });
});

it('the attendance list is counted and searched by name, office and agency', () => {
  const room = openRoom();
  room.send({ type: 'attendance.add', name: 'Budi', office: 'Kepala Dinas', agencyId: 'pupr' });
  room.send({ type: 'attendance.add', name: 'Ani', office: 'Staf', agencyId: null });
  const [first] = room.meeting().attendance.order;
  if (first === undefined) throw new Error('nobody was added');
  room.send({ type: 'attendance.tick', attendeeId: first, present: true });
  const names = (text: string, absentOnly = false, at: string | null = null) =>
    listedAttendees(room.meeting(), { text, absentOnly }, at).map(({ name }) => name);
  expect(countPresent(room.meeting())).toBe(1);
  expect(names('')).toEqual(['Budi', 'Ani']);
  expect(names('', true)).toEqual(['Ani']);
  expect(names('', true, first)).toEqual(['Budi', 'Ani']);
  expect(names('penataan kepala')).toEqual(['Budi']);
  expect(names('tidak ada')).toEqual([]);
});

it('a part of the settings is sent only when main would take it', () => {
  const limits = (soft: number, hard: number) =>
    partIsSound('defaults', {
      zone: 'WITA',
      term: 'SKPD',
      startAt: '08:30',
      endAt: null,
      place: '',
      limits: { soft: minutes(soft), hard: minutes(hard) },
      changeover: minutes(2),
      autoShow: { directive: true, proposal: true, decision: true },
      slidesOnCall: false,
      chair: 'bupati',
    });
  expect(limits(10, 12)).toBe(true);
  expect(limits(13, 12)).toBe(false);
  expect(limits(0, 12)).toBe(false);
  expect(partIsSound('letterhead', { government: '', office: '', lines: ['1', '2', '3', '4', '5'] })).toBe(false);
  expect(partIsSound('agencies', [{ id: 'a', name: ' ', short: '', head: '', inAgenda: true }])).toBe(false);
});
