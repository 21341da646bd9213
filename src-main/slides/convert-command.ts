import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Converter } from './find-converter.ts';

/** What is started to make a PDF of a presentation, in a folder that nothing else uses. */
export interface ConvertCommand {
  readonly args: readonly string[];
  /** Added to the environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Written before the start: path and text. */
  readonly files: readonly (readonly [path: string, text: string])[];
  /** Where the PDF will be. */
  readonly output: string;
}

/** Nobody listens there: whatever a presentation wants to load, it does not get. */
const NO_NETWORK = {
  http_proxy: 'http://127.0.0.1:9',
  https_proxy: 'http://127.0.0.1:9',
  all_proxy: 'http://127.0.0.1:9',
};

const setting = (path: string, name: string, value: string): string =>
  `<item oor:path="/org.openoffice.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;

/** A profile in which no macro runs, no active content starts and no link of a document is followed. */
const PROFILE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${[
  setting('Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'),
  setting('Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'),
  setting('Office.Common/Security/Scripting', 'DisableActiveContent', 'true'),
  setting('Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'),
  setting('Inet/Settings', 'ooInetProxyType', '1'),
  setting('Inet/Settings', 'ooInetHTTPProxyName', '127.0.0.1'),
  setting('Inet/Settings', 'ooInetHTTPProxyPort', '9'),
  setting('Inet/Settings', 'ooInetHTTPSProxyName', '127.0.0.1'),
  setting('Inet/Settings', 'ooInetHTTPSProxyPort', '9'),
].join('\n')}
</oor:items>
`;

/**
 * Paths come in the environment, so that no name needs quoting. It ends PowerPoint only if nobody else has a presentation
 * open in it: there is never more than one.
 */
const SCRIPT = `
$ErrorActionPreference = 'Stop'
$app = New-Object -ComObject PowerPoint.Application
try {
  $app.AutomationSecurity = 3
  $app.DisplayAlerts = 1
  $deck = $app.Presentations.Open($env:EKSPOSE_FROM, -1, 0, 0)
  try { $deck.SaveAs($env:EKSPOSE_TO, 32) } finally { $deck.Close() }
} finally {
  if ($app.Presentations.Count -eq 0) { $app.Quit() }
}
`;

/**
 * @param input the presentation, in `folder`
 * @param folder where everything else goes, too
 */
export function convertCommand({ kind }: Converter, input: string, folder: string): ConvertCommand {
  const output = join(folder, 'pdf', 'bahan.pdf');
  switch (kind) {
    case 'libreoffice': {
      const profile = join(folder, 'profile');
      return {
        args: [
          `-env:UserInstallation=${pathToFileURL(profile).href}`,
          '--headless',
          '--norestore',
          '--nolockcheck',
          '--nodefault',
          '--nofirststartwizard',
          '--nologo',
          '--convert-to',
          'pdf:impress_pdf_Export',
          '--outdir',
          join(folder, 'pdf'),
          input,
        ],
        env: { ...NO_NETWORK, SAL_USE_VCLPLUGIN: 'svp' },
        files: [[join(profile, 'user', 'registrymodifications.xcu'), PROFILE]],
        output,
      };
    }
    case 'powerpoint': {
      const encoded = Buffer.from(SCRIPT, 'utf16le').toString('base64');
      return {
        args: ['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-EncodedCommand', encoded],
        env: { ...NO_NETWORK, EKSPOSE_FROM: input, EKSPOSE_TO: output },
        files: [],
        output,
      };
    }
    default:
      return kind satisfies never;
  }
}
