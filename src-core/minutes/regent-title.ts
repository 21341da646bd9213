const REGENT = 'BUPATI';
const GOVERNMENT = /^PEMERINTAH\s+(KABUPATEN\s+)?/iu;

/** "BUPATI TANAH BUMBU" from "PEMERINTAH KABUPATEN TANAH BUMBU": the title of the regent's letterhead. */
export const regentTitle = (government: string): string =>
  `${REGENT} ${government.trim().replace(GOVERNMENT, '')}`.trim().toLocaleUpperCase('id');
