/**
 * The system whose habits the double adopts. Each habit names its source (in electron/electron unless another project
 * is named); docs/electron-double.md lists them all.
 */
export const MODES = ['windows', 'mac', 'wayland', 'x11'] as const;
export type Mode = (typeof MODES)[number];

const isMode = (name: string | undefined): name is Mode => MODES.some((mode) => mode === name);

const given = process.env.EKSPOSE_DOUBLE_MODE;
if (given !== undefined && !isMode(given)) throw new Error(`the double of electron has no mode ${given}`);

let current: Mode = given ?? 'x11';

export const mode = (): Mode => current;
export const setMode = (next: Mode): void => {
  current = next;
};
