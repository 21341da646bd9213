import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LOCALES } from '#core/text/format.ts';
import { DISK_REASONS } from '#core/views/desk.ts';
import { route } from '#main/app/router.ts';
import { backupStore } from '#main/backups/store.ts';
import { mainTexts } from '#main/hosts/i18n.ts';
import { MEETING } from '#main/meeting/document-kind.ts';
import { NO_STEPS } from '#main/meeting/history.ts';
import { journal } from '#main/meeting/journal.ts';
import { reasonOf } from '#main/storage/disk-refusal.ts';
import { writeExport } from '#main/storage/export-file.ts';
import { simulatedDisk } from '../../../doubles/disk/simulated-disk.ts';
import { namedData } from '../../../support/named-data.ts';
import { movedClock, roomOf } from '../../../support/projector-at-work.ts';

const CODES = ['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EIO', 'EBUSY', 'EMFILE', 'EISDIR'];

const failure = (code: string): Error =>
  Object.assign(new Error(`${code}: something in the system’s own words, write`), { code, syscall: 'write' });

/** What no sentence for a user may hold. */
const RAW = /\bE[A-Z]{3,}\b|system’s own|undefined|\{\{/;

test('no sentence has a place for what the system said', () => {
  const places = LOCALES.flatMap((locale) =>
    readdirSync(join('locales', locale), { recursive: true, encoding: 'utf8' }).flatMap((file) =>
      (file.endsWith('.json')
        ? [...readFileSync(join('locales', locale, file), 'utf8').matchAll(/\{\{\s*(detail|error|message|cause)\b/g)]
        : []
      ).map(([found]) => `${locale}/${file}: ${found}`),
    ),
  );
  expect(places).toEqual([]);
});

test.each(CODES)('%s reaches no sentence: every refusal and state made of it says what to do', async (code) => {
  const error = failure(code);
  const reported: unknown[] = [];
  const report = (what: unknown) => reported.push(what);
  const refusals: { code: string; params: Record<string, unknown> }[] = [];

  const requests = new Proxy({}, { get: () => () => Promise.reject(error) });
  const router = {
    hello: () => Promise.reject(error),
    command: () => ({ seq: 0 }),
    requests,
    seat: { mayWrite: () => true },
    admit: () => undefined,
    report,
  };
  const message = { kind: 'request', type: 'history.undo', payload: {} };
  const reply = await route(router as unknown as Parameters<typeof route>[0], 'desk', message, 'page');
  if (!('ok' in reply) || reply.ok) throw new Error('not refused');
  refusals.push(reply.refusal);
  expect(reported).toEqual([error]);

  const clock = movedClock();
  const fails = (): Promise<never> => Promise.reject(error);
  const saving = journal({
    files: {
      ...simulatedDisk().port,
      stat: async () => ({ size: 1, changedAt: 0 }),
      openAppend: async () => ({ append: fails, sync: fails, close: async () => undefined }),
    },
    folder: '/m/a',
    root: '/m',
    seq: 0,
    journalBytes: 1,
    snapshotStale: false,
    kind: MEETING,
    quarantine: {},
    fullState: () => ({ document: roomOf(clock), steps: NO_STEPS, at: clock.now(), mono: clock.mono() }),
    onState: () => undefined,
    now: clock.now,
    report,
    wait: () => ({ cancel: () => undefined }),
  });
  saving.append({
    seq: 1,
    at: clock.now(),
    mono: clock.mono(),
    audience: 'desk',
    type: 'meeting.edit',
    op: 'do',
    patches: [],
  });
  const unsaved = await saving.flush().catch((raised: unknown) => raised);
  refusals.push(unsaved as { code: string; params: Record<string, unknown> });
  expect(reported).toEqual([error, error]);
  const { failing } = saving.state();
  // Whoever cannot leave says why nothing was saved.
  expect(reasonOf(unsaved)).toBe(failing?.reason);
  refusals.push({ code: failing?.code ?? '', params: { context: failing?.reason } });

  for (const at of ['writeSynced', 'rename'] as const) {
    const done = async (): Promise<void> => undefined;
    const disk = { writeSynced: done, rename: done, remove: done, makeFolder: done, [at]: () => Promise.reject(error) };
    const refused = await writeExport('/x/notula.pdf', new Uint8Array(), 'nothing', disk).catch(
      (raised: unknown) => raised,
    );
    expect(refused).toMatchObject({ cause: error });
    refusals.push(refused as { code: string; params: Record<string, unknown> });
  }

  for (const locale of LOCALES) {
    const t = mainTexts(locale) as unknown as (key: string, params: object) => string;
    for (const refused of refusals) expect(t(`errors:${refused.code}`, refused.params)).not.toMatch(RAW);
    expect(t(`main:reason.${reasonOf(error)}`, {})).not.toMatch(RAW);
  }
});

test('a failed backup is reported with its reason, and the error goes to the log', async () => {
  const error = failure('ENOSPC');
  let full = false;
  const { port } = simulatedDisk({
    before() {
      if (full) throw error;
    },
  });
  await port.makeFolder('/data');
  full = true;
  const clock = movedClock();
  const state = { meeting: roomOf(clock), seq: 1, at: clock.now(), mono: null };
  const { failures } = await backupStore(port, '/data', namedData('a')).write(
    state,
    { own: true, chosen: null },
    false,
  );
  expect(failures).toEqual([{ folder: `/data/backups/${state.meeting.id}`, reason: 'full', error }]);
});

test.each(LOCALES)('every reason has its own sentence in %s', (locale) => {
  const t = mainTexts(locale) as unknown as (key: string, params: object) => string;
  const sentences = DISK_REASONS.map((context) => t('errors:saveFailed', { context }));
  expect(new Set(sentences).size).toBe(DISK_REASONS.length);
});
