import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { DEFAULT_OPTIONS, DocumentOptions } from '#core/model/export-options.ts';
import { orderedItems } from '#core/model/meeting.ts';
import { followUpsNow } from '#core/model/meeting-matters.ts';
import { allNotes } from '#core/model/meeting-notes.ts';
import { firstSettings } from '#core/model/settings.ts';
import { Refused } from '#core/refusals/refusals.ts';
import { printedDocument } from '../documents/document-pdf.ts';
import { documentTexts } from '../documents/texts.ts';
import { findBrowser } from '../hosts/browser/find-browser.ts';
import { printPdfWith } from '../hosts/browser/print-pdf.ts';
import { mainTexts } from '../hosts/i18n.ts';
import { SAMPLE_AGENCIES } from '../sample/agencies.ts';
import { claimedPort } from '../storage/claimed-port.ts';
import { writeExport } from '../storage/export-file.ts';
import { diskPort } from '../storage/file-port.ts';
import { claimFolder } from '../storage/instance-lock.ts';
import { type Played, playSample } from './play-sample.ts';

const t = documentTexts('id');
const refusals = mainTexts('id');
const say = (line: string): void => console.log(line);

interface Arguments {
  readonly out: string;
  /** `null`: a temporary folder that is removed afterwards. */
  readonly data: string | null;
  readonly options: DocumentOptions;
}

const WRONG_ARGUMENTS = 2;

const PartialOptions = DocumentOptions.extend({ include: DocumentOptions.shape.include.partial() }).partial();
const NAMES = ['out', 'data', 'options'];

/** The usual options with the given ones, as JSON: `{"pattern":"older","include":{"rundown":true}}`. */
function optionsFrom(text: string): DocumentOptions | null {
  try {
    const told: unknown = JSON.parse(text);
    const { include, ...others } = PartialOptions.parse(told);
    return DocumentOptions.parse({
      ...DEFAULT_OPTIONS,
      ...others,
      include: { ...DEFAULT_OPTIONS.include, ...include },
    });
  } catch {
    // The caller reports what is wrong in one sentence.
    return null;
  }
}

/** @returns `null` after printing what is wrong with the arguments */
function readArguments(): Arguments | null {
  const { tokens } = parseArgs({
    strict: false,
    tokens: true,
    options: { out: { type: 'string' }, data: { type: 'string' }, options: { type: 'string' } },
  });
  const given = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    const argument = token.kind === 'option' ? token.rawName : token.value;
    if (token.kind !== 'option' || !NAMES.includes(token.name)) {
      return wrong(t('demo.unknown', { argument }));
    }
    if (token.value === undefined || token.value === '') return wrong(t('demo.missing', { argument }));
    given.set(token.name, token.value);
  }
  const out = given.get('out');
  if (out === undefined) return wrong(t('demo.missing', { argument: '--out' }));
  const data = given.get('data');
  const options = optionsFrom(given.get('options') ?? '{}');
  if (options === null) return wrong(t('demo.options'));
  return { out: resolve(out), data: data === undefined ? null : resolve(data), options };
}

function wrong(sentence: string): null {
  console.error(`${sentence}\n${t('demo.usage')}`);
  return null;
}

function summary({ meeting, commands }: Played): void {
  const notes = allNotes(meeting);
  const items = orderedItems(meeting);
  const agencies = items.filter(({ kind }) => kind === 'agency').length;
  say(t('demo.agenda', { agencies, others: items.length - agencies, presented: meeting.presented.length }));
  say(
    t('demo.notes', {
      notes: notes.length,
      roles: new Set(notes.flatMap(({ author }) => (author.kind === 'leader' ? author.role : []))).size,
      agencies: new Set(notes.flatMap(({ author }) => (author.kind === 'agency' ? author.agencyId : []))).size,
      private: notes.filter(({ visibility }) => visibility === 'private').length,
    }),
  );
  say(t('demo.followUps', { followUps: followUpsNow(meeting).length, commands }));
}

async function play({ out, data, options }: Arguments): Promise<void> {
  const began = performance.now();
  const browser = findBrowser();
  if (browser === null) throw new Refused('noBrowser');
  const folder = data ?? (await mkdtemp(join(tmpdir(), 'ekspose-demo-')));
  const claim = await claimFolder(folder, {
    onLost(error) {
      throw error;
    },
    report: console.error,
  });
  if (!claim.taken) throw new Error(refusals('main:terminal.alreadyRunningElsewhere', { folder }));
  try {
    const settings = firstSettings(SAMPLE_AGENCIES);
    const played = await playSample(settings, claimedPort(diskPort, folder, claim.mine), folder);
    summary(played);
    const pdf = await printedDocument(
      {
        document: 'minutes',
        meeting: played.meeting,
        letterhead: settings.letterhead,
        emblem: null,
        options,
        agencyId: null,
      },
      (html) => printPdfWith(browser, html),
    );
    await writeExport(out, pdf, 'whole');
    if (data !== null) say(t('demo.data', { folder: data }));
    const seconds = ((performance.now() - began) / 1000).toFixed(1).replace('.', ',');
    say(t('demo.written', { path: out, size: Math.round(pdf.byteLength / 1024), seconds }));
  } finally {
    await claim.release();
    if (data === null) await rm(folder, { recursive: true, force: true });
  }
}

const args = readArguments();
if (args === null) process.exitCode = WRONG_ARGUMENTS;
else {
  play(args).catch((error: unknown) => {
    if (error instanceof Refused) console.error(refusals(`errors:${error.code}`, error.params));
    else console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
