import type { Aws } from '../../aws/index.ts';
import type { RunContext } from '../../context.ts';
import { errorText } from '../../errors.ts';
import { fenceRule } from '../../failover/contact-rules.ts';
import { CALL_MS, type FenceStep, type Fencing, runFence } from '../../failover/fence.ts';
import { type FencedTarget, functionSteps, liftFence } from '../../failover/fence-functions.ts';
import { fenceKey, parseFence } from '../../failover/fence-record.ts';
import { patienceOf } from '../../failover/patience.ts';
import type { PlannedTarget, StoredPlan } from '../../failover/plan.ts';
import {
  type ActiveState,
  activeStateKey,
  newestState,
  parseActiveState,
} from '../../records/active-state-document.ts';
import { stopConsumer } from './stop-consumer.ts';
import { plannedTarget, targetOf } from './survivors.ts';

/** What was fenced, and what that contacted. */
export interface ToldFencing extends Fencing {
  readonly ledger: Aws['ledger'];
}

/**
 * Fences targets that traffic has left. It has connections and a ledger of its own, and may call nothing but the regions
 * of these targets.
 * @param kept which targets are active, as the others keep it
 * @param only they are told that, and nothing is stopped
 */
export async function fence(
  plan: StoredPlan,
  names: readonly string[],
  kept: ActiveState | undefined,
  context: RunContext,
  only?: 'told',
): Promise<ToldFencing> {
  const left = plan.targets.filter(({ name }) => names.includes(name));
  const aws = context.aws.apart({ connectMs: CALL_MS, idleMs: CALL_MS });
  aws.restrictContacts(fenceRule(new Set(left.map(({ region }) => region))));
  try {
    const what = only === 'told' ? { application: plan.application, environment: plan.environment } : plan;
    const steps = left.flatMap((target) => stepsOf(what, target, kept, aws, context));
    return { ...(await runFence(steps, context)), ledger: aws.ledger };
  } finally {
    // What was not waited for any more is not tried again.
    aws.restrictContacts(() => 'fencing is over');
    aws.close();
  }
}

function stepsOf(
  plan: Pick<StoredPlan, 'application' | 'environment' | 'consumers' | 'fence'>,
  planned: PlannedTarget,
  kept: ActiveState | undefined,
  aws: Aws,
  context: Pick<RunContext, 'clock' | 'signal'>,
): readonly FenceStep[] {
  const { name: target, bucket } = planned;
  const session = aws.session(targetOf(planned));
  const { storage, functions } = session;
  const key = activeStateKey({ application: plan.application, name: plan.environment });
  const state = (newest: ActiveState, place: string): FenceStep => ({
    target,
    what: 'its region knows that it is not active',
    async apply(call) {
      const stored = await call(() => storage.getText(place, key));
      const known = newestState([stored && parseActiveState(stored.text, target)]);
      if (known.serial >= newest.serial) return;
      const condition = stored === undefined ? ({ ifAbsent: true } as const) : { ifMatch: stored.etag };
      await call(() => storage.putText(place, key, JSON.stringify(newest), condition));
    },
  });
  const consumers = (plan.consumers?.targets[target] ?? []).map((consumer): FenceStep => {
    const { resource, id } = consumer;
    const what = `the consumer ${resource} (${id}) is stopped`;
    return { target, what, apply: (call) => stopConsumer(consumer, session, call, context) };
  });
  // What functions had is noted in the bucket: without one they are not stopped.
  if (bucket === undefined) return consumers;
  const stopped = functionSteps(plan.fence?.functions[target] ?? [], {
    target,
    functions,
    storage,
    bucket,
    key: keyOf(plan),
  });
  return [...(kept === undefined ? [] : [state(kept, bucket)]), ...consumers, ...stopped];
}

const keyOf = ({ application, environment }: Pick<StoredPlan, 'application' | 'environment'>): string =>
  fenceKey({ application, name: environment });

/** Targets that an earlier failover may have fenced. */
export interface Fences {
  /** Functions of a target that are noted as stopped. @throws AwsError */
  stopped(name: string): Promise<readonly string[]>;
  /**
   * Whether a target may take over. One that does not serve because it is fenced may: it serves once that is lifted.
   * @param ready what judges a target that is not fenced
   * @throws what `ready` throws
   */
  ready(ready: () => Promise<readonly string[]>, names: readonly string[]): Promise<readonly string[]>;
  /** Their functions take calls again; what could not be undone is told. Never throws, and takes 5 s at most. */
  lift(names: readonly string[]): Promise<readonly string[]>;
}

interface Asked {
  readonly fenced: FencedTarget;
  /** What is noted there. */
  readonly stored: ReturnType<FencedTarget['storage']['getText']>;
}

/**
 * Asks who is known to take over at once, so that nothing is waited for when traffic is moved, and nobody else before it
 * is needed.
 */
export function openFences(plan: StoredPlan, takers: readonly string[], context: RunContext): Fences {
  const patience = patienceOf(context.clock, CALL_MS);
  const asked = new Map<string, Asked | undefined>();
  const ask = (name: string): Asked | undefined => {
    if (asked.has(name)) return asked.get(name);
    const planned = plannedTarget(plan, name);
    const { bucket } = planned;
    const found = bucket === undefined ? undefined : askFence(planned, bucket);
    asked.set(name, found);
    return found;
  };
  const askFence = (planned: PlannedTarget, bucket: string): Asked => {
    const { storage, functions } = context.aws.session(targetOf(planned));
    const fenced: FencedTarget = { target: planned.name, functions, storage, bucket, key: keyOf(plan) };
    const stored = storage.getText(bucket, fenced.key);
    stored.catch(() => undefined);
    return { fenced, stored };
  };
  for (const name of takers) ask(name);
  const stopped: Fences['stopped'] = async (name) => {
    const stored = await ask(name)?.stored;
    return Object.keys((stored && parseFence(stored.text))?.functions ?? {});
  };
  return {
    stopped,
    async ready(ready, names) {
      try {
        return await ready();
      } catch (error) {
        const known = await Promise.all(names.map((name) => patience(stopped(name)).catch(() => undefined)));
        const fenced = names.filter((_, index) => (known[index]?.length ?? 0) > 0);
        if (fenced.length === 0) throw error;
        return [`${errorText(error)}. It is fenced, and takes calls again before traffic comes`];
      }
    },
    async lift(lifted) {
      const said = await Promise.all(
        lifted.map(async (target): Promise<readonly string[]> => {
          const found = ask(target);
          if (found === undefined) return [];
          const work = found.stored.then((stored) => liftFence(found.fenced, stored?.text));
          const late = [`whether ${target} is fenced was not known in ${CALL_MS / 1000} s`];
          try {
            return (await patience(work)) ?? late;
          } catch (error) {
            return [`whether ${target} is fenced is not known: ${errorText(error)}`];
          }
        }),
      );
      return said.flat();
    },
  };
}
