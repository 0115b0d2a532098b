import { UserError } from '../../../src/errors.ts';
import { stopText } from '../../../src/failover/mechanisms/stop-switch.ts';
import { failoverWeights } from '../../../src/failover/mechanisms/weights.ts';
import type { Move } from '../../../src/failover/move.ts';
import type { ScheduledReturn } from '../../../src/records/drill-record.ts';
import { sameWeights } from '../../../src/rollout/weights.ts';
import type { FailoverCalls } from './calls.ts';
import type { LaterCall } from './later.ts';
import { driverOf, signalPlace, start } from './mechanism.ts';
import type { FailoverWorld } from './world.ts';

export interface WayBack {
  readonly returns: readonly ScheduledReturn[];
  arrange(): Promise<void>;
}

export interface WayBackRequest {
  /** Of the drill. */
  readonly id: string;
  readonly move: Move;
  readonly since: number;
  readonly at: number;
  readonly leave: boolean;
}

/** As `commands/failover/drill/way-back.ts` and `weights-back.ts` arrange it. @throws UserError `drill-no-way-back` */
export async function wayBackOf(world: FailoverWorld, calls: FailoverCalls, request: WayBackRequest): Promise<WayBack> {
  if (request.leave) return { returns: [], arrange: async () => {} };
  const found = await laterCalls(world, calls, request);
  const at = new Date(request.at).toISOString();
  return {
    returns: found.map(([name, { region }]) => ({ name, region, by: region, at })),
    async arrange() {
      await Promise.all(
        found.map(([name, call]) =>
          calls.call({ service: 'Scheduler', region: call.region, action: 'CreateSchedule', what: name }, () =>
            world.later.create(name, call),
          ),
        ),
      );
    },
  };
}

async function laterCalls(
  world: FailoverWorld,
  calls: FailoverCalls,
  { id, move, since, at }: WayBackRequest,
): Promise<readonly (readonly [string, LaterCall])[]> {
  const { mechanism, targets, weights, controlPlane } = world.scenario;
  switch (mechanism) {
    case 'arc-routing-control':
      throw new UserError('drill-no-way-back', 'nothing can set routing controls later');
    case 'stop-switch':
      return move.leaving.map((target, index) => {
        const place = signalPlace(world, target);
        const region = targets.find(({ name }) => name === place)?.region ?? '';
        const fits = () => world.switches().stopped.get(target) === stopText(target, since);
        return [`drill-${index}`, { region, at, drill: id, targets: [target], fits, act: () => start(world, target) }];
      });
    case 'weights': {
      const read = await driverOf(world, calls, () => []).read(new AbortController().signal);
      const from = failoverWeights(move, read.weights, weights);
      // Who had no weight, though it was active, had no traffic either.
      const left = move.leaving.filter((name) => (read.weights[name] ?? 0) > 0);
      return [
        [
          'drill',
          {
            ...{ region: controlPlane, at, drill: id, targets: left },
            fits: () => sameWeights(world.switches().weights, from),
            act() {
              world.revision += 1;
              world.flip(() => ({ weights: { ...read.weights } }));
            },
          },
        ],
      ];
    }
  }
}
