import { AwsError, type TargetSession } from '../../../aws/ports.ts';
import type { HealthCheck } from '../../../aws/readiness-ports.ts';
import type { RecordSet, Route53 } from '../../../aws/traffic-ports.ts';
import type { RunContext } from '../../../context.ts';
import { zonesAbove } from '../../../failover/authority.ts';
import { patienceOf } from '../../../failover/patience.ts';
import type { PlannedMechanism, StoredPlan } from '../../../failover/plan.ts';
import { missing, notLookedAt, type ReadinessCheck, ready } from '../../../failover/readiness/model.ts';
import { regionSwitchCheck } from '../../../failover/readiness/region-switch.ts';
import { routingControlCheck } from '../../../failover/readiness/routing-controls.ts';
import { isDirect, stopSwitchCheck } from '../../../failover/readiness/stop-switch.ts';
import type { StopSignal } from '../../../topology/failover-model.ts';
import type { TrafficSettings } from '../../../topology/traffic-model.ts';
import { trafficDriverOf } from '../../traffic-driver.ts';
import { targetOf } from '../survivors.ts';
import type { TargetFacts } from './facts.ts';
import { hear } from './heard.ts';

/** What Route 53 has for the public name, looked at once for all targets. */
export interface Route53Facts {
  readonly checks: readonly HealthCheck[];
  readonly followed: readonly (string | undefined)[] | undefined;
}

/** Aliases to other names of the same zone are followed so far: a tree of record sets is seldom deeper. */
const MOST_LEVELS = 4;

/**
 * Health checks and record sets of the public name, in the first of these accounts that has its zone: a record set can
 * name health checks of its own account only.
 */
export async function readRoute53(name: string | undefined, sessions: readonly TargetSession[]): Promise<Route53Facts> {
  for (const { traffic, readiness } of name === undefined ? [] : sessions) {
    const found = await setsOf(name ?? '', traffic.route53);
    if (found !== undefined) {
      return { checks: await readiness.healthChecks(), followed: found.map(({ healthCheckId }) => healthCheckId) };
    }
  }
  const checks = await Promise.all(sessions.map(({ readiness }) => readiness.healthChecks()));
  return { checks: checks.flat(), followed: undefined };
}

async function setsOf(name: string, route53: Route53): Promise<readonly RecordSet[] | undefined> {
  for (const domain of zonesAbove(name)) {
    const zone = (await route53.zonesByName(domain)).find((candidate) => !candidate.private);
    if (zone === undefined) continue;
    const found: RecordSet[] = [];
    let names: readonly string[] = [name];
    for (let level = 0; level < MOST_LEVELS && names.length > 0; level += 1) {
      const sets = (await Promise.all(names.map((one) => route53.recordSets(zone.id, one)))).flat();
      found.push(...sets);
      names = [...new Set(sets.flatMap(({ alias }) => (alias?.zoneId === zone.id ? [alias.name] : [])))];
    }
    return found;
  }
  return undefined;
}

/** Targets that can be left while this one stays; none: it cannot take over from anybody. */
export function leavable(mechanism: PlannedMechanism, taker: string, names: readonly string[]): readonly string[] {
  const others = names.filter((name) => name !== taker);
  if (mechanism.kind !== 'stop-switch') return others;
  return others.filter((name) => mechanism.signals[name] !== undefined);
}

/** Whether the mechanism could move traffic to a target now. One check for each thing that it needs. */
export async function lookAtMechanism(
  plan: StoredPlan,
  taker: string,
  active: ReadonlySet<string>,
  facts: readonly TargetFacts[],
  route53: () => Promise<Route53Facts>,
  context: RunContext,
): Promise<readonly ReadinessCheck[]> {
  const { mechanism } = plan;
  const name = plan.probe && new URL(plan.probe.url).hostname;
  const names = plan.targets.map((target) => target.name);
  switch (mechanism.kind) {
    case 'stop-switch':
      return Promise.all(
        leavable(mechanism, taker, names).map(async (stops) => {
          const signal = mechanism.signals[stops] ?? { in: '', bucket: '', key: '' };
          return lookAtSignal(stops, signal, active.has(stops), name, facts, route53, context);
        }),
      );
    case 'arc-routing-control':
      return [await lookAtControls(mechanism, active, name, facts, route53, context)];
    case 'weights':
      return [await lookAtWeights(mechanism.traffic, plan, taker, context)];
    case 'region-switch':
      return [await lookAtSwitch(mechanism.plan, taker, facts, context)];
    default:
      return [notLookedAt('mechanism', `what the mechanism ${mechanism.kind} needs is not looked at`)];
  }
}

async function lookAtSignal(
  stops: string,
  { in: place, bucket, key }: StopSignal,
  active: boolean,
  name: string | undefined,
  facts: readonly TargetFacts[],
  route53: () => Promise<Route53Facts>,
  context: RunContext,
): Promise<ReadinessCheck> {
  const regionOf = (target: string) => facts.find((one) => one.target.name === target)?.target.region ?? '';
  const storage = facts.find(({ target }) => target.name === place)?.session.storage;
  if (storage === undefined)
    return notLookedAt('mechanism', `${place}, where the signal of ${stops} lies, was left out`);
  const bucketThere = (await storage.headBucket(bucket)) !== undefined;
  const stopped = bucketThere && (await storage.head(bucket, key)) !== undefined;
  const seen = await route53();
  const regions = { region: regionOf(place), stops: regionOf(stops) };
  const heard = isDirect(seen, bucket, key) ? [] : await hear(seen, regions, facts, context);
  return stopSwitchCheck({ stops, place, bucket, key, bucketThere, stopped, active, name, heard, ...seen });
}

/** Milliseconds that one endpoint of a cluster has to answer. */
const ENDPOINT_PATIENCE_MS = 5_000;

async function lookAtControls(
  { endpoints, controls }: Extract<PlannedMechanism, { readonly kind: 'arc-routing-control' }>,
  active: ReadonlySet<string>,
  name: string | undefined,
  facts: readonly TargetFacts[],
  route53: () => Promise<Route53Facts>,
  { clock, signal }: RunContext,
): Promise<ReadinessCheck> {
  const source = facts.find(({ error }) => error === undefined)?.session.readiness;
  if (source === undefined) return notLookedAt('mechanism', 'no target could be read');
  const states = new Map<string, 'On' | 'Off'>();
  const patience = patienceOf(clock, ENDPOINT_PATIENCE_MS);
  const asked = await Promise.all(
    endpoints.map(async (endpoint) => {
      const answers = Object.values(controls).map(async (arn) => {
        try {
          const state = await patience(source.controlState(endpoint, arn, signal));
          if (state !== undefined) states.set(arn, state);
          return state !== undefined;
        } catch (error) {
          if (!(error instanceof AwsError)) throw error;
          if (error.kind === 'denied' || error.kind === 'credentials') throw error;
          // Only an endpoint that answers can say that there is no such control.
          return error.kind === 'not-found';
        }
      });
      return { region: endpoint.region, answered: (await Promise.all(answers)).every(Boolean) };
    }),
  );
  return routingControlCheck({ controls, states, endpoints: asked, active, name, ...(await route53()) });
}

/** Its data plane is asked in the region that would be activated, as a failover does. */
async function lookAtSwitch(
  plan: string,
  taker: string,
  facts: readonly TargetFacts[],
  { signal }: RunContext,
): Promise<ReadinessCheck> {
  const own = facts.find(({ target }) => target.name === taker);
  if (own === undefined) return notLookedAt('mechanism', `${taker} was left out`);
  try {
    return regionSwitchCheck(plan, own.target.region, await own.session.regionSwitch.executions(plan, signal));
  } catch (error) {
    if (!(error instanceof AwsError) || error.kind !== 'not-found') throw error;
    return regionSwitchCheck(plan, own.target.region, undefined);
  }
}

async function lookAtWeights(
  traffic: TrafficSettings,
  plan: StoredPlan,
  taker: string,
  context: RunContext,
): Promise<ReadinessCheck> {
  const environment = {
    targets: plan.targets.map(targetOf),
    instances: [],
    name: plan.environment,
    application: plan.application,
  };
  const driver = await trafficDriverOf(traffic, environment, context);
  const { weights } = await driver.read(context.signal);
  if (weights[taker] === undefined) {
    return missing('mechanism', `${driver.kind} knows no weight of ${taker}`, 'Deploy to it: that makes its records.');
  }
  return ready('mechanism', `${driver.kind} has weights of ${Object.keys(weights).join(', ')}`);
}
