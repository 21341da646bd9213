/** Where both hosts serve the user's emblem. */
export const emblemAddress = (id: string): string => `/emblem/${id}.png`;
