import './search.css';
import { useMemo } from 'react';
import { Autocomplete, Input, Menu, MenuItem, SearchField, Text } from 'react-aria-components';
import { orderedItems } from '#core/model/meeting.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { useItemNames } from '../agenda/item-name.ts';
import { presenterLine } from '../agenda/presenter-line.ts';
import { statusText } from '../agenda/status-text.ts';
import { useMeeting, useViewed } from '../app/desk-context.tsx';
import { useT } from '../app/i18n.ts';
import { wordsMatch } from './words-match.ts';

/** Finds an item by any part of its name, short name or presenter, and shows it. */
export function SearchDialog({ onClose }: { onClose(): void }) {
  const t = useT();
  const names = useItemNames();
  const meeting = useMeeting();
  const { view } = useViewed();
  const entries = useMemo(
    () =>
      orderedItems(meeting).map((item) => {
        const brief = names.brief(meeting, item);
        const full = names.full(meeting, item);
        const detail = [full === brief ? '' : full, presenterLine(t, meeting, item)].filter((part) => part !== '');
        return { id: item.id, brief, detail: detail.join(' · '), status: statusText(t, item) };
      }),
    [meeting, names, t],
  );
  return (
    <Dialog title={t('search.title')} isOpen onClose={onClose} className="d-search">
      <Autocomplete filter={wordsMatch}>
        <SearchField aria-label={t('search.label')} autoFocus className="k-field">
          <Input className="k-input" placeholder={t('search.label')} />
        </SearchField>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the arrows move from the box above, but what scrolls must be reachable */}
        <section className="d-search-list" aria-label={t('search.results')} tabIndex={0}>
          <Menu
            aria-label={t('search.results')}
            className="k-list"
            items={entries}
            renderEmptyState={() => <p className="k-list-empty">{t('search.none')}</p>}
            onAction={(key) => {
              view(String(key) === meeting.current ? null : String(key));
              onClose();
            }}
          >
            {(entry) => (
              <MenuItem id={entry.id} textValue={`${entry.brief} ${entry.detail}`} className="k-option">
                <span className="k-option-text">
                  <Text slot="label">{entry.brief}</Text>
                  <Text slot="description" className="k-option-detail">
                    {entry.detail}
                  </Text>
                </span>
                <span className="k-tag">{entry.status}</span>
              </MenuItem>
            )}
          </Menu>
        </section>
      </Autocomplete>
    </Dialog>
  );
}
