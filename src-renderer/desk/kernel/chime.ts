import timeUpFile from '#assets/sounds/time-up.wav?url';
import wrapUpFile from '#assets/sounds/wrap-up.wav?url';

export type Chime = 'wrapUp' | 'overtime';
const FILES: Record<Chime, string> = { wrapUp: wrapUpFile, overtime: timeUpFile };

/** Plays one of the two soft sounds; on a computer without sound only the console mentions it. */
export function playChime(chime: Chime): void {
  const audio = new Audio(FILES[chime]);
  audio.volume = 0.6;
  audio.play().catch((error: unknown) => console.warn('chime:', error));
}
