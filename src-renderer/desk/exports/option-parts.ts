import type { DocumentKind } from '#core/minutes/documents.ts';
import type { DocumentOptions } from '#core/model/export-options.ts';

/** What can be chosen for a document; other options would change nothing in it. */
export const PARTS = [
  'pattern',
  'kop',
  'paper',
  'strict',
  'catchword',
  'sheet',
  'times',
  'internalNotes',
  'followUps',
  'problems',
  'slides',
  'pages',
  'rundown',
  'chart',
  'attendance',
  'signers',
] as const;
export type Part = (typeof PARTS)[number];

export const PARTS_OF: Readonly<Record<DocumentKind, readonly Part[]>> = {
  minutes: PARTS,
  followUps: ['kop', 'paper', 'strict', 'internalNotes'],
  attendance: ['kop', 'paper', 'strict', 'attendance'],
  rundown: ['kop', 'paper', 'strict'],
  agencySheet: ['kop', 'paper', 'strict', 'times', 'internalNotes', 'followUps', 'problems', 'slides', 'pages'],
  ledger: [],
};

/** The sections that can be included. */
export const SECTIONS = [
  'sheet',
  'times',
  'internalNotes',
  'followUps',
  'problems',
  'slides',
  'pages',
  'rundown',
  'chart',
] as const satisfies readonly (Part & keyof DocumentOptions['include'])[];
