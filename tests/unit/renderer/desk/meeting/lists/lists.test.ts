import { describe, expect, it } from 'vitest';
import { linesOf, textOf } from '#core/model/kop.ts';
import type { Target } from '#core/model/sheet.ts';
import { inWords } from '#core/text/amount-words.ts';
import { instant } from '#core/time/units.ts';
import type { MeetingSummary } from '#core/views/desk.ts';
import { dueChoices } from '#renderer/desk/follow-ups/follow-up-draft.ts';
import { carryChoices, defaultCarry, listedMeetings, resumable } from '#renderer/desk/home/meeting-choices.ts';
import { changeRow, emptyAgency, listProblems, moveRow } from '#renderer/desk/settings/agency-rows.ts';
import { changeTarget, emptyTarget, moveTarget } from '#renderer/desk/sheet/target-list.ts';
import { onlyMatch, optionMatches } from '#renderer/kit/option-match.ts';
import { THREE_AGENCIES } from '../../../../../support/build-meeting.ts';

const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

describe('the targets of a sheet', () => {
  const targets: Target[] = ['a', 'b', 'c'].map(emptyTarget);

  it('move by one place and stay at an end', () => {
    expect(ids(moveTarget(targets, 'b', 1))).toEqual(['a', 'c', 'b']);
    expect(ids(moveTarget(targets, 'b', -1))).toEqual(['b', 'a', 'c']);
    expect(ids(moveTarget(targets, 'a', -1))).toEqual(['a', 'b', 'c']);
    expect(ids(moveTarget(targets, 'c', 1))).toEqual(['a', 'b', 'c']);
    expect(ids(moveTarget(targets, 'gone', 1))).toEqual(['a', 'b', 'c']);
  });

  it('change only where said', () => {
    const changed = changeTarget(targets, 'b', { unit: '%' });
    expect(changed.map(({ unit }) => unit)).toEqual(['', '%', '']);
  });
});

describe("the user's list of agencies", () => {
  it('is not ready with an empty, repeated or too long name, and says which row', () => {
    const [first, second, third] = THREE_AGENCIES;
    if (first === undefined || second === undefined || third === undefined) throw new Error('three agencies');
    const rows = [
      first,
      { ...second, name: ' dinas KESEHATAN ' },
      { ...third, name: 'x'.repeat(201) },
      emptyAgency('new'),
      { ...third, id: 'short', name: 'Lain', short: 'y'.repeat(61) },
    ];
    expect([...listProblems(rows)]).toEqual([
      ['pupr', 'duplicate'],
      ['satui', 'tooLong'],
      ['new', 'empty'],
      ['short', 'tooLong'],
    ]);
    expect(listProblems(THREE_AGENCIES).size).toBe(0);
  });

  it('changes and moves rows', () => {
    expect(changeRow(THREE_AGENCIES, 'pupr', { inAgenda: false }).map(({ inAgenda }) => inAgenda)).toEqual([
      true,
      false,
      true,
    ]);
    expect(ids(moveRow(THREE_AGENCIES, 'satui', -1))).toEqual(['dinkes', 'satui', 'pupr']);
    expect(ids(moveRow(THREE_AGENCIES, 'satui', 1))).toEqual(['dinkes', 'pupr', 'satui']);
  });
});

it('a letterhead keeps an empty line while it is typed, and none when the box is empty', () => {
  expect(linesOf('a\n')).toEqual(['a', '']);
  expect(linesOf('')).toEqual([]);
  expect(textOf(linesOf('a\nb'))).toBe('a\nb');
});

it('an amount is written as it is spoken', () => {
  expect(inWords(214_600_000_000, 'id')).toBe('Rp214,6 miliar');
  expect(inWords(214_600_000_000, 'en')).toBe('Rp214.6 billion');
  expect(inWords(1_250_000, 'id')).toBe('Rp1,25 juta');
  expect(inWords(999_999, 'id')).toBe('Rp999.999');
  expect(inWords(-2e12, 'id')).toBe('-Rp2 triliun');
  expect(inWords(null, 'id')).toBeNull();
});

describe('the meetings of the start screen', () => {
  const meeting = (id: string, date: string, more: Partial<MeetingSummary> = {}): MeetingSummary => ({
    id,
    title: `Rakor ${id}`,
    date,
    status: 'finished',
    sample: false,
    rehearsal: false,
    continues: null,
    interrupted: false,
    agencies: 3,
    done: 3,
    notes: 0,
    openFollowUps: 0,
    changedAt: instant(0),
    health: 'sound',
    ...more,
  });
  const meetings = [
    meeting('old', '2021-05-03', { openFollowUps: 2 }),
    meeting('sample', '2021-06-01', { openFollowUps: 5, sample: true }),
    meeting('new', '2021-05-17', { openFollowUps: 1 }),
    meeting('none', '2021-05-31'),
    meeting('broken', '2021-07-01', { openFollowUps: 9, health: 'unprovable' }),
  ];

  it('offer their open follow-ups, the latest first, and never a damaged one', () => {
    expect(ids(carryChoices([...meetings, meeting('over', '2021-05-10')]))).toEqual(['sample', 'none', 'new', 'old']);
  });

  it('do not bring the sample into a real meeting unasked', () => {
    expect(defaultCarry(meetings, '2021-06-14')).toBe('new');
    const samples = meetings.filter(({ sample }) => sample);
    expect(defaultCarry(samples, '2021-06-14')).toBeNull();
  });

  it('offer one that has nothing open yet and may still order something, and bring it in if it is of the series', () => {
    const at = '2021-06-14';
    const prepared = meeting('prepared', '2021-06-07', { status: 'prepared' });
    const next = { ...prepared, id: 'next', continues: 'new' };
    expect(ids(carryChoices([...meetings, prepared]))).toEqual(['prepared', 'sample', 'new', 'old']);
    expect(defaultCarry([...meetings, next], at)).toBe('next');
    // One that carries nothing on purpose must not keep away what another leaves open.
    expect(defaultCarry([...meetings, prepared], at)).toBe('new');
    expect(defaultCarry([prepared], at)).toBe('prepared');
  });

  it('offer the latest real one although it is closed with nothing open: something may be added to it', () => {
    const closed = meeting('closed', '2021-06-07', { continues: 'new' });
    expect(ids(carryChoices([...meetings, closed]))).toEqual(['closed', 'sample', 'new', 'old']);
    expect(defaultCarry([...meetings, closed], '2021-06-14')).toBe('closed');
  });

  it('bring in what is before the new one rather than what is after it', () => {
    const after = meeting('after', '2021-06-28', { status: 'prepared', openFollowUps: 3, continues: 'new' });
    expect(defaultCarry([...meetings, after], '2021-06-14')).toBe('new');
    expect(defaultCarry([after], '2021-06-14')).toBe('after');
  });

  it('go on with the one that was changed last, where it was cut off or is of today and under way', () => {
    const cut = meeting('cut', '2021-05-17', { status: 'open', interrupted: true, changedAt: instant(5) });
    const today = meeting('today', '2021-06-07', { status: 'open', changedAt: instant(6) });
    const at = '2021-06-07';
    expect(resumable([...meetings, cut], at)?.id).toBe('cut');
    expect(resumable([...meetings, cut, today], at)?.id).toBe('today');
    expect(resumable([...meetings, today], '2021-06-08')).toBeNull();
    // One that was left in order since, or that no file proves, is nothing to go on with.
    expect(resumable([...meetings, cut, { ...today, status: 'finished' }], at)).toBeNull();
    expect(resumable([{ ...cut, health: 'unprovable' }], at)).toBeNull();
    expect(carryChoices([{ ...cut, openFollowUps: 1, rehearsal: true }])).toEqual([]);
  });

  it('list an imported backup below the meeting itself', () => {
    const twin = (mark: string, at: number) =>
      meeting(mark, '2021-05-17', { title: `Rakor new (dari cadangan ${mark})`, changedAt: instant(at) });
    const all = [...meetings, twin('02.40', 8), twin('02.40, 2', 9)];
    expect(ids(listedMeetings(all, '2021-05-17'))).toEqual(['new', '02.40, 2', '02.40']);
  });

  it('are listed the latest first, those changed last before their like, through a search', () => {
    const later = meeting('later', '2021-05-17', { changedAt: instant(9) });
    expect(ids(listedMeetings([...meetings, later], ''))).toEqual(['broken', 'sample', 'none', 'later', 'new', 'old']);
    expect(ids(listedMeetings(meetings, 'rakor 2021-05'))).toEqual(['none', 'new', 'old']);
    expect(listedMeetings(meetings, 'tidak ada')).toEqual([]);
  });
});

it('a follow-up is due in so many days from the meeting, whenever it is written', () => {
  expect(dueChoices({ date: '2021-05-17' }).map(({ due }) => due)).toEqual(['2021-05-24', '2021-05-31', '2021-06-16']);
});

it('an agency is found by any part of its names, in any order of the words', () => {
  const option = { id: 'pupr', label: 'PUPR', detail: 'Dinas Pekerjaan Umum dan Penataan Ruang' };
  expect(['pupr', 'ruang umum', 'PEKERJAAN', ''].map((typed) => optionMatches(option, typed))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(optionMatches(option, 'ruang kesehatan')).toBe(false);
});

it('Enter chooses the only option that a text can mean, and none of several', () => {
  const options = [
    { id: 'a', label: 'Dinas Sosial', detail: 'Dinsos' },
    { id: 'b', label: 'Dinas Kesehatan', detail: 'Dinkes' },
    { id: 'c', label: 'Dinas Kesehatan Hewan', detail: 'Dinkeswan' },
  ];
  const taken = ['sosial', 'dinas', 'dinas kesehatan', 'dinkes', ' hewan ', '', 'x'].map(
    (typed) => onlyMatch(options, typed)?.id ?? null,
  );
  expect(taken).toEqual(['a', null, 'b', 'b', 'c', null, null]);
  expect(onlyMatch(options.slice(0, 1), null)).toBeNull();
});
