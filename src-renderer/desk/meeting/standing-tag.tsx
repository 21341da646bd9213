import type { Standing } from '#core/model/follow-up-now.ts';
import { useT } from '../kernel/i18n.ts';

const COLOUR: Readonly<Record<Standing, string>> = {
  late: 'k-tag-red',
  attention: 'k-tag-amber',
  onTrack: '',
  done: 'k-tag-green',
};

/** How a follow-up stands, in words and colour. */
export function StandingTag({ standing }: { standing: Standing }) {
  const t = useT();
  return <span className={`k-tag ${COLOUR[standing]}`.trim()}>{t(`domain:standing.${standing}`)}</span>;
}
