import { sha256 } from './hash.ts';
import type { PackagedStack } from './model.ts';
import { parseStack, rewriteStack } from './nested.ts';

/**
 * 16 hex digits that depend on what is deployed and on nothing else: the same sources give the same id whatever the
 * bucket, its prefix and its region are. Keys of artifacts are SAM's content hashes; those of nested templates would
 * hold the bucket's name in what they hash, so they are hashed again without it.
 */
export function releaseId(stacks: readonly PackagedStack[], bucket: string): string {
  const neutral = stacks.map((stack) => {
    const { root } = rewriteStack(
      parseStack(stack, bucket),
      { bucket: 'artifacts', fileKey: baseName, url: (key) => `s3://artifacts/${baseName(key)}` },
      (key, text, changed) => (changed ? sha256(text) : key),
    );
    return [stack.stack, root] as const;
  });
  neutral.sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256(JSON.stringify(neutral)).slice(0, 16);
}

function baseName(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}
