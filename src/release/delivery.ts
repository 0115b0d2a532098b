import type { TargetSession } from '../aws/ports.ts';
import type { Report } from '../report/events.ts';
import type { ArtifactStore } from './artifact-store.ts';
import { createForecast, isForecast } from './forecast.ts';
import { storeRelease } from './manifest.ts';
import type { Artifact, Release, TargetedTemplate } from './model.ts';
import { type Replicated, replicate } from './replicate.ts';
import { createRetargeter, type RetargetPlace } from './retarget.ts';
import { createUploadLimits } from './upload-limits.ts';
import { verifyOrigin } from './verify-origin.ts';

export interface DeliveryOptions {
  readonly release: Release;
  readonly store: ArtifactStore;
  readonly report: Report;
  /** Of this run alone; may not exist yet. */
  readonly folder: string;
  /** The release was built in this run: its artifacts are known to be in the first bucket. */
  readonly fresh: boolean;
  /** Whether a file was uploaded to the first bucket in this run. */
  readonly isNew?: (key: string) => boolean;
}

export interface DeliveredTemplate extends TargetedTemplate {
  /** Every object in the target's bucket that the stack is made of. */
  readonly artifacts: readonly { readonly key: string; readonly sha256: string }[];
}

export interface Delivery {
  /**
   * Makes one stack of the release ready in one target: copies its artifacts to the bucket and retargets its template.
   * Artifacts that two stacks share are copied once.
   *
   * @throws what {@link replicate} and {@link createRetargeter} throw
   */
  deliver(stack: string, session: TargetSession, bucket: string): Promise<DeliveredTemplate>;
  /**
   * Keeps the release itself in the bucket of a target, once, so that a later job finds it there when the target it was
   * packaged into is lost.
   * @throws AwsError
   */
  keep(session: TargetSession, bucket: string, prefix?: string): Promise<void>;
}

/** Brings one release to many targets. */
export function createDelivery({ release, store, report, folder, fresh, isNew }: DeliveryOptions): Delivery {
  const parts = { store, report, folder, limits: createUploadLimits(), ...(isNew && { isNew }) };
  const forecast = isForecast(release) ? createForecast() : undefined;
  const retargeter = createRetargeter(release, forecast);
  /** By target and bucket: what is being copied there, and which keys that covers. */
  const copying = new Map<string, { readonly keys: Set<string>; readonly runs: Promise<Replicated>[] }>();

  function artifactsOf(stack: string): readonly Artifact[] {
    return release.stacks.find((candidate) => candidate.stack === stack)?.artifacts ?? [];
  }

  async function copy(artifacts: readonly Artifact[], session: TargetSession, bucket: string): Promise<Replicated> {
    const { storage, target } = session;
    const isOrigin = bucket === release.origin.bucket;
    if (isOrigin && !fresh) await verifyOrigin(artifacts, storage, bucket);
    if (isOrigin) return { copied: 0, present: artifacts.length, notes: [] };
    const files = artifacts.filter(({ kind }) => kind === 'file');
    const missing = forecast === undefined ? files : await forecast.missing(files, { storage, bucket });
    return replicate(missing, { target, storage, bucket }, parts);
  }

  function copyStack(stack: string, session: TargetSession, bucket: string): Promise<readonly Replicated[]> {
    const place = `${session.target} ${bucket}`;
    const there = copying.get(place) ?? { keys: new Set<string>(), runs: [] };
    copying.set(place, there);
    const missing = artifactsOf(stack).filter(({ key }) => !there.keys.has(key));
    for (const { key } of missing) there.keys.add(key);
    if (missing.length > 0) there.runs.push(copy(missing, session, bucket));
    return Promise.all(there.runs);
  }

  const kept = new Map<string, Promise<unknown>>();

  return {
    async keep({ storage, target }, bucket, prefix) {
      const place = `${target} ${bucket}`;
      // There it was put when it was made.
      if (bucket === release.origin.bucket) return;
      const { application } = release;
      const shelf = { storage, bucket, application, ...(prefix !== undefined && { prefix }) };
      const stored = kept.get(place) ?? storeRelease(shelf, release);
      kept.set(place, stored);
      await stored;
    },
    async deliver(stack, session, bucket) {
      const [copies, template] = await Promise.all([
        copyStack(stack, session, bucket),
        retargeter.targetTemplate(stack, placeOf(session, bucket)),
      ]);
      const files = artifactsOf(stack).filter(({ kind }) => kind === 'file');
      return {
        ...template,
        artifacts: [...files.map(({ key, sha256 }) => ({ key, sha256 })), ...template.nested],
        notes: [...copies.flatMap(({ notes }) => notes), ...template.notes],
      };
    },
  };
}

function placeOf({ region, partition, storage }: TargetSession, bucket: string): RetargetPlace {
  return { region, partition, storage, bucket };
}
