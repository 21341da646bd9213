import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseSync } from 'oxc-parser';

/**
 * The layers, lowest first, by part of the program. A row is one layer: folders of one row do not know each other, and a
 * folder may import what stands in the rows above it. `folder/` alone holds the files of a folder and not its subfolders;
 * `folder/*` stands for each subfolder that no other row names.
 */
export const LAYERS = {
  'src-core': [
    ['time'],
    ['refusals', 'displays', 'text'],
    ['model'],
    ['schedule', 'import', 'backups', 'archive'],
    ['pacing'],
    ['minutes'],
    ['commands'],
    ['views'],
    ['protocol'],
  ],
  'src-main': [
    ['storage', 'hosts/', 'hosts/web', 'sample'],
    ['meeting', 'documents'],
    ['requests'],
    ['register'],
    ['exports/docx', 'exports/text'],
    ['exports/'],
    ['exports/worker', 'archive', 'backups', 'emblem', 'projector', 'slides'],
    ['moving'],
    ['app'],
    ['hosts/browser', 'hosts/electron'],
    ['demo'],
  ],
  'src-renderer': [
    ['kit', 'client', 'archive'],
    ['slides'],
    ['projector'],
    ['desk/kernel'],
    ['desk/meeting'],
    ['desk/*'],
    ['desk/shell', 'desk/one-screen'],
    ['desk/'],
  ],
};

/** A file of fewer lines that one other alone imports belongs to that other. */
const LEAST_LINES = 12;

/** Folders whose subfolders are their own: nobody else looks into them. */
const CLOSED = ['src-renderer/projector', 'src-renderer/desk/*'];
/** What may be taken from a subfolder all the same, and why. */
const OPEN = { 'src-renderer/projector/styles/projector.css': "the desk's small picture is dressed as the projector" };

const ALIASES = { '#core': 'src-core', '#main': 'src-main', '#renderer': 'src-renderer' };

/** @returns the files of ours that a source imports, types included, below the root; and those that it loads later */
function importsOf(path, source) {
  const { module, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  const literal = ({ start, end }) => /^['"`]([^'"`$]+)['"`]$/.exec(source.slice(start, end))?.[1];
  const named = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.map(({ moduleRequest }) => moduleRequest?.value)),
  ];
  const later = module.dynamicImports.map(({ moduleRequest }) => literal(moduleRequest));
  const below = (spec) => {
    const [bare] = spec.split('?');
    const alias = ALIASES[bare.split('/')[0]];
    if (alias !== undefined) return join(alias, bare.slice(bare.indexOf('/') + 1));
    return bare.startsWith('.') ? relative('.', resolve(dirname(path), bare)) : null;
  };
  const ours = (specs) => {
    const files = specs.flatMap((spec) => (spec === undefined ? [] : (below(spec) ?? [])));
    return [...new Set(files)].map((file) => file.split(sep).join('/')).filter((file) => /^src-/.test(file));
  };
  return { imports: ours([...named, ...later]), later: ours(later) };
}

/** Every name of a layer's folder that fits, the longest first. */
function places(path) {
  const [part, ...rest] = dirname(path).split('/');
  const folder = rest.join('/');
  const rows = LAYERS[part] ?? [];
  const fits = rows.flatMap((row, rank) =>
    row.flatMap((name) => {
      if (name === `${folder}/`) return [{ rank, name, folder: `${part}/${folder}` }];
      if (name.endsWith('/*')) {
        const base = name.slice(0, -1);
        if (!folder.startsWith(base)) return [];
        return [{ rank, name, folder: `${part}/${base}${folder.slice(base.length).split('/')[0]}` }];
      }
      return folder === name || folder.startsWith(`${name}/`) ? [{ rank, name, folder: `${part}/${name}` }] : [];
    }),
  );
  return fits.toSorted((a, b) => b.name.replace(/[/*]+$/, '').length - a.name.replace(/[/*]+$/, '').length);
}

/** @returns {{ part: string, rank: number, folder: string } | null} the layer that a file is in */
function layerOf(path) {
  const named = places(path);
  const [best] = named
    .filter(({ name }) => !name.endsWith('/*'))
    .concat(named.filter(({ name }) => name.endsWith('/*')));
  return best === undefined ? null : { part: path.split('/')[0], rank: best.rank, folder: best.folder };
}

const PARTS = ['src-core', 'src-main', 'src-renderer'];
/** Which parts of the program a part may import besides itself. */
const KNOWS = { 'src-core': [], 'src-main': ['src-core'], 'src-renderer': ['src-core'] };

/** Circles of a graph: the nodes from which a way leads back to them, by the smallest of each circle. */
function circles(edges) {
  const reach = (start) => {
    const seen = new Set();
    const todo = [start];
    while (todo.length > 0)
      for (const next of edges.get(todo.pop()) ?? [])
        if (!seen.has(next)) {
          seen.add(next);
          todo.push(next);
        }
    return seen;
  };
  const reached = new Map([...edges.keys()].map((node) => [node, reach(node)]));
  const inCircle = [...edges.keys()].filter((node) => reached.get(node).has(node));
  const groups = inCircle.map((node) =>
    inCircle.filter((other) => reached.get(node).has(other) && reached.get(other).has(node)).toSorted(),
  );
  return [...new Map(groups.map((group) => [group.join(' ↔ '), group])).keys()];
}

/**
 * Reads who imports whom.
 * @param {string[]} files source files, below the root
 * @param {(path: string) => string} read
 * @returns {{ faults: string[], folders: Map<string, Set<string>> }} what breaks a rule, in words; which folder knows which
 */
export function examine(files, read = (path) => readFileSync(path, 'utf8')) {
  const faults = [];
  const graph = new Map();
  const folders = new Map();
  const short = new Map();
  /** What is loaded by itself, later: its few lines say what belongs together. */
  const entries = new Set();
  for (const file of files.filter((path) => /\.tsx?$/.test(path))) {
    const source = read(file);
    const { imports, later } = importsOf(file, source);
    graph.set(file, imports);
    for (const target of later) entries.add(target);
    const lines = source.trimEnd().split('\n').length;
    if (lines < LEAST_LINES) short.set(file, lines);
    const from = layerOf(file);
    if (from === null) faults.push(`${file} is in no layer`);
    for (const target of imports) {
      const to = layerOf(target);
      if (from === null || to === null) continue;
      if (from.part !== to.part) {
        if (!KNOWS[from.part].includes(to.part))
          faults.push(`${file} may not import ${target}: another part of the program`);
        continue;
      }
      if (from.folder === to.folder) continue;
      folders.set(from.folder, (folders.get(from.folder) ?? new Set()).add(to.folder));
      if (to.rank > from.rank) faults.push(`${file} imports ${target}, which is in a layer above it`);
      if (to.rank === from.rank) faults.push(`${file} imports ${target}, its neighbour in the same layer`);
      const inside = dirname(target) !== to.folder;
      const closed = CLOSED.some((name) => name === to.folder || (name.endsWith('/*') && isFeature(to)));
      if (inside && closed && OPEN[target] === undefined) faults.push(`${file} looks into ${to.folder}: ${target}`);
    }
  }
  for (const [file, lines] of short) {
    const importers = [...graph].filter(([, imports]) => imports.includes(file)).map(([importer]) => importer);
    if (importers.length === 1 && !entries.has(file))
      faults.push(`${file} has ${lines} lines, and ${importers[0]} alone imports it: join them`);
  }
  for (const circle of circles(graph)) faults.push(`a circle of files: ${circle}`);
  for (const circle of circles(folders)) faults.push(`a circle of folders: ${circle}`);
  return { faults, folders };
}

const isFeature = ({ part, rank }) => LAYERS[part][rank].some((name) => name.endsWith('/*'));

/** The layers as a picture, the highest first: a row may import the rows below it. */
function picture(folders) {
  const known = [...new Set([...folders].flatMap(([from, to]) => [from, ...to]))].toSorted();
  return PARTS.map((part) => {
    const rows = LAYERS[part].map((row, rank) =>
      row.flatMap((name) =>
        name.endsWith('/*')
          ? known
              .filter((folder) => {
                const layer = layerOf(`${folder}/any.ts`);
                return layer?.part === part && layer.rank === rank && layer.folder === folder;
              })
              .map((folder) => folder.slice(part.length + name.length))
          : [name],
      ),
    );
    return [part, ...rows.toReversed().map((row) => `  ${row.join(' · ')}`)].join('\n');
  }).join('\n\n');
}

const FROM = '<!-- layers: drawn by npm run check -->\n';
const TO = '<!-- end of layers -->';

/** A document with the picture of the layers between its two marks. @throws when a mark is missing */
export function drawnInto(document, folders) {
  const start = document.indexOf(FROM);
  const end = document.indexOf(TO);
  if (start < 0 || end < start) throw new Error('the marks for the picture of the layers are missing');
  return `${document.slice(0, start)}${FROM}\n\`\`\`\n${picture(folders)}\n\`\`\`\n\n${document.slice(end)}`;
}
