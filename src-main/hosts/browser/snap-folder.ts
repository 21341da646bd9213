import { homedir } from 'node:os';
import { basename, join } from 'node:path';

/**
 * The folder that both the application and a browser installed as a snap can write: such a browser sees neither our
 * /tmp nor hidden folders. `null` for any other browser, which can write everywhere.
 */
export function snapFolder(browser: string, home: string = homedir()): string | null {
  if (!browser.startsWith('/snap/')) return null;
  const [name = ''] = basename(browser).split('.');
  return join(home, 'snap', name, 'common');
}
