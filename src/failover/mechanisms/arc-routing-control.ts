import { AwsError } from '../../aws/ports.ts';
import type { ClusterEndpoint, RoutingControls } from '../../aws/routing-controls.ts';
import type { Clock } from '../../clock.ts';
import { errorText, UserError } from '../../errors.ts';
import type { Move } from '../move.ts';
import { patienceOf } from '../patience.ts';
import type { Mechanism } from '../run.ts';
import { UNGUARDED } from '../still-ours.ts';

export interface RoutingControlPorts {
  readonly endpoints: readonly ClusterEndpoint[];
  /** ARN of the routing control, by target. */
  readonly controls: Readonly<Record<string, string>>;
  /** ARNs of safety rules that a person allowed to break. */
  readonly override: readonly string[];
  /** Whether a region may be asked. */
  mayAsk(region: string, move: Move): boolean;
  /** With the credentials of a target that stays. */
  controlsOf(target: string): RoutingControls;
  readonly clock: Clock;
}

/**
 * Milliseconds that an endpoint is waited for, by round: two silent ones cost 3 s before the third is asked, and an
 * endpoint that is only slow gets its chance in the second round.
 */
const ROUNDS_MS = [1_500, 6_000] as const;

/**
 * On for who is active, off for the others, in one call. ARC keeps at least three of its five endpoints available, so
 * they are asked one after the other (Developer Guide, "Best practices for routing control": "Choose one of your
 * Regional cluster endpoints at random", and try each).
 */
export function createRoutingControl(ports: RoutingControlPorts): Mechanism {
  const { controls, clock, override } = ports;
  const endpointsFor = (move: Move): readonly ClusterEndpoint[] => {
    const usable = ports.endpoints.filter(({ region }) => ports.mayAsk(region, move));
    const start = Math.floor(clock.random() * usable.length);
    return [...usable.slice(start), ...usable.slice(0, start)];
  };
  return {
    kind: 'arc-routing-control',
    check(move) {
      const without = [...move.active, ...move.inactive].filter((target) => controls[target] === undefined);
      if (without.length > 0) {
        throw new UserError('no-routing-control', `${without.join(', ')} has no routing control`, {
          fix: ['Add it to failover.routing-controls and deploy.'],
        });
      }
    },
    async apply(move, signal, guard = UNGUARDED) {
      const states = Object.fromEntries([
        ...move.active.map((target) => [controls[target] ?? '', 'On'] as const),
        ...move.inactive.map((target) => [controls[target] ?? '', 'Off'] as const),
      ]);
      const silent: string[] = [];
      const cluster = ports.controlsOf(move.active[0] ?? '');
      for (const timeoutMs of ROUNDS_MS) {
        for (const endpoint of endpointsFor(move)) {
          await guard();
          const failure = await ask(cluster, endpoint, states, override, timeoutMs, signal, clock);
          if (failure === undefined) return silent;
          silent.push(`the endpoint in ${endpoint.region} did not answer: ${failure}`);
        }
      }
      throw new UserError('routing-control-silent', `no endpoint of the cluster answered: ${silent.join('; ')}`, {
        fix: ['Run the same command again: ARC keeps three of five endpoints available.'],
      });
    },
  };
}

/** Undefined: it is done. A text: this endpoint is no use, another may be. */
async function ask(
  cluster: RoutingControls,
  endpoint: ClusterEndpoint,
  states: Readonly<Record<string, 'On' | 'Off'>>,
  override: readonly string[],
  timeoutMs: number,
  signal: AbortSignal,
  clock: Clock,
): Promise<string | undefined> {
  try {
    const update = (cut: AbortSignal) => cluster.update(endpoint, states, override, cut).then(() => true);
    const answered = await patienceOf(clock, timeoutMs, signal)(update);
    return answered ? undefined : `nothing in ${timeoutMs / 1000} s`;
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    if (error.kind === 'conflict') {
      // A run that began tells what failed, and not how to mend it: the way out stands in the sentence too.
      const hint = 'if the rule is wrong now, name its ARN in override-safety-rules';
      throw new UserError('safety-rule', `a safety rule stands against it: ${error.message}; ${hint}`, {
        fix: ['If the rule is wrong now, name its ARN in override-safety-rules: the reason is recorded.'],
        cause: error,
      });
    }
    if (['unreachable', 'server', 'throttled', 'other'].includes(error.kind)) return errorText(error);
    throw error;
  }
}
