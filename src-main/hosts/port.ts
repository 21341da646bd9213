import type { DisplayChoice } from '#core/displays/choices.ts';
import type { Audience, Push } from '#core/protocol/messages.ts';
import type { Locale } from '#core/text/format.ts';
import type { DisplayInfo, Placing } from '#core/views/desk.ts';

/**
 * Answers one message of a window. The audience is known from the channel, never from what the message says.
 * @param client which of the audience's pages it is; it stays the same when the page connects or is loaded again
 */
export type MessageHandler = (audience: Audience, message: unknown, client: string) => Promise<unknown>;

export interface SavePath {
  readonly path: string;
  /** True when the system's own dialog has already asked whether an existing file may be replaced. */
  readonly overwriteAsked: boolean;
}

/** Everything that the application needs of what it runs on; `electron/` and `browser/` implement it. */
export interface Host {
  readonly kind: 'electron' | 'browser';
  /** Sets who answers the windows; called once, before any window is opened. */
  serve(handler: MessageHandler): void;
  /** Sends to every open window of an audience; to none when none is open. */
  push(audience: Audience, push: Push): void;
  /**
   * Opens the audience's window, or brings the open one to the front.
   * @param displayId where to put it; `null` lets the host choose (the projector: a second display when there is one)
   * @returns the address to open by hand, where the host has no windows of its own; else `null`
   */
  openWindow(audience: Audience, displayId: string | null): Promise<{ url: string | null }>;
  closeWindow(audience: Audience): void;
  /** The desk's pages (`client`) that are connected now, the oldest first; absent where there is never more than one. */
  desks?(): readonly string[];
  isOpen(audience: Audience): boolean;
  /** In reading order; none where the host cannot know them. */
  displays(): readonly DisplayInfo[];
  /** On which displays the windows are; `null` where the host cannot know it. */
  placing(): Placing | null;
  /** Sets to which display the projector goes in which room, from now on and whenever displays come and go. */
  keepDisplayChoices(choices: readonly DisplayChoice[]): void;
  /**
   * Shows each page on its display for some seconds or until a key is struck, without taking the keyboard; absent where
   * the host cannot place windows.
   */
  showOnDisplays?(pages: readonly { readonly displayId: string; readonly html: string }[]): Promise<void>;
  /** Makes the desk fill its display, or a window again; absent where a page does that by itself. */
  fillWithDesk?(on: boolean): void;
  /** Sets the language of what the host itself says; absent where it says nothing. */
  speak?(language: Locale): void;
  /** Called whenever a window opened or closed, or the displays changed. */
  onChange(listener: () => void): void;
  /**
   * Prints one self-contained page to PDF: tagged, outlined, page size from its CSS.
   * @throws Refused `noBrowser` when there is nothing to print with
   */
  printPdf(html: string): Promise<Uint8Array>;
  /** Makes a self-contained page visible to the desk, in a frame, under its own strict policy. @returns its address */
  showDocument(html: string): string;
  /**
   * Asks where to save a file of the kind that the suggested path's ending tells; `null` when the user cancelled. A host
   * without dialogs answers with the suggested path.
   */
  askSavePath(suggested: string): Promise<SavePath | null>;
  /** Asks for a file to be read; absent where the host has no dialogs. `null` when the user cancelled. */
  askOpenPath?(): Promise<string | null>;
  /** Asks for a folder; absent where the host has no dialogs. */
  askFolder?(): Promise<string | null>;
  /** Opens a file with the system's program for it, or its folder. */
  showFile(path: string, how: 'open' | 'folder'): Promise<void>;
  /** Tells when the machine goes to sleep and wakes; absent where the host cannot know. */
  onSleep?(listener: { suspended(): void; resumed(): void }): void;
  /** Keeps the display from sleeping while a meeting runs. */
  keepAwake(on: boolean): void;
}
