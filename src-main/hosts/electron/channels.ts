/** The two names under which windows and main process speak; preloads and main share them. */
export const MESSAGE_CHANNEL = 'ekspose:message';
export const PUSH_CHANNEL = 'ekspose:push';
