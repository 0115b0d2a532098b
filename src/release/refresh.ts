import type { Storage } from '../aws/storage-port.ts';
import type { ArtifactStore } from './artifact-store.ts';
import { hashFiles } from './collect-artifacts.ts';
import type { Artifact, Release } from './model.ts';

/**
 * A release that was made before, with its artifacts as they lie in the first bucket now. After a lifecycle rule
 * removed them, packaging the same sources again uploads them again, and a zip file then has other bytes.
 *
 * @returns the same object when nothing has changed
 */
export async function refreshed(release: Release, storage: Storage, store: ArtifactStore): Promise<Release> {
  const changed = new Map<string, Artifact>();
  await Promise.all(
    [...filesOf(release).values()].map(async (artifact) => {
      const head = await storage.head(release.origin.bucket, artifact.key);
      if (head?.etag === artifact.etag && head.size === artifact.bytes) return;
      for (const now of await hashFiles([artifact.key], store)) changed.set(now.key, now);
    }),
  );
  if (changed.size === 0) return release;
  return {
    ...release,
    stacks: release.stacks.map((stack) => ({
      ...stack,
      artifacts: stack.artifacts.map((artifact) => changed.get(artifact.key) ?? artifact),
    })),
  };
}

function filesOf(release: Release): ReadonlyMap<string, Artifact> {
  const files = release.stacks.flatMap(({ artifacts }) => artifacts.filter(({ kind }) => kind === 'file'));
  return new Map(files.map((artifact) => [artifact.key, artifact]));
}
