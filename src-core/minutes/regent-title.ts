const REGENT = 'BUPATI';
const GOVERNMENT = /^PEMERINTAH\s+(KABUPATEN\s+)?/iu;

/** "BUPATI TANAH BUMBU", of "PEMERINTAH KABUPATEN TANAH BUMBU": the head of the kop for what the regent signs. */
export const regentTitle = (government: string): string =>
  `${REGENT} ${government.trim().replace(GOVERNMENT, '')}`.trim().toLocaleUpperCase('id');
