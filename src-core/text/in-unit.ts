/** A figure with its unit, unless it was typed with it: "76,3 %". Without a figure there is no unit either. */
export const inUnit = (figure: string, unit: string): string =>
  figure === '' || unit === '' || figure.toLowerCase().endsWith(unit.toLowerCase()) ? figure : `${figure} ${unit}`;
