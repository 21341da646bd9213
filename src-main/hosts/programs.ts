import { accessSync, constants, existsSync, statSync } from 'node:fs';

/** What a search for a program may know of the machine; passed in, so that every system's rules can be tested on any other. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  isProgram(path: string): boolean;
}

function isProgram(path: string): boolean {
  if (!existsSync(path) || !statSync(path).isFile()) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Present but not executable for us: treated as absent.
    return false;
  }
}

export const thisMachine = (): Machine => ({ platform: process.platform, env: process.env, isProgram });
