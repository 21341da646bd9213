// Makes the desk's two sounds: soft bell tones, made of sines that die away. Run it by hand after changing them; the results
// are kept in the repository, and being made here they are under nobody else's licence.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const RATE = 22_050;
const here = fileURLToPath(new URL('.', import.meta.url));

/** One struck tone: the note and two soft overtones. `at`: when it is struck, s. */
const tone = (hertz, at, loudness = 0.32) => ({ hertz, at, loudness });

/** The samples of struck tones, -1 to 1. */
function played(tones, length) {
  const samples = new Float64Array(Math.round(length * RATE));
  for (const { hertz, at, loudness } of tones) {
    for (let n = Math.round(at * RATE); n < samples.length; n += 1) {
      const t = n / RATE - at;
      // A rise of 15 ms takes the click off the stroke.
      const shape = Math.min(1, t / 0.015) * Math.exp(-3.6 * t);
      const wave = [1, 2, 3].reduce((sum, k) => sum + Math.sin(2 * Math.PI * hertz * k * t) / (k * k * 1.6), 0);
      samples[n] += loudness * shape * wave;
    }
  }
  // The last 50 ms fade out, so that it does not end in a click either.
  const fade = Math.round(0.05 * RATE);
  for (let n = 0; n < fade; n += 1) samples[samples.length - 1 - n] *= n / fade;
  return samples;
}

/** A WAV file: mono, 16 bit. */
function wav(samples) {
  const data = Buffer.alloc(samples.length * 2);
  for (const [n, sample] of samples.entries()) {
    data.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), n * 2);
  }
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}

// One tone asks to conclude; two, the second lower, say that time is up.
writeFileSync(`${here}wrap-up.wav`, wav(played([tone(659.25, 0)], 1.3)));
writeFileSync(`${here}time-up.wav`, wav(played([tone(659.25, 0), tone(523.25, 0.42)], 1.8)));
