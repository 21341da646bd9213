import { FONT_FACES } from './fonts.ts';
import paper from './paper.css?inline';
import tables from './tables.css?inline';

/** All that a document needs to look as it does, fonts with it. */
export const STYLE = [FONT_FACES, paper, tables].join('\n');
