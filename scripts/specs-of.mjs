// Which end-to-end specs touch what: from a folder of the sources to specs below tests/e2e. The longest folder that fits a
// file counts; what no folder fits has its unit tests alone.
export const SPECS_OF = {
  'src-core/archive': ['search', 'archive-edges'],
  'src-core/commands': ['rakor', 'keyboard'],
  'src-core/model': ['series'],
  'src-core/displays': ['projector-screen', 'projector/strip'],
  'src-core/import': ['lists'],
  'src-core/minutes': ['minutes', 'wording'],
  'src-core/pacing': ['pacing'],
  'src-core/views': ['projector-one-change', 'projector/one-frame'],
  'src-main/archive': ['search', 'archive-edges'],
  'src-main/app': ['smoke', 'half-typed', 'second-desk'],
  'src-main/backups': ['data'],
  'src-main/documents': ['minutes', 'wording'],
  'src-main/emblem': ['emblem'],
  'src-main/exports': ['minutes'],
  'src-main/hosts': ['smoke', 'no-idle-traffic', 'one-change', 'strip'],
  'src-main/meeting': ['data', 'rakor'],
  'src-main/register': ['series'],
  'src-main/moving': ['moving'],
  'src-main/projector': ['projector-screen', 'one-screen', 'strip'],
  'src-main/storage': ['data'],
  'src-renderer/archive': ['search', 'archive-edges'],
  'src-renderer/client': ['half-typed', 'smoke'],
  'src-renderer/desk': [
    'desk-screens',
    'keyboard',
    'small-windows',
    'desk/keys',
    'desk/words',
    'desk/unread',
    'desk/on-demand',
  ],
  'src-renderer/desk/agenda': [
    'agenda-places',
    'desk-screens',
    'keyboard',
    'small-windows',
    'desk/fast-keys',
    'desk/agenda-rows',
  ],
  'src-renderer/desk/search': ['search', 'agenda-places', 'keyboard', 'desk/keys', 'desk/kept-panels'],
  'src-renderer/desk/agency-directory': ['agency-directory'],
  'src-renderer/desk/agency-page': ['series', 'archive-edges', 'desk/long-lists'],
  'src-renderer/desk/backups': ['data', 'desk-screens', 'desk/start'],
  'src-renderer/desk/board': ['series', 'archive-edges', 'desk/long-lists'],
  'src-renderer/desk/follow-ups': ['series', 'desk-screens', 'desk/words', 'desk/kept-focus'],
  'src-renderer/desk/problems': ['series', 'desk/kept-focus'],
  'src-renderer/desk/moving': ['moving'],
  'src-renderer/desk/series': ['series'],
  'src-renderer/desk/kernel/archive': ['search', 'series'],
  'src-renderer/desk/kernel/keys': ['keyboard', 'desk/keys', 'desk/held-keys', 'desk/fast-keys', 'desk/type-anywhere'],
  'src-renderer/desk/kernel/forms': ['half-typed', 'desk/words', 'desk/unread', 'desk/left-forms', 'desk/start'],
  'src-renderer/desk/kernel/toasts': ['desk-screens', 'desk/toasts'],
  'src-renderer/desk/kernel/saving': ['half-typed', 'desk/words', 'desk/left-words', 'second-desk'],
  'src-renderer/desk/exports': ['minutes', 'desk-screens', 'desk/toasts', 'desk/one-screen'],
  'src-renderer/desk/notes': [
    'keyboard',
    'desk/kept-focus',
    'desk/words',
    'desk/type-anywhere',
    'desk/left-forms',
    'desk/left-words',
    'desk/long-names',
    'desk/note-rows',
  ],
  'src-renderer/desk/wording': ['wording', 'desk/words', 'desk/left-words', 'desk/kept-focus'],
  'src-renderer/desk/meeting/lists': ['lists', 'desk-screens'],
  'src-renderer/desk/meeting-details': ['rakor-life', 'desk-screens'],
  'src-renderer/desk/rehearsal': ['rakor-life'],
  'src-renderer/desk/second-desk': ['second-desk', 'desk-screens'],
  'src-renderer/desk/attendance': ['desk-screens', 'desk/attendee', 'desk/kept-focus'],
  'src-renderer/desk/sheet': ['keyboard', 'desk/kept-focus', 'half-typed', 'desk/next-sheet', 'desk/unread'],
  'src-renderer/desk/shell': ['desk-screens', 'small-windows', 'desk/foot', 'desk/kept-panels'],
  'src-renderer/desk/home': ['rakor-life', 'half-typed', 'desk-screens', 'desk/start'],
  'src-renderer/kit': [
    'every-screen',
    'desk/kept-focus',
    'desk/keys',
    'desk/foot',
    'small-windows',
    'desk/words',
    'desk/drops',
    'desk/icons',
    'desk/unread',
  ],
  'src-renderer/projector': [
    'projector/dignity',
    'projector/fits',
    'projector/layouts',
    'projector/long-day',
    'projector/one-frame',
    'projector/readable',
    'projector/real-seconds',
    'projector/pages-and-connection',
    'projector/slides',
    'projector/strip',
  ],
  'src-renderer/desk/projector': ['projector-screen', 'one-screen', 'desk/strip'],
  'src-renderer/desk/one-screen': ['one-screen', 'desk/one-screen'],
  'src-renderer/desk/settings': ['desk-screens', 'emblem', 'desk/strip', 'desk/kept-focus'],
  'src-renderer/slides': ['projector/slides', 'projector/slides-clock', 'projector/slides-seconds', 'slides'],
  'src-renderer/desk/slides': ['slides', 'converted-slides', 'desk/drops'],
};

/** @param files changed, below the root. @returns the specs to run, relative to tests/e2e, without their ending */
export function specsOf(files) {
  const specs = new Set();
  for (const file of files) {
    const own = /^tests\/e2e\/(.+)\.spec\.ts$/.exec(file)?.[1];
    if (own !== undefined) specs.add(own);
    const [folder] = Object.keys(SPECS_OF)
      .filter((one) => file.startsWith(`${one}/`))
      .toSorted((a, b) => b.length - a.length);
    for (const spec of SPECS_OF[folder] ?? []) specs.add(spec);
  }
  return [...specs].toSorted();
}
