import type { Command } from '#core/commands/apply.ts';
import { NOTHING_CARRIED } from '#core/model/carry.ts';
import { FollowUp } from '#core/model/follow-up.ts';
import { type Meeting, orderedItems } from '#core/model/meeting.ts';
import type { NewMeetingRequest } from '#core/model/new-meeting.ts';
import { emptySheet, type Sheet } from '#core/model/sheet.ts';
import { SAMPLE_AGENCIES } from './agencies.ts';
import { materialKey } from './keys.ts';
import { type Material, sampleMaterial } from './material.ts';

/**
 * The sample meeting (docs/domain/meetings.md#the-rakor), with the open follow-ups of an earlier one. Its words are
 * invented.
 * @param newId a second sample has other follow-ups than the first
 */
export function sampleRequest(newId: () => string): NewMeetingRequest {
  const { rakor } = sampleMaterial();
  const agencies = Object.fromEntries(SAMPLE_AGENCIES.map(({ inAgenda: _, ...agency }) => [agency.id, agency]));
  const followUps = rakor.carried.map(({ role, inCharge, report: _report, ...words }) => ({
    value: FollowUp.parse({
      ...words,
      id: newId(),
      pics: inCharge,
      doneOn: null,
      noteId: null,
      itemId: null,
      author: { kind: 'leader', role },
      private: false,
      public: true,
      origin: rakor.carriedFrom,
    }),
    agencies,
  }));
  const { title, date } = rakor;
  return { title, date, agencies: [], carried: { ...NOTHING_CARRIED, followUps } };
}

function sheetOf(itemId: string, material: Material): Sheet {
  const blank = emptySheet();
  return {
    vision: material.vision ?? '',
    programs: (material.programs ?? []).join('\n'),
    targets: (material.targets ?? []).map((target, index) => ({ id: `${itemId}-t${index + 1}`.slice(-64), ...target })),
    budget: material.budget ?? blank.budget,
    personnel: material.personnel ?? blank.personnel,
    problems: material.problems ?? '',
    solutions: material.solutions ?? '',
  };
}

/**
 * Commands that turn the fresh sample into a prepared meeting: place, leaders, presenters, sheets, attendance. Sent in
 * this order.
 * @param meeting made of `sampleRequest`
 */
export function samplePreparation(meeting: Meeting): Command[] {
  const { parts, rakor } = sampleMaterial();
  const turns = orderedItems(meeting).flatMap((item): Command[] => {
    const material = item.kind === 'agency' ? parts.get(materialKey(meeting, item)) : undefined;
    if (material?.presenter === undefined) return [];
    return [
      { type: 'item.edit', itemId: item.id, fields: { presenter: material.presenter } },
      { type: 'sheet.edit', itemId: item.id, fields: sheetOf(item.id, material) },
    ];
  });
  return [
    { type: 'meeting.edit', fields: rakor.fields },
    ...rakor.leaders.map((leader): Command => ({ type: 'leader.edit', leader })),
    ...turns,
    { type: 'attendance.fill' },
  ];
}

export { sampleBegins, samplePlay } from './sample-day.ts';
