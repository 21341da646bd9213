// Loaded with `node --require` before the application's main file, which then gets this double as `electron`.
import Module from 'node:module';
import { appDouble } from './app.ts';
import { electron, handlers } from './electron.ts';
import { openLink } from './windows-link.ts';

type Load = (request: string, parent: unknown, isMain: boolean) => unknown;
const loader = Module as unknown as { _load: Load };
const load = loader._load;
loader._load = (request, parent, isMain) => (request === 'electron' ? electron : load(request, parent, isMain));
Object.defineProperty(process.versions, 'electron', { value: '45.0.0-double' });

openLink(handlers);
// Later than everything that the main file does before its first await, as in Electron.
setTimeout(() => {
  appDouble.ready = true;
  appDouble.emit('ready', {});
}, 20);
