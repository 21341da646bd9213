import { delimiter, join } from 'node:path';
import { type Machine, thisMachine } from '../hosts/programs.ts';

/** An installed program that makes a PDF of a presentation. */
export interface Converter {
  readonly kind: 'libreoffice' | 'powerpoint';
  /** The executable that is started. */
  readonly program: string;
}

const COMMANDS = ['soffice', 'libreoffice'] as const;
const POWERPOINT = [['root', 'Office16'], ['Office16'], ['Office15']].map((parts) => [
  'Microsoft Office',
  ...parts,
  'POWERPNT.EXE',
]);
const POWERSHELL = ['System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe'] as const;

const programFolders = ({ env }: Machine): string[] =>
  [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.PROGRAMW6432].flatMap((root) => root || []);

function offices(machine: Machine): string[] {
  const { platform, env } = machine;
  switch (platform) {
    case 'darwin':
      return ['', env.HOME ?? '']
        .filter((root, index) => index === 0 || root !== '')
        .map((root) => `${root}/Applications/LibreOffice.app/Contents/MacOS/soffice`);
    case 'win32':
      return programFolders(machine).map((root) => join(root, 'LibreOffice', 'program', 'soffice.exe'));
    default:
      return COMMANDS.flatMap((name) => [
        ...(env.PATH ?? '')
          .split(delimiter)
          .filter((folder) => folder !== '')
          .map((folder) => join(folder, name)),
        join('/usr/lib/libreoffice/program', name),
        join('/opt/libreoffice/program', name),
        join('/snap/bin', name),
      ]);
  }
}

/** PowerPoint is steered by a script of the system's own shell. */
function powerPoint(machine: Machine): Converter | null {
  if (machine.platform !== 'win32') return null;
  const isThere = programFolders(machine).some((root) =>
    POWERPOINT.some((parts) => machine.isProgram(join(root, ...parts))),
  );
  const program = join(machine.env.SYSTEMROOT ?? 'C:\\Windows', ...POWERSHELL);
  return isThere && machine.isProgram(program) ? { kind: 'powerpoint', program } : null;
}

/**
 * LibreOffice, else PowerPoint: the first works in a profile of its own and can be stopped whole. The variable
 * EKSPOSE_OFFICE takes precedence; if it names no program, no other is used instead, since somebody chose that one.
 * @returns `null` if there is none
 */
export function findConverter(machine: Machine = thisMachine()): Converter | null {
  const wanted = machine.env.EKSPOSE_OFFICE;
  if (wanted !== undefined && wanted !== '') {
    return machine.isProgram(wanted) ? { kind: 'libreoffice', program: wanted } : null;
  }
  const office = offices(machine).find((path) => machine.isProgram(path));
  return office === undefined ? powerPoint(machine) : { kind: 'libreoffice', program: office };
}
