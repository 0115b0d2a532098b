import { createRoutingControl } from '../../../src/failover/mechanisms/arc-routing-control.ts';
import { createStopSwitch } from '../../../src/failover/mechanisms/stop-switch.ts';
import { createWeights } from '../../../src/failover/mechanisms/weights.ts';
import { lostRegions, type Move } from '../../../src/failover/move.ts';
import type { Mechanism } from '../../../src/failover/run.ts';
import type { TrafficDriver, Weights } from '../../../src/traffic/model.ts';
import type { FailoverCalls } from './calls.ts';
import { awsError, type FailoverWorld } from './world.ts';

/** The product's own mechanism over the world's switches. */
export function mechanismOf(
  world: FailoverWorld,
  calls: FailoverCalls,
  knows: Knows,
  { everywhere = false, since }: MechanismOptions = {},
): Mechanism {
  const { mechanism, targets, weights, endpoints } = world.scenario;
  const regionOf = (name: string): string => targets.find((target) => target.name === name)?.region ?? '';
  const mayAsk = (region: string, move: Move): boolean =>
    everywhere || !lostRegions(move.leaving, move.active, targets).has(region);
  switch (mechanism) {
    case 'stop-switch':
      return createStopSwitch({
        ...(since !== undefined && { since }),
        signals: Object.fromEntries(
          targets.map(({ name }) => [name, { in: signalPlace(world, name), bucket: 'signals', key: name }]),
        ),
        storage: (place) => ({
          putText: (_, name, text) =>
            calls.call({ service: 'S3', region: regionOf(place), action: 'PutObject', what: `stop ${name}` }, () => {
              world.flip(({ stopped }) => ({ stopped: new Map([...stopped, [name, text]]) }));
              return { etag: '' };
            }),
          delete: (_, name) =>
            calls.call({ service: 'S3', region: regionOf(place), action: 'DeleteObject', what: `stop ${name}` }, () =>
              raise(world, [name], knows, () => start(world, name)),
            ),
        }),
        mayAsk: (place, move) => mayAsk(regionOf(place), move),
        clock: calls.clock,
      });
    case 'arc-routing-control':
      return createRoutingControl({
        endpoints: endpoints.map((region) => ({ region, url: `https://${region}` })),
        controls: Object.fromEntries(targets.map(({ name }) => [name, name])),
        override: [],
        mayAsk,
        controlsOf: () => ({
          update: ({ region }, states, _, signal) =>
            unlessAborted(
              signal,
              calls.call({ service: 'Route53RecoveryCluster', region, action: 'UpdateRoutingControlStates' }, () => {
                const on = Object.keys(states).filter((name) => states[name] === 'On');
                const raised = on.filter((name) => !world.switches().on.has(name));
                raise(world, raised, knows, () => world.flip(() => ({ on: new Set(on) })));
              }),
            ),
        }),
        clock: calls.clock,
      });
    case 'weights':
      return createWeights(async () => driverOf(world, calls, knows), weights);
  }
}

export interface MechanismOptions {
  /** Nobody is lost: every region may be asked. */
  readonly everywhere?: boolean;
  /** What a stop signal says of when: a drill knows it before it is written. */
  readonly since?: number;
}

/** The target in whose region the stop signal of a target lies. */
export function signalPlace({ scenario: { targets } }: FailoverWorld, name: string): string {
  const index = targets.findIndex((target) => target.name === name);
  return targets[(index + 1) % targets.length]?.name ?? '';
}

/** The stop signal of a target is gone. */
export function start(world: FailoverWorld, name: string): void {
  world.flip(({ stopped }) => ({ stopped: new Map([...stopped].filter(([one]) => one !== name)) }));
}

/** Weights of the world as a driver shows them to one process. */
export function driverOf(world: FailoverWorld, calls: FailoverCalls, knows: Knows): TrafficDriver {
  const { controlPlane } = world.scenario;
  const at = (action: string) => ({ service: 'Route53', region: controlPlane, action });
  return {
    kind: 'route53',
    controlPlane,
    smallestShare: 0.01,
    settleMs: 60_000,
    read: () =>
      calls.call(at('ListResourceRecordSets'), () => ({
        weights: { ...world.switches().weights },
        revision: world.revision,
      })),
    set: (weights: Weights, against) =>
      calls.call(at('ChangeResourceRecordSets'), () => {
        if (against.revision !== world.revision) throw awsError('conflict');
        const before = world.switches().weights;
        const raised = Object.keys(weights).filter((name) => (weights[name] ?? 0) > 0 && (before[name] ?? 0) === 0);
        world.revision += 1;
        raise(world, raised, knows, () => world.flip(() => ({ weights: { ...weights } })));
        return { id: String(world.revision), weights };
      }),
    waitApplied: () => calls.call(at('GetChange'), () => undefined),
  };
}

/** Targets whose regions a process may ask for what is remembered; none: it could keep nothing itself. */
export type Knows = () => readonly string[];

/** A call that is on its way. The serial of a copy is the time at which it was written. */
const AT_ONCE_MS = 2_000;

/** Nobody is let in again that the newest of the copies that a process may know of says is not active. */
function raise(world: FailoverWorld, names: readonly string[], knows: Knows, act: () => void): void {
  const { inactive, serial, failover } = world.newest(knows());
  // Whoever undoes a graceful move gives traffic back before roles.
  const back = failover?.done === false ? failover.graceful?.inactiveBefore : undefined;
  // Two that began at once and wrote just now: the later one finds out when it writes again.
  const race = world.clock.now() - serial < AT_ONCE_MS;
  const wrong = race
    ? []
    : names.filter((name) => inactive.includes(name) && (back?.includes(name) ?? true) && !world.decided().has(name));
  if (wrong.length > 0) world.violate(`${wrong.join(', ')} gets traffic again and is not active`);
  act();
}

function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
