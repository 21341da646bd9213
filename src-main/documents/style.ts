import { FONT_FACES } from './fonts.ts';
import paper from './paper.css?raw';
import tables from './tables.css?raw';

/** All that a document needs to look as it does, fonts with it. The paper comes last: it knows narrow screens. */
export const STYLE = [FONT_FACES, tables, paper].join('\n');
