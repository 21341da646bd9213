import { performance } from 'node:perf_hooks';
import { instant, mono } from '#core/time/units.ts';
import { createApplication } from '#main/app/application.ts';
import { renderInProcess } from '#main/exports/rendering.ts';
import type { Host, MessageHandler } from '#main/hosts/port.ts';
import { slidesFiles } from '#main/slides/slides-files.ts';
import { diskPort } from '#main/storage/file-port.ts';

// The whole main process on its real files, with windows replaced by the channel to the parent: it starts in a fraction of
// a second, so that it can be killed hundreds of times.

const [dataFolder = ''] = process.argv.slice(2);
const tell = (message: object): void => {
  process.send?.(message);
};
const refuse = (): never => {
  throw new Error('there is nothing to show here');
};

const host: Host = {
  kind: 'browser',
  serve(handler: MessageHandler) {
    process.on('message', (incoming: { id: number; message: unknown }) => {
      void handler('desk', incoming.message, 'desk').then((answer) => tell({ id: incoming.id, answer }));
    });
  },
  push: (audience, push) => {
    if (audience === 'desk') tell({ push });
  },
  openWindow: async () => ({ url: null }),
  closeWindow: () => undefined,
  isOpen: () => false,
  displays: () => [],
  placing: () => null,
  keepDisplayChoices: () => undefined,
  onChange: () => undefined,
  printPdf: refuse,
  showDocument: refuse,
  askSavePath: async () => null,
  showFile: refuse,
  keepAwake: () => undefined,
};

const application = createApplication({
  host,
  files: diskPort,
  slides: slidesFiles(diskPort, dataFolder),
  dataFolder,
  documentsFolder: dataFolder,
  clock: { mono: () => mono(performance.now()), now: () => instant(Date.now()) },
  render: renderInProcess,
  version: '0',
  report: (error) => console.error(error),
});
await application.start();
tell({ ready: true });
