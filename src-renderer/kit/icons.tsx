/** Line icons on a 20 px grid, drawn in the colour of the text beside them and hidden from screen readers. */
const PATHS = {
  add: 'M10 4v12M4 10h12',
  close: 'M5 5l10 10M15 5L5 15',
  check: 'M4 10.5l4 4 8-9',
  chevronDown: 'M5 7.5l5 5 5-5',
  arrowUp: 'M10 16V4M5 9l5-5 5 5',
  arrowDown: 'M10 4v12M5 11l5 5 5-5',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  trash: 'M4 6h12M8 6V4h4v2M5.5 6l.8 10h7.4l.8-10M8.5 9v4.5M11.5 9v4.5',
  edit: 'M4 16l.8-3.6L13 4.2a1.4 1.4 0 012 0l.8.8a1.4 1.4 0 010 2L7.6 15.2 4 16z',
  calendar: 'M4 6h12v10.5H4zM4 9h12M7.5 3.5v3M12.5 3.5v3',
  search: 'M9 14.5a5.5 5.5 0 100-11 5.5 5.5 0 000 11zM13 13l3.5 3.5',
  folder: 'M3 16V5h5l1.5 2H17v9z',
  file: 'M5 3h6.5L15 6.5V17H5zM11 3v4h4',
  play: 'M7 5l8 5-8 5z',
  pause: 'M7 5v10M13 5v10',
  back: 'M12 5l-5 5 5 5',
  drag: 'M7.5 5h.01M12.5 5h.01M7.5 10h.01M12.5 10h.01M7.5 15h.01M12.5 15h.01',
  eye: 'M2.5 10s3-5 7.5-5 7.5 5 7.5 5-3 5-7.5 5-7.5-5-7.5-5zM10 12a2 2 0 100-4 2 2 0 000 4z',
  settings: 'M4 6h7M14.5 6H16M4 14h1.5M9 14h7M12.5 4v4M7 12v4',
  warning: 'M10 3.5l7 12.5H3zM10 8.5v3.5M10 14.2h.01',
  lock: 'M5.5 9h9v7.5h-9zM7 9V6.5a3 3 0 016 0V9',
  info: 'M10 17a7 7 0 100-14 7 7 0 000 14zM10 9.5v4M10 6.7h.01',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 18 }: { name: IconName; size?: number | undefined }) {
  return (
    <svg className="k-icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
