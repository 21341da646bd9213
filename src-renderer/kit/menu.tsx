import './press-style.ts';
import type { ReactElement } from 'react';
import { Menu as AriaMenu, Keyboard, MenuItem, MenuTrigger, Popover, Separator, Text } from 'react-aria-components';
import { Icon, type IconName } from './icons.tsx';

export type MenuEntry =
  | {
      readonly id: string;
      readonly label: string;
      readonly icon?: IconName | undefined;
      readonly keys?: string | undefined;
      readonly isDisabled?: boolean | undefined;
      readonly isDanger?: boolean | undefined;
      run(): void;
    }
  | { readonly id: string; readonly separator: true };

export interface MenuProps {
  readonly label: string;
  /** The button that opens it: `Button` or `IconButton`. */
  readonly trigger: ReactElement;
  readonly entries: readonly MenuEntry[];
}

/** Actions behind a button. */
export function Menu({ label, trigger, entries }: MenuProps) {
  // Labels are aligned, whether their own row has an icon or not.
  const hasIcons = entries.some((entry) => 'icon' in entry && entry.icon !== undefined);
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="k-popover" offset={4}>
        <AriaMenu aria-label={label} className="k-list">
          {entries.map((entry) =>
            'separator' in entry ? (
              <Separator key={entry.id} id={entry.id} className="k-separator" />
            ) : (
              <MenuItem
                key={entry.id}
                id={entry.id}
                textValue={entry.label}
                className={`k-option ${entry.isDanger === true ? 'k-option-danger' : ''}`.trim()}
                isDisabled={entry.isDisabled ?? false}
                onAction={() => entry.run()}
              >
                {entry.icon !== undefined ? (
                  <Icon name={entry.icon} size={16} />
                ) : (
                  hasIcons && <span className="k-option-no-icon" aria-hidden="true" />
                )}
                <Text slot="label" className="k-option-text">
                  {entry.label}
                </Text>
                {entry.keys !== undefined && <Keyboard className="k-key">{entry.keys}</Keyboard>}
              </MenuItem>
            ),
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
