import { readFileSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { convert } from '#main/slides/convert.ts';
import { convertCommand } from '#main/slides/convert-command.ts';
import type { Converter } from '#main/slides/find-converter.ts';
import { temporaryFolder } from '../../../support/temp-folder.ts';

/** A program that does what a shell script says; `$OUT` is the folder for the PDF, `$IN` the presentation. */
async function rig(script: string) {
  const folder = await temporaryFolder();
  // What it makes is in a folder of its own: beside this test others convert.
  const scratch = join(folder, 'scratch');
  await mkdir(scratch);
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, scratch);
  onTestFinished(() => void vi.unstubAllEnvs());
  const program = join(folder, 'soffice');
  await writeFile(program, `#!/bin/sh\nfor IN; do :; done\nOUT="$(dirname "$IN")/pdf"\n${script}\n`);
  await chmod(program, 0o755);
  const path = join(folder, 'u1.part');
  await writeFile(path, 'PK presentasi');
  const converter: Converter = { kind: 'libreoffice', program };
  const abort = new AbortController();
  const start = (timeout = 20_000) =>
    convert({ converter, path, name: '../PUPR final.PPTX', signal: abort.signal, timeout }, (pdf) =>
      readFile(pdf, 'utf8'),
    );
  return { folder, start, abort, path };
}

const leftovers = (): Promise<string[]> => readdir(tmpdir());

/** Resolves once the file exists, which the script writes. */
async function written(path: string): Promise<string> {
  for (;;) {
    const text = await readFile(path, 'utf8').catch(() => '');
    if (text !== '') return text;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** One that has ended stays listed where nobody collects it, as in some containers. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

describe.skipIf(process.platform === 'win32')('a conversion', () => {
  test('gives back the PDF, and leaves nothing behind', async () => {
    const { start } = await rig('echo "%PDF-1.7 $(cat "$IN") $(basename "$IN")" > "$OUT/bahan.pdf"');
    expect(await start()).toBe('%PDF-1.7 PK presentasi bahan.pptx\n');
    expect(await leftovers()).toEqual([]);
  });

  test.each([
    ['ends with an error', 'echo rusak >&2; exit 3'],
    ['makes no PDF', 'exit 0'],
    ['makes a link instead of one', 'ln -s /etc/hostname "$OUT/bahan.pdf"'],
    ['makes a folder instead of one', 'mkdir "$OUT/bahan.pdf"'],
  ])('is refused when the program %s', async (_what, script) => {
    const { start } = await rig(script);
    await expect(start()).rejects.toMatchObject({ code: 'slidesNotConverted', cause: expect.any(Error) });
  });

  test('is refused when the program has gone', async () => {
    const { start, folder } = await rig('exit 0');
    await writeFile(join(folder, 'soffice'), '');
    await expect(start()).rejects.toMatchObject({ code: 'slidesNotConverted' });
  });

  test.each([
    ['takes too long', 'slidesTooSlow'],
    ['is cancelled', 'slidesInterrupted'],
  ])('that %s is stopped with everything that it started', async (what, code) => {
    const { folder, start, abort } = await rig('');
    const pids = join(folder, 'pids');
    await writeFile(join(folder, 'soffice'), `#!/bin/sh\nsleep 300 &\necho "$! $$" > "${pids}"\nwait\n`);
    const ending = start(what === 'takes too long' ? 2000 : 60_000);
    const refused = expect(ending).rejects.toMatchObject({ code });
    const running = (await written(pids)).trim().split(' ').map(Number);
    if (what === 'is cancelled') abort.abort();
    await refused;
    await expect.poll(() => running.filter(isAlive)).toEqual([]);
    expect(await leftovers()).toEqual([]);
  });

  test('that was cancelled before its turn is not begun', async () => {
    const { folder, start, abort } = await rig('');
    await writeFile(join(folder, 'soffice'), `#!/bin/sh\ntouch "${join(folder, 'began')}"\n`);
    abort.abort();
    await expect(start()).rejects.toMatchObject({ code: 'slidesInterrupted' });
    expect(await readdir(folder)).not.toContain('began');
  });
});

describe('what is started', () => {
  test('LibreOffice has a profile of its own, in which no macro runs and no link is followed', () => {
    const { args, env, files } = convertCommand({ kind: 'libreoffice', program: 'soffice' }, '/w/bahan.pptx', '/w');
    expect(args[0]).toMatch(/^-env:UserInstallation=file:\/\/.*\/w\/profile$/);
    expect(args).toEqual(expect.arrayContaining(['--headless', '--norestore']));
    expect(args.at(-1)).toBe('/w/bahan.pptx');
    const [[path, profile] = ['', '']] = files;
    expect(path).toBe(join('/w', 'profile', 'user', 'registrymodifications.xcu'));
    for (const [name, value] of [
      ['MacroSecurityLevel', '3'],
      ['DisableMacrosExecution', 'true'],
      ['BlockUntrustedRefererLinks', 'true'],
    ] as const) {
      expect(profile).toContain(`oor:name="${name}" oor:op="fuse"><value>${value}</value>`);
    }
    expect(env).toMatchObject({ http_proxy: 'http://127.0.0.1:9', https_proxy: 'http://127.0.0.1:9' });
  });

  test('PowerPoint is told by a script without names in it, runs no macro, and stays open for others', () => {
    const { args, env, output } = convertCommand(
      { kind: 'powerpoint', program: 'powershell.exe' },
      'C:\\w\\a.ppt',
      'C:\\w',
    );
    expect(args.slice(0, -1)).toEqual([
      '-NoProfile',
      '-NonInteractive',
      '-ExecutionPolicy',
      'Bypass',
      '-EncodedCommand',
    ]);
    const script = Buffer.from(args.at(-1) ?? '', 'base64').toString('utf16le');
    expect(env).toMatchObject({ EKSPOSE_FROM: 'C:\\w\\a.ppt', EKSPOSE_TO: output });
    expect(script).not.toContain('C:\\w');
    expect(script).toContain('$app.AutomationSecurity = 3');
    expect(script).toContain('SaveAs($env:EKSPOSE_TO, 32)');
    expect(script).toContain('if ($app.Presentations.Count -eq 0) { $app.Quit() }');
  });
});
