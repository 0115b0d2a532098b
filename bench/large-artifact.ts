import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

/**
 * A template with one function whose code is a zip of `megabytes`. It is written here: random bytes, stored, because a
 * zip of nothing but zeros would be small everywhere. Returns the template's path.
 */
export async function largeApplication(folder: string, megabytes: number): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeZip(join(folder, 'code.zip'), 'data.bin', megabytes);
  const template = join(folder, 'template.yaml');
  await writeFile(
    template,
    [
      "AWSTemplateFormatVersion: '2010-09-09'",
      'Transform: AWS::Serverless-2016-10-31',
      'Resources:',
      '  Data:',
      '    Type: AWS::Serverless::LayerVersion',
      '    Properties: { ContentUri: code.zip }',
      '',
    ].join('\n'),
  );
  return template;
}

/** Zip with one stored entry (PKWARE APPNOTE 4.3), written in pieces. */
async function writeZip(path: string, name: string, megabytes: number): Promise<void> {
  const piece = new Uint8Array(2 ** 20);
  let state = 0x2545f491;
  const size = megabytes * piece.length;
  let checksum = 0;
  await using file = await open(path, 'w');
  // The header comes last: it holds the checksum.
  await file.write(Buffer.concat([Buffer.alloc(30), Buffer.from(name)]));
  for (let index = 0; index < megabytes; index += 1) {
    for (let at = 0; at < piece.length; at += 4) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      piece[at] = state;
      piece[at + 1] = state >>> 8;
      piece[at + 2] = state >>> 16;
      piece[at + 3] = state >>> 24;
    }
    checksum = crc32(piece, checksum);
    await file.write(piece);
  }
  const entry = Buffer.alloc(26);
  entry.writeUInt16LE(20, 0); // version
  entry.writeUInt32LE(checksum, 10);
  entry.writeUInt32LE(size, 14);
  entry.writeUInt32LE(size, 18);
  entry.writeUInt16LE(name.length, 22);
  const directory = Buffer.concat([
    Buffer.from('PK\x01\x02\x14\x00', 'latin1'),
    entry,
    Buffer.alloc(14),
    Buffer.from(name),
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(30 + name.length + size, 16);
  await file.write(Buffer.concat([directory, end]));
  await file.write(Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), entry]), 0, 30, 0);
}
