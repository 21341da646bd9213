import type { Client } from './running-application.ts';
import { accepted } from './running-application.ts';

/** Sends a file as the desk does. @returns the hash under which it is stored */
export async function uploadSlides(
  desk: Client<'desk'>,
  name: string,
  bytes: Buffer,
  piece = 1_000_000,
): Promise<string> {
  const { upload } = accepted(await desk.ask('slides.begin', { name, bytes: bytes.length }));
  for (let at = 0; at < bytes.length; at += piece) {
    accepted(await desk.ask('slides.piece', { upload, base64: bytes.subarray(at, at + piece).toString('base64') }));
  }
  return accepted(await desk.ask('slides.end', { upload })).hash;
}
