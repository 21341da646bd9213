import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { testBrowser } from '../../support/test-browser.ts';
import { dist, HOSTS, hostsHere } from './hosts.ts';

/** Says once what this run is made on, and stops it where nothing could be found out. */
export default function globalSetup(): void {
  const here = hostsHere();
  const missing = HOSTS.filter((host) => !here.includes(host));
  console.log(`Hosts of this run: ${here.join(', ')}.`);
  for (const host of missing) console.log(`Not run: ${host} (its executable is not on this machine).`);
  console.log(`Windows in: ${testBrowser() ?? 'Playwright’s own Chromium'}.`);
  for (const file of ['main/browser.cjs', 'main/electron.cjs', 'renderer/desk.html', 'renderer/projector.html']) {
    if (!existsSync(join(dist(), file)))
      throw new Error(`${join(dist(), file)} is missing: build first (npm run build)`);
  }
}
