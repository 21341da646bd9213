import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipOptions {
  /** What the directory says of a file's size instead of the truth. */
  readonly declared?: Readonly<Record<string, number>>;
  /** A file's external attributes, of its Unix mode say. */
  readonly attributes?: Readonly<Record<string, number>>;
  /** Says of every file that it has a password. */
  readonly encrypted?: boolean;
}

/** A ZIP archive of these files, as an office program writes it. */
export function zip(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: ZipOptions = {},
): Buffer<ArrayBuffer> {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const named = Buffer.from(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(options.encrypted === true ? 1 : 0, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(options.declared?.[name] ?? bytes.length, 18);
    head.writeUInt16LE(named.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, named, packed]);
    const more = Buffer.alloc(14);
    more.writeUInt32LE(options.attributes?.[name] ?? 0, 6);
    more.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), head, more, named]));
    locals.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.from(Buffer.concat([...locals, listed, Buffer.from('PK\x05\x06'), end]));
}
