import './press-style.ts';
import { cloneElement, type ReactElement, useEffect, useRef, useState } from 'react';
import { Menu as AriaMenu, Keyboard, MenuItem, Popover, Separator, Text } from 'react-aria-components';
import type { ButtonProps, IconButtonProps } from './button.tsx';
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
  readonly trigger: ReactElement<ButtonProps | IconButtonProps>;
  /** Asked for when the menu is opened, where there are many such menus. */
  readonly entries: readonly MenuEntry[] | (() => readonly MenuEntry[]);
}

function Entries({
  label,
  entries,
  autoFocus,
  onClose,
}: Pick<MenuProps, 'label'> & {
  readonly entries: readonly MenuEntry[];
  readonly autoFocus: 'first' | 'last' | true;
  onClose(): void;
}) {
  // Labels are aligned, whether their own row has an icon or not.
  const hasIcons = entries.some((entry) => 'icon' in entry && entry.icon !== undefined);
  return (
    <AriaMenu aria-label={label} className="k-list" autoFocus={autoFocus} onClose={onClose}>
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
  );
}

/** Actions behind a button. Nothing of the menu is there before it is opened. */
export function Menu({ label, trigger, entries }: MenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState<'first' | 'last' | true | null>(null);
  const close = (): void => setOpened(null);
  // A panel that is hidden takes it along, and does not show it again.
  useEffect(() => () => setOpened(null), []);
  return (
    <>
      {cloneElement(trigger, {
        ref: button,
        'aria-haspopup': 'menu',
        'aria-expanded': opened !== null,
        onPress: ({ byKey }) => setOpened(byKey ? 'first' : true),
        onKeyDown: (event) => {
          if (!['ArrowDown', 'ArrowUp', 'Enter', ' '].includes(event.key)) return;
          // Before a click of the key's comes of it, which React Aria takes for one of an assistive program.
          event.preventDefault();
          event.stopPropagation();
          if (!event.repeat) setOpened(event.key === 'ArrowUp' ? 'last' : 'first');
        },
      })}
      {opened !== null && (
        <Popover
          trigger="MenuTrigger"
          triggerRef={button}
          placement="bottom start"
          className="k-popover"
          offset={4}
          isOpen
          onOpenChange={close}
        >
          <Entries
            label={label}
            entries={typeof entries === 'function' ? entries() : entries}
            autoFocus={opened}
            onClose={close}
          />
        </Popover>
      )}
    </>
  );
}
