import { refuseOpenDrill } from '../../../src/commands/refuse-drill.ts';
import { createActiveStates } from '../../../src/records/active-state.ts';
import { activeTargets } from '../../../src/records/active-state-document.ts';
import type { Lease } from '../../../src/records/lease.ts';
import { moveWeights } from '../../../src/rollout/move-weights.ts';
import type { FailoverCalls } from './calls.ts';
import { holdAll, placesOf } from './held.ts';
import { driverOf } from './mechanism.ts';
import type { Ended } from './process.ts';
import { type FailoverWorld, STATE } from './world.ts';

/** What a deployment does to traffic: whoever is active gets the weight that is configured. */
export async function deploy(world: FailoverWorld, run: string, calls: FailoverCalls): Promise<Ended> {
  const { targets, mechanism, weights } = world.scenario;
  const names = targets.map(({ name }) => name);
  const leases = new Map<string, Lease>();
  try {
    await holdAll(world, calls, run, leases);
    const states = createActiveStates(STATE, placesOf(world, calls, names, leases), () => {}, calls.clock);
    let state = await states.read();
    refuseOpenDrill(state);
    await updateStacks(world, run, calls, leases);
    if (mechanism !== 'weights') return { kind: 'done' };
    const wanted = (current: Readonly<Record<string, number>>, active: ReadonlySet<string>) => {
      const own = Object.fromEntries(names.map((name) => [name, active.has(name) ? (weights[name] ?? 0) : 0]));
      return Object.values(own).some((weight) => weight > 0) ? own : current;
    };
    const traffic = {
      settings: { weights, steps: [100], floorPercent: 0 },
      driver: driverOf(world, calls, () => names),
      leftOut: new Set<string>(),
      async active() {
        state = await states.read();
        return activeTargets(state, names);
      },
      unfit: async () => new Set<string>(),
      remember: async (before: Readonly<Record<string, number>>, after: Readonly<Record<string, number>>) => {
        const at = new Date(calls.clock.now()).toISOString();
        const lastChange = { before, after, at, who: run, command: 'deploy', done: false };
        state = await states.save({ inactive: state.inactive, lastChange });
      },
      isUnfinished: () => false,
      settled: () => {},
    };
    const progress = { current: { weightsBefore: weights }, decide: async () => {} };
    const signal = new AbortController().signal;
    await moveWeights(wanted, new Set(), traffic, progress, { clock: calls.clock, report: () => {}, signal });
    return { kind: 'done' };
  } finally {
    await Promise.all([...leases.values()].map((lease) => lease.release()));
  }
}

/** One target after the other; a stack takes its time, and every write needs all leases. */
async function updateStacks(
  world: FailoverWorld,
  run: string,
  calls: FailoverCalls,
  leases: ReadonlyMap<string, Lease>,
): Promise<void> {
  const { targets, stackMs } = world.scenario;
  if (stackMs === 0) return;
  const since = calls.clock.now();
  for (const { name: target, region } of targets) {
    await leases.get(target)?.assertHeld();
    const begun = calls.clock.now();
    await calls.call({ service: 'CloudFormation', region, action: 'ExecuteChangeSet', what: target }, () =>
      world.deployed({ run, target, since, at: begun }),
    );
    await calls.clock.sleep(stackMs);
  }
}
