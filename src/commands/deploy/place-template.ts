import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Storage } from '../../aws/ports.ts';
import type { RunContext } from '../../context.ts';
import { createArtifactStore } from '../../release/artifact-store.ts';
import type { Release } from '../../release/model.ts';
import { replicate } from '../../release/replicate.ts';
import { createRetargeter } from '../../release/retarget.ts';
import { createUploadLimits } from '../../release/upload-limits.ts';
import type { StackRequest } from '../../stack/model.ts';
import type { StackInstance } from '../../topology/model.ts';
import type { TargetWork } from './target-work.ts';

/** Makes a template deployable in one target: its artifacts are in the target's bucket, and it points there. */
export type PlaceTemplate = (instance: StackInstance, work: TargetWork) => Promise<StackRequest['template']>;

export interface Placer {
  readonly place: PlaceTemplate;
  /** Deletes what was downloaded. */
  dispose(): Promise<void>;
}

/** Copies from the bucket that `sam package` filled; each artifact goes once to each bucket. */
export function createPlacer(release: Release, origin: Storage, context: RunContext): Placer {
  const folder = join(tmpdir(), `sam-multi-region-${context.origin.runId}`);
  const store = createArtifactStore({ storage: origin, bucket: release.origin.bucket, folder });
  const limits = createUploadLimits();
  const retargeter = createRetargeter(release);
  const copies = new Map<string, Promise<unknown>>();

  const copy = (stack: string, bucket: string, { session, target }: TargetWork): Promise<unknown> => {
    const artifacts =
      release.stacks.find((candidate) => candidate.stack === stack)?.artifacts.filter(({ kind }) => kind === 'file') ??
      [];
    const key = createHash('sha256')
      .update(JSON.stringify([bucket, artifacts.map((artifact) => artifact.key)]))
      .digest('hex');
    const copied =
      copies.get(key) ??
      replicate(
        artifacts,
        { target: target.name, storage: session.storage, bucket },
        { store, limits, report: context.report, folder },
      ).then(({ notes }) => {
        for (const text of notes) context.report({ type: 'note', level: 'info', text, target: target.name });
      });
    copies.set(key, copied);
    return copied;
  };

  return {
    place: async ({ stack, settings }, work) => {
      const { session } = work;
      const bucket = await work.bucket(settings);
      if (bucket !== release.origin.bucket) await copy(stack.key, bucket, work);
      const { body, url } = await retargeter.targetTemplate(stack.key, {
        region: session.region,
        partition: session.partition,
        storage: session.storage,
        bucket,
      });
      return { body, ...(url !== undefined && { url }) };
    },
    dispose: () => store.dispose(),
  };
}
