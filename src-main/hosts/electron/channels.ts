/** The channel names between windows and main process, shared by preloads and main. */
export const MESSAGE_CHANNEL = 'ekspose:message';
export const PUSH_CHANNEL = 'ekspose:push';
/** Main requests what is being typed, and the preload answers on the same channel when the page has sent it. */
export const LAST_WORDS_CHANNEL = 'ekspose:last-words';
