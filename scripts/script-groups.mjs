// Which modules of the windows go into one file. A window waits for each file that it asks for, and each costs its headers: by
// itself the bundler would make one for each set of screens that read the same. Whoever needs a part of a file reads all of it.
import { normalizePath } from 'vite';

/** Of the projector alone, though the desk shows it in small. */
const isOfProjector = (id) =>
  /[\\/]src-renderer[\\/](projector|slides)[\\/]|[\\/](i18n-projector\.ts|projector\.json)$/.test(id);
/** What begins a window, the schemas, and English, which few ask for, stay in files of their own. */
const isAlone = (id) =>
  /[\\/](main\.tsx|english-projector\.ts|schemas\.ts|zod[\\/].*|locales[\\/]en[\\/].*|.*\?schemas)$/.test(id);

/** Of a window: the modules with which it begins, and those with all that it asks for later. */
const modulesOf = () => ({ first: new Set(), all: new Set() });

/**
 * @param {string} root of the project
 * @returns {{ findModules: import('vite').Plugin, groups: object[] }} a plugin that finds out who reaches which module, and
 *   the groups (`output.codeSplitting`) that follow from it
 */
export function scriptGroups(root) {
  const desk = modulesOf();
  const projector = modulesOf();
  const findModules = {
    name: 'ekspose:find-modules',
    buildEnd() {
      const reach = (id, found, importedBy) => {
        if (found.has(id)) return;
        found.add(id);
        const info = this.getModuleInfo(id);
        for (const next of info === null ? [] : importedBy(info)) reach(next, found, importedBy);
      };
      for (const [page, { first, all }] of Object.entries({ desk, projector })) {
        const main = normalizePath(`${root}src-renderer/${page}/main.tsx`);
        reach(main, first, ({ importedIds }) => importedIds);
        reach(main, all, ({ importedIds, dynamicallyImportedIds }) => [...importedIds, ...dynamicallyImportedIds]);
      }
    },
  };
  const isOfBoth = (id) => projector.all.has(id) && (desk.first.has(id) || (desk.all.has(id) && !isOfProjector(id)));
  const groups = [
    // React, the words, the clocks and the connection.
    { name: 'base', test: isOfBoth },
    { name: 'desk', tags: ['$initial'], test: (id) => desk.first.has(id) },
    // What the desk's screens and dialogs look like, with the first of them: a style sheet that comes later may have Chromium work
    // out the style of everything that is there, in the middle of what somebody types.
    {
      name: 'looks',
      test: (id) => desk.all.has(id) && !desk.first.has(id) && !projector.all.has(id) && /\.css$/.test(id),
    },
    // The projector's screens, which the desk shows in small.
    { name: 'frames', test: (id) => projector.first.has(id) },
    // What the projector shows now and then, slides among it.
    { name: 'seldom', test: (id) => projector.all.has(id) },
    // Fields, menus and lists of several of the desk's screens and dialogs; the small picture of the projector is not among them.
    { name: 'shared', test: (id) => desk.all.has(id) && !/[\\/]desk[\\/]projector[\\/]/.test(id), minShareCount: 2 },
  ];
  return {
    findModules,
    groups: groups.map(({ test, ...group }) => ({
      ...group,
      test: (id) => !isAlone(id) && test(id),
      includeDependenciesRecursively: false,
    })),
  };
}
