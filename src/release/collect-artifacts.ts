import type { Storage } from '../aws/storage-port.ts';
import { UserError } from '../errors.ts';
import type { ArtifactStore } from './artifact-store.ts';
import { sha256 } from './hash.ts';
import type { Artifact } from './model.ts';
import { type ReferencingTemplate, referencingTemplate } from './references.ts';

/** What a packaged template needs from the first bucket. */
export interface Collected {
  /** Complete: their texts are read anyway, to find what they refer to. */
  readonly templates: readonly Artifact[];
  /** Keys of files, not yet hashed. */
  readonly files: readonly string[];
}

/** Follows nested templates to the last one. */
export async function collectArtifacts(
  root: ReferencingTemplate,
  storage: Storage,
  bucket: string,
): Promise<Collected> {
  const templates = new Map<string, Promise<Artifact>>();
  const files = new Set<string>();

  async function visit({ references }: ReferencingTemplate): Promise<void> {
    await Promise.all(
      references.map(async ({ kind, value }) => {
        const { key } = value.location;
        if (kind === 'file') files.add(key);
        if (kind === 'file' || templates.has(key)) return;
        const artifact = nestedTemplate(storage, bucket, key);
        templates.set(key, artifact);
        await visit(referencingTemplate((await artifact).text ?? '', key, bucket));
      }),
    );
  }

  await visit(root);
  return { templates: await Promise.all(templates.values()), files: [...files] };
}

async function nestedTemplate(storage: Storage, bucket: string, key: string): Promise<Artifact> {
  const stored = await storage.getText(bucket, key);
  if (!stored) {
    throw new UserError('artifact-missing', `The nested template ${key} is not in the bucket ${bucket}.`, {
      fix: ['Package the template again.'],
    });
  }
  const { text, etag } = stored;
  return { kind: 'template', key, bytes: Buffer.byteLength(text), sha256: sha256(text), etag, text };
}

/** Downloads files once to hash their bytes. */
export function hashFiles(keys: readonly string[], store: ArtifactStore): Promise<readonly Artifact[]> {
  return Promise.all(
    keys.map(async (key): Promise<Artifact> => {
      const { bytes, sha256, etag } = await store.fetch(key);
      return { kind: 'file', key, bytes, sha256, etag };
    }),
  );
}
