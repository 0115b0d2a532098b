import { AwsError, type TargetSession } from '../../aws/ports.ts';
import type { RunContext } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { acquireLease, type Lease, type LeaseHolder } from '../../records/lease.ts';
import { createLeaseCover, type LeaseCover } from '../../records/lease-cover.ts';
import { artifactBucket } from '../../release/bucket.ts';
import type { Environment, StackSettings, Target } from '../../topology/model.ts';
import { settingsOf } from './target-settings.ts';

/** One target during a run: its session, its buckets and its lease, each obtained once and when first needed. */
export interface TargetWork {
  readonly target: Target;
  readonly session: TargetSession;
  /** For artifacts; SAM's managed bucket is made where it is missing. @throws UserError `bucket-absent` in a plan */
  bucket(settings: BucketSettings): Promise<string>;
  /** The same; undefined where there is none yet, in a plan. */
  findBucket(settings: BucketSettings): Promise<string | undefined>;
  lease(): Promise<Lease>;
  /** Somebody else held the lease and was waited for: what was read before may be outdated. */
  waited(): boolean;
  /** Gives the lease back. */
  close(): Promise<void>;
}

type BucketSettings = Pick<StackSettings, 'artifactBucket'>;

export interface TargetWorkOptions {
  readonly command: string;
  readonly lockWaitMs: number;
  /** False for a plan: it waits for nobody and blocks nobody. Default true. */
  readonly leases?: boolean;
  /** False for a plan that nobody will execute: SAM's managed bucket is left to the deployment. Default true. */
  readonly makesBuckets?: boolean;
}

/** Of a run that writes to no stack. Each change set is its own, and it deletes no other. */
const NO_LEASE: Lease = {
  deadRuns: [],
  assertHeld: async () => {},
  stillHeld: async () => {},
  release: async () => {},
};

/** Long enough for a deployment of another run to end, short enough not to hold a runner for hours. */
export const DEFAULT_LOCK_WAIT_MS = 600_000;

/** The targets of an environment, by name. */
export function createTargetWork(
  environment: Environment,
  options: TargetWorkOptions,
  context: RunContext,
): ReadonlyMap<string, TargetWork> {
  const run: RunLeases = { held: new Set(), cover: createLeaseCover() };
  return new Map(
    environment.targets.map((target) => [target.name, workOn(target, environment, run, options, context)]),
  );
}

interface RunLeases {
  readonly held: Set<Lease>;
  readonly cover: LeaseCover;
}

function workOn(
  target: Target,
  environment: Environment,
  { held, cover }: RunLeases,
  options: TargetWorkOptions,
  context: RunContext,
): TargetWork {
  const session = context.aws.session(target);
  const buckets = new Map<string, Promise<string | undefined>>();
  let lease: Promise<Lease> | undefined;
  let waited = false;
  const closing = new AbortController();

  const findBucket: TargetWork['findBucket'] = ({ artifactBucket: pattern }) => {
    const key = pattern ?? '';
    let found = buckets.get(key);
    found ??= provenBucket(session, pattern, options.makesBuckets !== false, context);
    buckets.set(key, found);
    return found;
  };
  const bucket: TargetWork['bucket'] = async (settings) => {
    const found = await findBucket(settings);
    if (found !== undefined) return found;
    throw new UserError('bucket-absent', `${target.name} has no bucket for artifacts yet, and a plan makes none`, {
      fix: ['Deploy, or keep the plan in a file (plan-file): both make it.'],
    });
  };

  const acquire = async (): Promise<Lease> =>
    acquireLease(
      {
        bucket: await bucket(settingsOf(environment, target.name)),
        key: leaseKey(environment),
        holder: holderOf(context, options.command, environment.engine),
        target: target.name,
        waitMs: options.lockWaitMs,
        cover,
      },
      {
        storage: session.storage,
        clock: context.clock,
        signal: AbortSignal.any([context.signal, closing.signal]),
        onWait: (text) => {
          waited = true;
          context.report({ type: 'note', level: 'warning', text, target: target.name });
        },
        onTakeOver: (text) => context.report({ type: 'note', level: 'info', text, target: target.name }),
        processGone: context.processGone,
      },
    );

  return {
    target,
    session,
    bucket,
    findBucket,
    lease: () => {
      lease ??= options.leases === false ? Promise.resolve(NO_LEASE) : acquire().then((own) => joined(own, held));
      return lease;
    },
    waited: () => waited,
    close: async () => {
      // A lease that is still waited for is not wanted any more.
      closing.abort();
      const held = await lease?.catch(() => undefined);
      await held?.release();
    },
  };
}

/** A run that was overtaken in one target writes in no other one: whoever took over there goes on with all of it. */
export function joined(own: Lease, held: Set<Lease>): Lease {
  held.add(own);
  return {
    ...own,
    async assertHeld() {
      const others = [...held].filter((lease) => lease !== own);
      await Promise.all(
        others.map((lease) =>
          lease.stillHeld().catch((error: unknown) => {
            // A lost region has no say in the others.
            if (!(error instanceof AwsError)) throw error;
          }),
        ),
      );
      // Last: a region that does not answer is waited for long.
      try {
        await own.assertHeld();
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        // It may have run out while its region was waited for. Whether somebody has it now only that region knows: where
        // it is silent it is a lost region, and no lost lease, which would end the run everywhere.
        await own.stillHeld();
        await own.assertHeld();
      }
    },
    async release() {
      held.delete(own);
      await own.release();
    },
  };
}

/** Who holds a lease that this run takes. */
export function holderOf({ origin }: RunContext, command: string, engine: Environment['engine']): LeaseHolder {
  const { runId, who, attempt, process } = origin;
  return {
    run: runId,
    who,
    command,
    ...(attempt !== undefined && { attempt }),
    // What `sam` does goes on when our own process is gone: its end proves nothing then.
    ...(process !== undefined && engine !== 'sam' && { process }),
  };
}

/** Where the lease of an environment lies in the bucket of each of its targets. */
export function leaseKey({ application, name }: Pick<Environment, 'application' | 'name'>): string {
  return `sam-multi-region/leases/${encodeURIComponent(application)}/${encodeURIComponent(name)}.json`;
}

async function provenBucket(
  session: TargetSession,
  pattern: string | undefined,
  create: boolean,
  context: RunContext,
): Promise<string | undefined> {
  // The account is proven first: creating a bucket is a write.
  await session.account();
  return artifactBucket(session, { create, artifactBucket: pattern }, context);
}
