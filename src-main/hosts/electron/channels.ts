/** The names under which windows and main process speak; preloads and main share them. */
export const MESSAGE_CHANNEL = 'ekspose:message';
export const PUSH_CHANNEL = 'ekspose:push';
/** Main asks a page for what is being typed, and the preload answers under the same name when the page has sent it. */
export const LAST_WORDS_CHANNEL = 'ekspose:last-words';
