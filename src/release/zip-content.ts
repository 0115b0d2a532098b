import type { Entry } from 'yauzl';

/**
 * What a zip file unpacks to: names, sizes, checksums and Unix modes, in one order. Two archives with the same value
 * differ only in what unpacking does not show (times, compression, the order of entries). Undefined: not a zip file.
 */
export async function zipContent(path: string): Promise<string | undefined> {
  const yauzl = await import('yauzl');
  try {
    const zip = await yauzl.openPromise(path, { lazyEntries: true, decodeStrings: true, autoClose: true });
    const lines: string[] = [];
    for await (const entry of zip.eachEntry()) if (!entry.fileName.endsWith('/')) lines.push(line(entry));
    return lines.sort().join('\n');
  } catch {
    return undefined;
  }
}

function line({ fileName, uncompressedSize, crc32, versionMadeBy, externalFileAttributes }: Entry): string {
  // Attributes are a Unix mode only in archives made on Unix (host 3); what is executable matters to Lambda.
  const executable = versionMadeBy >>> 8 === 3 && ((externalFileAttributes >>> 16) & 0o111) !== 0;
  return JSON.stringify([fileName, uncompressedSize, crc32, executable]);
}
