import { REGISTER_ID } from '../model/entry.ts';
import { agenciesByEveryId, handedIn, presentAgency, type Register } from '../model/register.ts';
import type { SameAgency } from './agencies.ts';
import { type ArchiveDocument, groupedBy } from './documents.ts';

/**
 * The register as a document of the archive.
 * @param seq its last change
 */
export function registerDocument(register: Register, seq: number): ArchiveDocument {
  const { followUps, problems, entries } = register;
  return {
    id: REGISTER_ID,
    title: '',
    date: '',
    seq,
    sample: false,
    agencies: Object.entries(agenciesByEveryId(register)).map(([id, { name, short, head }]) => ({
      ...{ id, name, short, head },
    })),
    followUps: Object.values(followUps.items),
    problems: Object.values(problems.items),
    entries: Object.values(entries),
    standsFor: handedIn(register),
  };
}

/** What somebody said in the register of the identity of agencies: how they are called now, and which were joined. */
export function saidAgencies({ agencies }: Pick<Register, 'agencies'>): SameAgency[] {
  const sets = groupedBy(Object.values(agencies), (agency) => presentAgency(agencies, agency).id);
  return [...sets].flatMap(([id, members]): SameAgency[] => {
    const present = agencies[id];
    if (present?.said !== true) return [];
    const { name, short, head } = present;
    return [
      {
        current: { id, name, short, head },
        ids: members.flatMap((member) => [member.id, ...member.otherIds]),
        names: members.flatMap((member) => [member.name, ...member.formerNames]),
      },
    ];
  });
}
