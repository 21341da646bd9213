import domain from '#locales/en/domain.json';
import projector from '#locales/en/projector.json';

/** The projector's words in English: a script of its own, since most rooms never read it. */
export default { domain, projector };
