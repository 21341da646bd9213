import type { DisplayChoice } from '#core/displays/choices.ts';
import type { StripEdge } from '#core/displays/strip.ts';
import type { Audience, Push } from '#core/protocol/messages.ts';
import type { Locale } from '#core/text/format.ts';
import type { DisplayInfo, Placing } from '#core/views/desk.ts';

/**
 * Answers one message of a window. The audience follows from the channel, never from the message.
 * @param client the page; it stays the same when the page reconnects or reloads
 */
export type MessageHandler = (audience: Audience, message: unknown, client: string) => Promise<unknown>;

export interface SavePath {
  readonly path: string;
  /** True if the system's own dialog has already asked whether an existing file may be replaced. */
  readonly overwriteAsked: boolean;
}

/** A slim window above every other program, at an edge of the projector's display, in place of the projector's window. */
export interface HostStrip {
  isOn(): boolean;
  /** Shows it, or moves it to this edge. An open projector window makes room. */
  show(edge: StripEdge): Promise<void>;
  /** Ends it; a projector window that made room comes back. */
  hide(): Promise<void>;
}

/** Everything that the application needs of its host; `electron/` and `browser/` implement it. */
export interface Host {
  readonly kind: 'electron' | 'browser';
  /** Sets the handler of messages; called once, before any window is opened. */
  serve(handler: MessageHandler): void;
  /** Sends to every open window of an audience. */
  push(audience: Audience, push: Push): void;
  /**
   * Opens the audience's window, or brings the open one to the front.
   * @param displayId where to place it; `null` lets the host choose (the projector: a second display if there is one)
   * @returns the address to open by hand if the host has no windows of its own; otherwise `null`
   */
  openWindow(audience: Audience, displayId: string | null): Promise<{ url: string | null }>;
  closeWindow(audience: Audience): void;
  /** The desk's connected pages (`client`), the oldest first; absent if there is never more than one. */
  desks?(): readonly string[];
  isOpen(audience: Audience): boolean;
  /** In reading order; empty if the host cannot know them. */
  displays(): readonly DisplayInfo[];
  /** On which displays the windows are; `null` if the host cannot know it. */
  placing(): Placing | null;
  /** Sets the projector's display for each set of displays, from now on and whenever displays change. */
  keepDisplayChoices(choices: readonly DisplayChoice[]): void;
  /**
   * Shows each page on its display for some seconds or until a key is pressed, without taking the focus; absent if the
   * host cannot place windows.
   */
  showOnDisplays?(pages: readonly { readonly displayId: string; readonly html: string }[]): Promise<void>;
  /** Absent if the host cannot place a window, or cannot keep it above those of other programs. */
  readonly strip?: HostStrip;
  /** Makes the desk fill its display, or a window again; absent if a page does that itself. */
  fillWithDesk?(on: boolean): void;
  /** Sets the language of the host's own texts; absent if it has none. */
  speak?(language: Locale): void;
  /** Called whenever a window opened or closed, or the displays changed. */
  onChange(listener: () => void): void;
  /**
   * Prints one self-contained page to PDF: tagged, outlined, page size from its CSS.
   * @throws Refused `noBrowser` if there is nothing to print with
   */
  printPdf(html: string): Promise<Uint8Array>;
  /**
   * Makes a self-contained page available to the desk, in a frame, under its own strict policy.
   * @returns its address
   */
  showDocument(html: string): string;
  /**
   * Asks where to save a file whose kind follows from the suggested path's extension; `null` if the user cancelled. A
   * host without dialogs answers with the suggested path.
   */
  askSavePath(suggested: string): Promise<SavePath | null>;
  /** Asks for a file to read; absent if the host has no dialogs. `null` if the user cancelled. */
  askOpenPath?(): Promise<string | null>;
  /** Asks for a folder; absent if the host has no dialogs. */
  askFolder?(): Promise<string | null>;
  /** Opens a file with the system's program for it, or its folder. */
  showFile(path: string, how: 'open' | 'folder'): Promise<void>;
  /** Ends the application even if something cannot be saved, as the desk asks; absent if the host asks in a dialog. */
  leave?(): void;
  /** Reports when the machine goes to sleep and wakes; absent if the host cannot know. */
  onSleep?(listener: { suspended(): void; resumed(): void }): void;
  /** Keeps the display from sleeping while a meeting runs. */
  keepAwake(on: boolean): void;
}
