import { createHash } from 'node:crypto';

/** Name of the list, as release pages use it. */
export const CHECKSUMS = 'SHA256SUMS';

/**
 * SHA-256 of each file, in the format that `sha256sum -c SHA256SUMS` reads (GNU coreutils manual, "cksum output modes"): the hash,
 * two spaces, the name.
 * @param files text by name; names without backslash or line break, which the format would escape
 */
export function checksumsOf(files: Readonly<Record<string, string>>): string {
  const lines = Object.entries(files).map(
    ([name, text]) => `${createHash('sha256').update(text).digest('hex')}  ${name}\n`,
  );
  return lines.toSorted((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join('');
}
