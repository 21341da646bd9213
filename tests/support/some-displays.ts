import fc from 'fast-check';
import type { DisplayArea } from '#core/displays/placement.ts';

/** Displays side by side, above one another, apart, or one mirroring another; of any usual size and scale. */
export const someDisplays = fc
  .array(
    fc.record({
      size: fc.constantFrom([1366, 768], [1024, 768], [1920, 1080], [800, 600], [1080, 1920], [3840, 2160]),
      scale: fc.constantFrom(1, 1.25, 1.5, 2),
      side: fc.constantFrom('right', 'left', 'above', 'below', 'mirror'),
      shift: fc.integer({ min: -700, max: 700 }),
      gap: fc.constantFrom(0, 0, 0, 40),
      bar: fc.constantFrom([0, 0, 0, 40], [62, 0, 62, 0], [0, 25, 0, 25], [0, 0, 0, 0]),
      internal: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .chain((rows) => fc.record({ rows: fc.constant(rows), primary: fc.integer({ min: 0, max: rows.length - 1 }) }))
  .map(({ rows, primary }): DisplayArea[] => {
    const placed: DisplayArea[] = [];
    for (const [index, { size, scale, side, shift, gap, bar, internal }] of rows.entries()) {
      // Nobody can work on less than 640 pixels, whatever the scale.
      const by = Math.min(...size) / scale < 480 ? 1 : scale;
      const [width, height] = size.map((length) => Math.round(length / by)) as [number, number];
      const all = placed.map(({ bounds }) => bounds);
      const edge = {
        left: Math.min(0, ...all.map(({ x }) => x)),
        top: Math.min(0, ...all.map(({ y }) => y)),
        right: Math.max(0, ...all.map((one) => one.x + one.width)),
        bottom: Math.max(0, ...all.map((one) => one.y + one.height)),
      };
      const at = {
        right: [edge.right + gap, shift],
        left: [edge.left - width - gap, shift],
        above: [shift, edge.top - height - gap],
        below: [shift, edge.bottom + gap],
        mirror: [all[0]?.x ?? 0, all[0]?.y ?? 0],
      }[side] as [number, number];
      const bounds = { x: at[0], y: at[1], width, height };
      const [x = 0, y = 0, w = 0, h = 0] = bar;
      const workArea = { x: bounds.x + x, y: bounds.y + y, width: width - w, height: height - h };
      placed.push({ id: String(index), bounds, workArea, internal, primary: index === primary });
    }
    return placed;
  });
