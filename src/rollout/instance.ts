import { errorText } from '../errors.ts';
import type { InstanceResult } from '../report/run-result.ts';
import { mayDestroy } from '../stack/changes.ts';
import type { Preparation, ResourceChange, StackOutcome } from '../stack/model.ts';
import type { Phase, StackInstance } from '../topology/model.ts';
import type { InstancePlan } from './plan.ts';
import type { RolloutPorts } from './ports.ts';
import { countChanges, instanceResult, notTried } from './results.ts';
import { unshownDestruction } from './unshown.ts';

/**
 * Brings one stack to its end: executes the change set that was shown, or, where its inputs came or changed after
 * the plan, a new one that destroys nothing unseen.
 */
export async function runInstance(
  instance: StackInstance,
  phase: Phase,
  plan: InstancePlan | undefined,
  ports: RolloutPorts,
): Promise<InstanceResult> {
  const startedAt = new Date(ports.clock.now()).toISOString();
  const { preparation, outcome } = await withinGrace(attempt(instance, plan, ports), ports);
  if (outcome.state === 'succeeded' || outcome.state === 'no-change') ports.remember(instance, outcome.outputs);
  return instanceResult(instance, phase, outcome, {
    ...(preparation !== undefined && { preparation }),
    startedAt,
    endedAt: new Date(ports.clock.now()).toISOString(),
  });
}

/** What AWS may still answer after a cancel; the runner kills 10 s after its first signal. Milliseconds. */
const CANCEL_GRACE_MS = 4_000;

/** An attempt that does not end soon after a cancel is left alone: AWS goes on with it, and the next run takes over. */
async function withinGrace(work: Promise<Attempt>, { signal, clock }: RolloutPorts): Promise<Attempt> {
  const done = new AbortController();
  const overdue = new Promise<Attempt>((resolve) => {
    const late = async (): Promise<void> => {
      await clock.sleep(CANCEL_GRACE_MS, done.signal).catch(() => undefined);
      resolve({ outcome: notTried('cancelled', 'cancelled while AWS had not answered: what runs there goes on') });
    };
    if (signal.aborted) void late();
    else signal.addEventListener('abort', () => void late(), { signal: done.signal });
  });
  try {
    return await Promise.race([work, overdue]);
  } finally {
    done.abort();
  }
}

interface Attempt {
  readonly preparation?: Preparation;
  readonly outcome: StackOutcome;
}

async function attempt(instance: StackInstance, plan: InstancePlan | undefined, ports: RolloutPorts): Promise<Attempt> {
  try {
    const preparation = await currentPreparation(instance, plan, ports);
    const first = await carryOut(instance, preparation, ports);
    // Somebody else changed the stack since it was planned. An approved plan is refused; a plan of our own is made anew.
    if (first.outcome.code === undefined || plan?.explicit) return first;
    return await carryOut(instance, await prepareAgain(instance, plan, ports), ports);
  } catch (error) {
    // One target's surprise must not take the others and the summary with it.
    return { outcome: { state: 'failed', reason: errorText(error), failures: [], fix: [], outputs: {} } };
  }
}

async function carryOut(instance: StackInstance, preparation: Preparation, ports: RolloutPorts): Promise<Attempt> {
  switch (preparation.kind) {
    case 'failed':
      return { preparation, outcome: { ...preparation, outputs: {} } };
    case 'no-change': {
      await ports.align(instance, preparation);
      const { stackId, outputs } = preparation;
      return { preparation, outcome: { state: 'no-change', stackId, failures: [], fix: [], outputs } };
    }
    case 'recreate':
      // A deployment is never given one: it recreates the stack and has a change set.
      return { preparation, outcome: notTried('skipped', 'planned only') };
    case 'change-set':
    case 'unreviewed': {
      const { id, target, stack } = instance;
      ports.report({ type: 'instance.state', instance: id, target: target.name, stack: stack.key, state: 'executing' });
      return { preparation, outcome: await ports.execute(instance, preparation) };
    }
  }
}

/** What was shown, as long as nothing that it is made of has changed; otherwise made again. */
async function currentPreparation(
  instance: StackInstance,
  plan: InstancePlan | undefined,
  ports: RolloutPorts,
): Promise<Preparation> {
  const shown = plan?.preparation;
  if (shown?.kind === 'failed') return shown;
  const inputs = await ports.inputs(instance);
  if (inputs.kind === 'failed') {
    await discardShown(instance, plan, ports);
    return inputs.preparation;
  }
  if (inputs.kind === 'waiting') {
    await discardShown(instance, plan, ports);
    return failed(`still has no value for what it takes from ${inputs.for.join(', ')}`, []);
  }
  const unchanged = plan?.inputs.kind === 'known' && plan.inputs.fingerprint === inputs.fingerprint;
  // What was to be created anew has no change set yet.
  if (shown?.kind === 'recreate' && unchanged) return prepareAgain(instance, plan, ports);
  if (shown !== undefined && unchanged) return shown;
  if (shown !== undefined && plan?.explicit) {
    return failed('its parameters are no longer those of the plan: a stack before it has other outputs now', [
      'Make a new plan, and have it approved.',
    ]);
  }
  return prepareAgain(instance, plan, ports);
}

/** A new change set in place of the one that was shown, if any. It may not destroy what nobody has seen. */
async function prepareAgain(
  instance: StackInstance,
  plan: InstancePlan | undefined,
  ports: RolloutPorts,
): Promise<Preparation> {
  const shown = plan?.preparation;
  await discardShown(instance, plan, ports);
  const fresh = await ports.prepare(instance);
  if (fresh.kind !== 'change-set') return fresh;
  ports.report({
    type: 'note',
    level: 'info',
    text: `${instance.id} is planned now: ${describeChanges(fresh.changes)}`,
    target: instance.target.name,
  });
  const unseen = unshownDestruction(shown?.kind === 'change-set' ? shown.changes : undefined, fresh.changes);
  if (unseen.length === 0) return fresh;
  await ports.discard(instance, fresh);
  return failed(`would replace or delete what the plan did not show: ${unseen.map(nameUnseen).join(', ')}`, [
    'Its inputs are known now: run the same command again, and its plan shows these changes.',
  ]);
}

function nameUnseen({ path, unseen }: ResourceChange): string {
  return unseen ? `${path} (a nested stack whose changes cannot be looked into)` : path;
}

/** Deletes the change set that was shown, unless somebody approved it: that one is theirs, for another try. */
async function discardShown(
  instance: StackInstance,
  plan: InstancePlan | undefined,
  ports: RolloutPorts,
): Promise<void> {
  if (plan?.preparation?.kind === 'change-set' && !plan.explicit) await ports.discard(instance, plan.preparation);
}

/** "2 added, 1 modified, Table replaced": what the plan could not show yet. */
function describeChanges(changes: readonly ResourceChange[]): string {
  const { add, modify } = countChanges(changes);
  const destroyed = changes
    .filter(mayDestroy)
    .map(({ path, action }) => `${path} ${action === 'Remove' ? 'removed' : 'replaced'}`);
  return (
    [add > 0 ? `${add} added` : '', modify > 0 ? `${modify} modified` : '', ...destroyed].filter(Boolean).join(', ') ||
    'no resource changes'
  );
}

function failed(reason: string, fix: readonly string[]): Preparation {
  return { kind: 'failed', state: 'failed', reason, failures: [], fix };
}
