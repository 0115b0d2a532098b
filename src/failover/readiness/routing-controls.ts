import type { HealthCheck } from '../../aws/readiness-ports.ts';
import { missing, type ReadinessCheck, ready, unknown } from './model.ts';
import { followersOf } from './record-sets.ts';

/** What was found of the routing controls of an environment. */
export interface RoutingControlFacts {
  /** ARN of the control, by target. */
  readonly controls: Readonly<Record<string, string>>;
  /** State of each control; a control that no endpoint knows is absent. */
  readonly states: ReadonlyMap<string, 'On' | 'Off'>;
  /** Regions of the endpoints, and whether each answered. */
  readonly endpoints: readonly { readonly region: string; readonly answered: boolean }[];
  /** Names of the targets that are active. */
  readonly active: ReadonlySet<string>;
  readonly checks: readonly HealthCheck[];
  readonly followed: readonly (string | undefined)[] | undefined;
  readonly name: string | undefined;
}

/** ARC keeps at least three of five endpoints available (Developer Guide, "Best practices for routing control"). */
const QUORUM = 3;

/** Whether setting the controls would make traffic leave. */
export function routingControlCheck(facts: RoutingControlFacts): ReadinessCheck {
  const { controls, states, active, checks, followed, name } = facts;
  const silent = facts.endpoints.filter(({ answered }) => !answered).map(({ region }) => region);
  const answering = facts.endpoints.length - silent.length;
  if (answering < QUORUM) {
    const list = 'Name all five: aws route53-recovery-control-config describe-cluster --region us-west-2';
    const of = `${answering} of ${facts.endpoints.length} endpoints of the cluster answer`;
    return missing('mechanism', `${of}${silent.length > 0 ? `, not ${silent.join(', ')}` : ''}`, list);
  }
  for (const [target, control] of Object.entries(controls)) {
    const state = states.get(control);
    if (state === undefined)
      return missing('mechanism', `there is no routing control ${control}`, 'Correct its ARN, and deploy.');
    if ((state === 'On') === active.has(target)) continue;
    const is = active.has(target) ? 'active' : 'not active';
    return missing(
      'mechanism',
      `the routing control of ${target} is ${state} although ${target} is ${is}`,
      'Somebody else set it: set it to what is meant, or run failover or failback.',
    );
  }
  const without = Object.entries(controls).filter(([, arn]) => !checks.some(({ control }) => control === arn));
  if (without.length > 0) {
    const names = without.map(([target]) => target).join(', ');
    return missing(
      'mechanism',
      `no health check follows the routing control of ${names}`,
      'Make one of the type RECOVERY_CONTROL.',
    );
  }
  if (name === undefined || followed === undefined) {
    const why = name === undefined ? 'no public name is configured' : `the zone of ${name} is not in this account`;
    return unknown('mechanism', `the routing controls answer; ${why}, so its record sets were not looked at`);
  }
  const own = checks.filter(({ control }) => control !== undefined && Object.values(controls).includes(control));
  const following = new Set(own.flatMap(({ id }) => [...followersOf(id, checks)]));
  if (!followed.some((id) => id !== undefined && following.has(id))) {
    return missing(
      'mechanism',
      `no record set of ${name} follows a routing control`,
      'Give its record sets the health checks of the controls.',
    );
  }
  return ready(
    'mechanism',
    `${answering} of ${facts.endpoints.length} endpoints answer, the controls are as they are meant, and ${name} follows them`,
  );
}
