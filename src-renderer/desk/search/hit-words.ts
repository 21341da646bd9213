import type { Hit } from '#core/archive/search.ts';
import type { Snippet } from '#core/archive/snippet.ts';
import { formatDate, type Locale } from '#core/text/format.ts';
import type { DeskT } from '../kernel/i18n.ts';

/** Who said a note: "Bupati, arahan"; an agency is not named again where it is the one that presented. */
function authorOf(t: DeskT, { author, noteKind }: Hit): string {
  const who = author?.kind === 'leader' ? t(`domain:roleShort.${author.role}`) : '';
  const what = noteKind === null ? '' : t(`domain:noteKind.${noteKind}`);
  return [who, what].filter((part) => part !== '').join(', ');
}

/** Where a hit is from: whose turn, who said it, in which meeting, when. */
function placeOf(t: DeskT, locale: Locale, hit: Hit): string {
  const item = hit.agency !== '' || hit.itemKind === null ? hit.agency : t(`domain:itemKind.${hit.itemKind}`);
  const date = hit.date === '' ? '' : formatDate(hit.date, locale);
  const title = hit.kind === 'meeting' ? '' : hit.meetingTitle;
  return [item, authorOf(t, hit), title, date].filter((part) => part !== '').join(' · ');
}

function tagOf(t: DeskT, { standing, visibility, solved, sample }: Hit): string {
  if (visibility === 'private') return t('domain:visibility.private');
  if (standing === 'done') return t('domain:followUpStatus.done');
  if (standing === 'late') return t('followUps.late');
  if (solved === true) return t('search.solved');
  return sample ? t('domain:sample') : '';
}

/** A hit in words. */
export interface HitWords {
  readonly title: Snippet;
  readonly detail: Snippet;
  readonly tag: string;
}

/** What a row says of a hit, in the language of the desk. */
export function hitWords(t: DeskT, locale: Locale, hit: Hit): HitWords {
  if (hit.kind === 'agency') {
    const short = hit.agency === hit.snippet.text ? '' : hit.agency;
    return { title: hit.snippet, detail: hit.by ?? { text: short, marks: [] }, tag: '' };
  }
  return { title: hit.snippet, detail: { text: placeOf(t, locale, hit), marks: [] }, tag: tagOf(t, hit) };
}
