/** A top-level value that is computed by calling something. */
const isComputed = (init) =>
  init !== null && /^(?:CallExpression|ObjectExpression|ArrayExpression|NewExpression)$/.test(init.type);

/**
 * Lets a bundler leave out what the rules compute and a window does not read: the schemas above all, and zod with them. Rules are
 * pure, so that a top-level value of theirs which nobody reads does nothing; a bundler cannot know that by itself.
 * @param {string} core folder of the rules
 * @returns {import('vite').Plugin}
 */
export const pureCore = (core) => ({
  name: 'ekspose:pure-core',
  enforce: 'post',
  transform(code, id) {
    if (!id.startsWith(core)) return null;
    const computed = this.parse(code)
      .body.map((node) => (node.type === 'ExportNamedDeclaration' ? node.declaration : node))
      .filter((node) => node?.type === 'VariableDeclaration')
      .flatMap(({ declarations }) => declarations.map(({ init }) => init).filter(isComputed));
    let pure = code;
    for (const { start, end } of computed.reverse())
      pure = `${pure.slice(0, start)}/* @__PURE__ */ (() => (${pure.slice(start, end)}))()${pure.slice(end)}`;
    return { code: pure, map: null };
  },
});
