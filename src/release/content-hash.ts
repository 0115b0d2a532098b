import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { sha256 } from './hash.ts';

const FILES_AT_ONCE = 16;

/**
 * Hex SHA-256 of a file's bytes, or of the names and bytes of all files below a folder, whatever their times and order.
 * SAM's own build folder is left out. Of what is not there it is empty.
 */
export async function contentHash(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return '';
  if (!found.isDirectory()) return fileHash(path);
  const { default: createLimit } = await import('p-limit');
  const limit = createLimit(FILES_AT_ONCE);
  const names = (await readdir(path, { recursive: true })).filter((name) => !/^\.aws-sam(?:[\\/]|$)/.test(name)).sort();
  const entries = await Promise.all(
    names.map((name) =>
      limit(async () => {
        const file = join(path, name);
        return (await stat(file)).isDirectory() ? [name] : [name, await fileHash(file)];
      }),
    ),
  );
  return sha256(JSON.stringify(entries));
}

async function fileHash(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
