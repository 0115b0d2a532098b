import { AwsError } from '../../../src/aws/ports.ts';
import { joined } from '../../../src/commands/deploy/target-work.ts';
import { weightParts } from '../../../src/commands/failover/failback-steps.ts';
import { assertStillHeld } from '../../../src/commands/failover/still-held.ts';
import { UserError } from '../../../src/errors.ts';
import { contactRule } from '../../../src/failover/contact-rules.ts';
import { isBack, returnOf, runFailback } from '../../../src/failover/failback.ts';
import { keptTargets, lostRegions, survivors } from '../../../src/failover/move.ts';
import { patienceOf } from '../../../src/failover/patience.ts';
import type { ProbeResult } from '../../../src/failover/probe.ts';
import { type FailoverEnd, type FailoverPorts, type Probes, runFailover } from '../../../src/failover/run.ts';
import { createActiveStates } from '../../../src/records/active-state.ts';
import { activeTargets } from '../../../src/records/active-state-document.ts';
import { acquireLease, type Lease } from '../../../src/records/lease.ts';
import type { JournalPlace } from '../../../src/records/rollout-journal.ts';
import { moveWeights } from '../../../src/rollout/move-weights.ts';
import { sameNames } from '../../../src/same-names.ts';
import type { CrashPoint } from '../calls.ts';
import type { Random } from '../random.ts';
import { createFailoverCalls, type FailoverCalls } from './calls.ts';
import { driverOf, mechanismOf } from './mechanism.ts';
import type { Intention } from './scenario.ts';
import { consumersOf, hooksOf } from './work.ts';
import { type FailoverWorld, LEASE, STATE } from './world.ts';

/** How a process ended; undefined: it died. */
export type Ended =
  | { readonly kind: 'ended'; readonly end: FailoverEnd }
  /** It said no, and what: `lease-lost`, `failover-under-way` … */
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'done' };

export interface FailoverProcess {
  readonly calls: FailoverCalls;
  readonly ended: Promise<Ended | undefined>;
}

const PLACE_PATIENCE_MS = 1_500;
const LOCK_WAIT_MS = 600_000;

export function startFailoverProcess(
  world: FailoverWorld,
  random: Random,
  name: string,
  what: Intention,
  crash?: CrashPoint,
): FailoverProcess {
  const calls = createFailoverCalls(world, random, name, crash);
  world.log.push(`${((world.clock.now() - world.start) / 1000).toFixed(1)} ${name} starts: ${JSON.stringify(what)}`);
  const work =
    what.kind === 'failover'
      ? failover(world, random, name, what, calls)
      : what.kind === 'failback'
        ? failback(world, random, name, what.to, calls)
        : deploy(world, name, calls);
  const refused = (error: unknown): Ended => {
    if (error instanceof UserError) return { kind: 'refused', code: error.code };
    if (error instanceof AwsError) return { kind: 'refused', code: error.kind };
    throw error;
  };
  const ended = Promise.race([work.catch(refused), calls.death.then(() => undefined)]).then((end) => {
    calls.end();
    world.log.push(`${name} ends: ${end === undefined ? 'died' : JSON.stringify(end)}`);
    return end;
  });
  return { calls, ended };
}

function placesOf(
  world: FailoverWorld,
  calls: FailoverCalls,
  names: readonly string[],
  leases?: ReadonlyMap<string, Lease>,
): readonly JournalPlace[] {
  return world.scenario.targets
    .filter(({ name }) => names.includes(name))
    .map(({ name: target, region }) => ({
      target,
      region,
      storage: calls.storage(target),
      bucket: async () => 'bucket',
      assertHeld: async () => leases?.get(target)?.assertHeld(),
    }));
}

function leaseOf(calls: FailoverCalls, run: string, target: string, seize: boolean): Promise<Lease> {
  const holder = { run, who: run, command: 'simulation' };
  const options = { bucket: 'bucket', key: LEASE, holder, target, waitMs: seize ? 0 : LOCK_WAIT_MS };
  return acquireLease(seize ? { ...options, seize } : options, {
    storage: calls.storage(target),
    clock: calls.clock,
    signal: new AbortController().signal,
    onWait: () => {},
    onTakeOver: () => {},
    processGone: () => false,
  });
}

/** As `commands/failover/failover.ts` puts it together. */
async function failover(
  world: FailoverWorld,
  random: Random,
  run: string,
  { request, graceful = false }: Extract<Intention, { readonly kind: 'failover' }>,
  calls: FailoverCalls,
): Promise<Ended> {
  const { targets, mechanism: kind } = world.scenario;
  const names = targets.map(({ name }) => name);
  const staying = graceful ? names : survivors(request, targets);
  const others = names.filter((name) => !staying.includes(name));
  calls.restrict(contactRule(kind, lostRegions(others, staying, targets), graceful));
  if (!graceful) calls.forbid(leftBefore(world, staying));
  const patience = patienceOf(calls.clock, PLACE_PATIENCE_MS);
  const note = (): void => {};
  let states = createActiveStates(STATE, placesOf(world, calls, staying), note, calls.clock, patience);
  let kept = false;
  let visible = staying;
  const leases: Lease[] = [];
  const probing = startProbing(world, random, calls);
  const [consumers, hooks] = [consumersOf(world, calls, () => graceful && isAlone(world, run)), hooksOf(world, calls)];
  const ports: FailoverPorts = {
    ...(consumers && { consumers }),
    ...(hooks && { hooks }),
    clock: calls.clock,
    report: () => {},
    signal: new AbortController().signal,
    state: {
      read: () => states.read(),
      save: async (state) => {
        const saved = await states.save(state);
        kept = true;
        return saved;
      },
    },
    mechanism: mechanismOf(world, calls, () => (kept ? visible : [])),
    async stopDeployments({ active }) {
      await Promise.all(
        (graceful ? names : active).map(async (target) => {
          try {
            leases.push(await leaseOf(calls, run, target, true));
          } catch (error) {
            if (!(error instanceof AwsError) && !(error instanceof UserError)) throw error;
          }
        }),
      );
    },
    confirm: async () => {},
    async narrow(move) {
      if (graceful) return undefined;
      const lost = lostRegions(move.leaving, move.active, targets);
      calls.restrict(contactRule(kind, lost));
      const left = keptTargets(move, targets);
      if (sameNames(left, staying)) return undefined;
      visible = left;
      states = createActiveStates(STATE, placesOf(world, calls, left), note, calls.clock, patience);
      return states.read();
    },
    ...(probing && { probes: probing.probes }),
  };
  try {
    const about = { targets, id: run, who: run, reason: 'simulation', force: false, rehearse: false };
    return { kind: 'ended', end: await runFailover({ ...about, request, graceful }, ports) };
  } finally {
    probing?.stop();
    await Promise.all(leases.map((lease) => lease.release()));
    calls.restrict(undefined);
  }
}

/** Nobody else is moving traffic, as far as any region remembers: two at once find out only when they write. */
function isAlone(world: FailoverWorld, run: string): boolean {
  return world.scenario.targets.every(({ name }) => {
    const { failover } = world.newest([name]);
    return failover === undefined || failover.id === run || failover.done;
  });
}

/** Regions that an unfinished failover leaves, as those that stay remember it. */
function leftBefore(world: FailoverWorld, staying: readonly string[]): ReadonlySet<string> {
  const { failover } = world.newest(staying);
  if (failover === undefined || failover.done || failover.graceful !== undefined) return new Set();
  const left = failover.from.filter((name) => !staying.includes(name));
  return new Set(world.scenario.targets.filter(({ name }) => left.includes(name)).map(({ region }) => region));
}

/** As `commands/failover/failback.ts` puts it together. */
async function failback(
  world: FailoverWorld,
  random: Random,
  run: string,
  returning: string,
  calls: FailoverCalls,
): Promise<Ended> {
  const { targets, mechanism: kind, weights, steps } = world.scenario;
  const names = targets.map(({ name }) => name);
  const leases = new Map<string, Lease>();
  let probing: ReturnType<typeof startProbing>;
  try {
    await holdAll(world, calls, run, leases);
    const states = createActiveStates(STATE, placesOf(world, calls, names, leases), () => {}, calls.clock);
    const before = await states.read();
    const move = returnOf({ returning, targets, before });
    if (isBack(returning, before, move))
      return { kind: 'ended', end: { outcome: 'already-active', move, marks: {}, deviations: [] } };
    if (!world.scenario.fit) throw new UserError('failback-not-ready', 'a gate fails');
    probing = startProbing(world, random, calls);
    const away = {
      active: move.active.filter((target) => target !== returning),
      inactive: [...move.inactive, returning],
      leaving: [returning],
    };
    const signal = new AbortController().signal;
    const mechanism = mechanismOf(world, calls, () => names);
    const parts =
      kind === 'weights'
        ? await weightParts(
            {
              driver: driverOf(world, calls, () => names),
              traffic: { steps, weights },
              good: new Set(names),
              returning,
              move,
              before: away,
            },
            signal,
          )
        : {
            carries: true,
            steps: [{ text: 'in', apply: async () => void (await mechanism.apply(move, signal)) }],
            undo: async () => void (await mechanism.apply(away, signal)),
          };
    if (kind !== 'weights') mechanism.check(move);
    const [consumers, hooks] = [consumersOf(world, calls, () => isAlone(world, run)), hooksOf(world, calls)];
    const record = {
      id: run,
      who: run,
      reason: 'simulation',
      from: [],
      to: move.active,
      mechanism: kind,
      at: new Date(calls.clock.now()).toISOString(),
    };
    const end = await runFailback(
      { returning, targets, before, record },
      {
        ...parts,
        assertHeld: () => assertStillHeld(names.map((name) => ({ lease: async () => leases.get(name) as Lease }))),
        judge: async () => undefined,
        ...(consumers && { consumers }),
        ...(hooks && { hooks }),
        clock: calls.clock,
        report: () => {},
        signal,
        state: states,
        ...(probing && { probes: probing.probes }),
      },
    );
    return { kind: 'ended', end };
  } finally {
    probing?.stop();
    await Promise.all([...leases.values()].map((lease) => lease.release()));
  }
}

/** What a deployment does to traffic: whoever is active gets the weight that is configured. */
async function deploy(world: FailoverWorld, run: string, calls: FailoverCalls): Promise<Ended> {
  const { targets, mechanism, weights } = world.scenario;
  const names = targets.map(({ name }) => name);
  const leases = new Map<string, Lease>();
  try {
    await holdAll(world, calls, run, leases);
    if (mechanism !== 'weights') return { kind: 'done' };
    const states = createActiveStates(STATE, placesOf(world, calls, names, leases), () => {}, calls.clock);
    let state = await states.read();
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

async function holdAll(
  world: FailoverWorld,
  calls: FailoverCalls,
  run: string,
  leases: Map<string, Lease>,
): Promise<void> {
  const held = new Set<Lease>();
  await Promise.all(
    world.scenario.targets.map(async ({ name }) => {
      const lease = joined(await leaseOf(calls, run, name, false), held);
      leases.set(name, lease);
      await lease.assertHeld();
    }),
  );
}

/** Asks once a second what users get. */
function startProbing(world: FailoverWorld, random: Random, { clock }: FailoverCalls) {
  if (!world.scenario.probed) return undefined;
  const results: ProbeResult[] = [];
  const stopping = new AbortController();
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const found = world.answering(random.next());
      const region = found && `r${found.slice(1)}`;
      results.push({ at: clock.now(), durationMs: 1, ...(region !== undefined && { status: 200, region }) });
      await clock.sleep(1_000, stopping.signal);
    }
  };
  loop().catch(() => undefined);
  const probes: Probes = { results, regionKnown: true, stableMs: 10_000, timeoutMs: 300_000 };
  return { probes, stop: () => stopping.abort() };
}
