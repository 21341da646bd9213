/** What a stranger does after sending. `stay`: sends nothing more and waits. */
export type Ending = 'wait' | 'reset' | 'half' | 'stay';

export interface Untrusted {
  /** What is sent, in this many writes. */
  readonly parts: readonly Buffer[];
  readonly ending: Ending;
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const WRONG_TOKENS = ['', 'x'.repeat(32), '%c3%a9'.repeat(32), '\u00e9'.repeat(32), '%', '%zz', '%00'.repeat(9)];

/**
 * Raw requests that no browser makes, and upgrades of strangers, from one seed.
 * @param host the server's, `name:port`
 */
export function untrustedBytes(seed: number, host: string): () => Untrusted {
  const random = seededRandom(seed);
  const below = (most: number): number => Math.floor(random() * most);
  const oneOf = <T>(...choices: readonly [T, ...T[]]): T => choices[below(choices.length)] ?? choices[0];
  const pool = Buffer.from(Array.from({ length: 16_384 }, () => below(256))).toString('latin1');
  const noise = (most: number): string => {
    const from = below(pool.length - most);
    return pool.slice(from, from + below(most));
  };
  const token = (): string => WRONG_TOKENS[below(WRONG_TOKENS.length)] ?? '';

  const path = (): string =>
    oneOf(
      () =>
        oneOf(
          '//',
          '//x',
          '///',
          '*',
          '',
          '/%',
          '/%zz',
          '/%c3%28',
          '/%00',
          '/\0',
          '/\u00e9',
          '/..%2f..%2fetc',
          '/.',
          '?',
          '#',
        ),
      () =>
        oneOf('http://evil.example/', `http://${host}/desk.html`, 'http://[', 'http://%', `//${host}/socket`, 'a:b@c'),
      () =>
        oneOf('/desk.html', '/desk.html/x.html', `/${'b'.repeat(300)}.html`, '/assets/', '/assets', '/desk.html?%zz#%'),
      () => `/${'a'.repeat(below(20_000))}`,
      () => `${oneOf('/document/', '/emblem/', '/ticket/', '/focus?token=')}${oneOf(token(), noise(60), '..%2f.png')}`,
      () => `/socket?token=${token()}&client=${noise(20)}&as=${oneOf('desk', 'projector', 'x')}`,
      () => `/${noise(80)}`,
    )();

  const hostLine = (): string =>
    oneOf(
      () => `Host: ${host}\r\n`,
      () => `Host: ${host}\r\n`,
      () =>
        `Host: ${oneOf('evil.example', '\u00e9\u00e8.example', '[::1', '', `x@${host}`, 'localhost', noise(30))}\r\n`,
      () => `Host: ${host}\r\nHost: evil.example\r\n`,
      () => '',
    )();

  const odd = (): string =>
    oneOf(
      () => '',
      () => `X: ${'y'.repeat(below(30_000))}\r\n`,
      () => Array.from({ length: below(600) }, (_, index) => `X${index}: 1\r\n`).join(''),
      () =>
        oneOf(
          'Content-Length: -1\r\n',
          'Content-Length: 99999999999999\r\n',
          'Content-Length: 3\r\nContent-Length: 4\r\n',
        ),
      () => oneOf('Transfer-Encoding: chunked\r\n', 'Transfer-Encoding: chunked, x\r\nContent-Length: 5\r\n'),
      () =>
        oneOf(
          'Expect: 100-continue\r\n',
          'Expect: \u00e9\r\n',
          'Connection: keep-alive, upgrade, \0\r\n',
          ' folded: x\r\n',
        ),
      () => `Cookie: ${oneOf('=', ';;;', `ekspose-desk-1=${noise(40)}`, 'a=b; '.repeat(below(200)))}\r\n`,
      () => `${noise(200)}\r\n`,
    )();

  const upgrade = (): string =>
    `Connection: Upgrade\r\nUpgrade: ${oneOf('websocket', 'WebSocket', 'h2c', '\u00e9')}\r\n` +
    `Origin: ${oneOf(`http://${host}`, 'null', 'http://evil.example', noise(20))}\r\n` +
    oneOf(
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n',
      'Sec-WebSocket-Version: \u00e9\r\n',
      '',
    );

  const request = (): string =>
    `${oneOf('GET', 'GET', 'GET', 'HEAD', 'POST', 'CONNECT', 'OPTIONS', 'get', 'PRI', noise(8))} ${path()} ` +
    `${oneOf('HTTP/1.1', 'HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/9.9', '', noise(10))}\r\n` +
    `${hostLine()}${random() < 0.4 ? upgrade() : ''}${random() < 0.4 ? odd() : ''}\r\n${random() < 0.2 ? noise(400) : ''}`;

  const text = (): string =>
    oneOf(
      request,
      request,
      request,
      () => `GET /socket?token=${token()} HTTP/1.1\r\nHost: ${host}\r\n${upgrade()}\r\n${noise(50)}`,
      () => Array.from({ length: 1 + below(8) }, request).join(''),
      () => noise(2_000),
      () => `\x16\x03\x01${noise(300)}`,
      () => `GET /desk.html HTTP/1.1\r\nHost: ${host}\r\n\r\n`.repeat(1 + below(40)),
    )();

  return () => {
    const bytes = Buffer.from(text(), 'latin1');
    const cut = below(bytes.length + 1);
    return {
      parts: random() < 0.3 ? [bytes.subarray(0, cut), bytes.subarray(cut)] : [bytes],
      ending: oneOf('wait', 'wait', 'wait', 'reset', 'reset', 'half', random() < 0.1 ? 'stay' : 'wait'),
    };
  };
}
