import type { RunContext } from '../../context.ts';
import { errorText, InternalError } from '../../errors.ts';
import { patienceOf } from '../../failover/patience.ts';
import type { PlannedTarget, StoredPlan } from '../../failover/plan.ts';
import { acquireLease, type Lease } from '../../records/lease.ts';
import type { JournalPlace } from '../../records/rollout-journal.ts';
import type { Target } from '../../topology/model.ts';
import { holderOf, leaseKey } from '../deploy/target-work.ts';

/** The target that a planned one is: what the SDK's clients and credentials are made from. */
export function targetOf({
  bucket: _bucket,
  release: _release,
  endpoint: _endpoint,
  ...target
}: PlannedTarget): Target {
  return target;
}

/** A target of the plan by its name. */
export function plannedTarget(plan: Pick<StoredPlan, 'targets'>, name: string): PlannedTarget {
  const found = plan.targets.find((target) => target.name === name);
  if (found === undefined) throw new InternalError(`the plan has no target ${name}`);
  return found;
}

/** The buckets of these targets as the plan names them: a failover waits for no lease. */
export function placesOf(
  plan: StoredPlan,
  names: readonly string[],
  { aws }: Pick<RunContext, 'aws'>,
): readonly JournalPlace[] {
  return plan.targets.flatMap((target) => {
    const { name, region, bucket } = target;
    if (!names.includes(name) || bucket === undefined) return [];
    const storage = aws.session(targetOf(target)).storage;
    return [{ target: name, region, storage, bucket: async () => bucket, assertHeld: async () => {} }];
  });
}

/** Leases that this failover took away from whoever held them. */
export interface SeizedLeases {
  /** Takes those of these targets. Never throws: what cannot be taken is noted, and traffic is moved all the same. */
  seize(names: readonly string[]): Promise<void>;
  release(): Promise<void>;
}

/** Milliseconds that a region has to give its lease: nobody waits longer for a deployment there to stop. */
const SEIZE_MS = 5_000;

export function createSeizedLeases(plan: StoredPlan, context: RunContext): SeizedLeases {
  const leases: Lease[] = [];
  let over = false;
  const { clock, signal, report, processGone } = context;
  const patience = patienceOf(clock, SEIZE_MS);
  const key = leaseKey({ application: plan.application, name: plan.environment });
  return {
    async seize(names) {
      await Promise.all(
        placesOf(plan, names, context).map(async ({ target, storage, bucket }) => {
          const note = (text: string): void => report({ type: 'note', level: 'warning', text, target });
          try {
            const holder = holderOf(context, 'failover', 'changeset');
            const options = { bucket: await bucket(), key, holder, target, waitMs: 0, seize: true };
            const ports = { storage, clock, signal, onWait: note, onTakeOver: note, processGone };
            const taken = acquireLease(options, ports).then((lease) => {
              if (over) return lease.release().then(() => true);
              leases.push(lease);
              return true;
            });
            if ((await patience(taken)) === undefined) note(`the lease of ${target} is not given in time`);
          } catch (error) {
            note(`the lease of ${target} could not be taken, a deployment there goes on: ${errorText(error)}`);
          }
        }),
      );
    },
    async release() {
      over = true;
      await Promise.all(leases.map((lease) => lease.release()));
    },
  };
}
