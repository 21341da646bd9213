/** Tells the copy of a rule's module from the one that everybody else reads. */
const OWN = '?schemas';

/**
 * Gives the desk's `schemas.ts` the modules of the rules anew, by the way of a suffix: a bundler keeps what anybody reads of a
 * module wherever that module is, and the schemas, with zod, would be in what every window loads first.
 * @param {{ core: string, reader: string }} paths the folder of the rules, and the file that reads schemas
 * @returns {import('vite').Plugin}
 */
export const ownSchemas = ({ core, reader }) => ({
  name: 'ekspose:own-schemas',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    if (importer !== reader && importer?.endsWith(OWN) !== true) return null;
    const found = await this.resolve(source, importer.replace(OWN, ''), { ...options, skipSelf: true });
    return found?.id.startsWith(core) ? `${found.id}${OWN}` : found;
  },
});
