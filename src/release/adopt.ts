import type { TargetSession } from '../aws/ports.ts';
import { artifactReferences } from '../template/artifact-references.ts';
import type { Template } from '../template/model.ts';
import { type ArtifactStore, createArtifactStore } from './artifact-store.ts';
import { collectArtifacts, hashFiles } from './collect-artifacts.ts';
import { FORECASTS, isForecast } from './forecast.ts';
import { sha256 } from './hash.ts';
import { parseStack, rewriteStack } from './nested.ts';
import { objectUrl } from './object-url.ts';
import { referencingTemplate } from './references.ts';
import { type ReplicationParts, replicate } from './replicate.ts';

/** The name that `sam package` gives to an object: the MD5 of its content. */
const CONTENT_KEY = /(?:^|\/)[0-9a-f]{32}(?:\.[a-z]+)?$/;

/**
 * Takes over a template that was packaged elsewhere: artifacts in other buckets are copied to this release's bucket and
 * the template is rewritten to them. Objects whose keys are no content hashes are somebody's own and stay as they are.
 */
export async function adoptPackaged(
  packaged: Template,
  origin: { readonly session: TargetSession; readonly bucket: string; readonly prefix?: string },
  parts: Omit<ReplicationParts, 'store'>,
): Promise<string> {
  // A forecast keeps to its own folder; a deployment takes the keys as they are.
  const folder = isForecast({ origin }) ? `${FORECASTS}/` : '';
  const into = (key: string): string => `${folder}${key}`;
  let text = packaged.text;
  for (const foreign of foreignBuckets(packaged, origin.bucket)) {
    const { storage, region, partition, target } = origin.session;
    const root = referencingTemplate(text, packaged.file, foreign);
    const { templates, files } = await collectArtifacts(root, storage, foreign);
    const store = createArtifactStore({ storage, bucket: foreign, folder: `${parts.folder}/${foreign}` });
    try {
      const artifacts = await hashFiles(files, store);
      const moved = artifacts.map((artifact) => ({ ...artifact, key: into(artifact.key) }));
      const fetched: ArtifactStore = { ...store, fetch: (key) => store.fetch(key.slice(folder.length)) };
      await replicate(moved, { target, storage, bucket: origin.bucket }, { ...parts, store: fetched });
    } finally {
      await store.dispose();
    }
    const rewritten = rewriteStack(
      parseStack({ stack: '', template: text, source: packaged.file, artifacts: templates, baked: [] }, foreign),
      {
        bucket: origin.bucket,
        fileKey: into,
        url: (key) => objectUrl({ region, partition }, origin.bucket, key),
      },
      (key, nested, changed) =>
        changed ? into(`${key.slice(0, key.lastIndexOf('/') + 1)}${sha256(nested).slice(0, 32)}.template`) : into(key),
    );
    await Promise.all(rewritten.nested.map((nested) => storage.putText(origin.bucket, nested.key, nested.text)));
    text = rewritten.root;
  }
  return text;
}

function foreignBuckets(packaged: Template, own: string): readonly string[] {
  const buckets = artifactReferences(packaged).flatMap(({ value }) =>
    value.form !== 'local' && CONTENT_KEY.test(value.location.key) ? [value.location.bucket] : [],
  );
  return [...new Set(buckets)].filter((bucket) => bucket !== own);
}
